import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { addAttributes } from '../../../shared/telemetry/trace';
import { problem } from '../../problems';
import type { MembershipDeps } from '../deps';
import { newBill } from '../domain/bill';
import { withBill, withStarted } from '../domain/customer';
import { type Membership, newMembership } from '../domain/membership';
import { monthAt } from '../domain/month';
import type { Plan } from '../domain/plan';
import { readPlan } from './editPlan';
import { momentOf } from './moment';
import { customerOf, type TellDeps, tellOrLeave } from './tell';

export type JoinDeps = TellDeps & Pick<MembershipDeps, 'clock' | 'timeZone' | 'plans' | 'marks'>;

export type JoinCommand = Pick<Membership, 'membershipId' | 'customerId' | 'planId'>;

/**
 * Begins a membership with the bill of its first month. A repeated call finds it. Throws `wrong-state` for who is a member
 * already, `not-found`, `erasure-under-way`.
 */
export async function join(deps: JoinDeps, command: JoinCommand): Promise<Membership> {
  const { customerId, membershipId } = command;
  addAttributes({ membershipId });
  const known = await deps.members.membership(customerId, membershipId);
  const membership = known?.value ?? (await begin(deps, command));
  await tellOrLeave(deps, customerId);
  return membership;
}

async function begin(deps: JoinDeps, command: JoinCommand): Promise<Membership> {
  if (await deps.marks.isMarked(command.customerId))
    throw problem(
      'erasure-under-way',
      'You have asked us to erase your data. Nobody joins until that is done.',
    );
  const { value: plan } = await readPlan(deps, command.planId);
  return untilCommitted(deps, `member ${command.customerId}`, () => tryToBegin(deps, command, plan));
}

/** The membership, its first bill and the customer's document are one batch, so nobody is a member twice. */
async function tryToBegin(
  deps: JoinDeps,
  command: JoinCommand,
  plan: Plan,
): Promise<Membership | 'conflict'> {
  const { customerId, membershipId } = command;
  const customer = await customerOf(deps, customerId);
  const { live } = customer.value;
  if (live === membershipId)
    return (await deps.members.membership(customerId, membershipId))?.value ?? 'conflict';
  if (live !== undefined) throw problem('wrong-state', 'You are a member already.', { membershipId: live });
  const moment = momentOf(deps);
  const membership = newMembership(command, plan, moment);
  const bill = newBill(membership, monthAt(moment.nowMs, moment.timeZone), moment, true);
  const started = withStarted(customer.value, membership, moment.nowMs);
  const outcome = await deps.members.write({
    customer: { ...customer, value: withBill(started, bill, { type: 'BillIssued' }, moment.nowMs) },
    membership: { value: membership, etag: undefined },
    bill: { value: bill, etag: undefined },
  });
  if (outcome === 'conflict') return outcome;
  recordMetric('marquee.members', 1, { outcome: 'joined' });
  recordMetric('marquee.bills', 1, { outcome: 'issued' });
  return membership;
}
