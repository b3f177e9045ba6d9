import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { TooEarly } from '../../../shared/messaging/eventHandler';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { problem } from '../../problems';
import type { MembershipDeps } from '../deps';
import { type Customer, withEnded } from '../domain/customer';
import { ended, ending, hasToEnd, type Membership, type Moment } from '../domain/membership';
import type { MemberChange, MembershipRef } from '../memberStore';
import { momentOf } from './moment';
import { customerOf, type TellDeps, tellOrLeave } from './tell';

export type ChangeDeps = TellDeps & Pick<MembershipDeps, 'clock' | 'timeZone'>;

/** What becomes of a membership and of its customer, and the bill that is issued with that. */
export type Changed = {
  readonly membership: Membership;
  readonly customer: Customer;
  readonly bill?: MemberChange['bill'];
};

/**
 * Reads a membership and its customer's document, decides, and writes both in one batch. Undefined when nothing is to be
 * changed. Throws `TooEarly` when there is none yet.
 */
export const changeMembership = (
  deps: ChangeDeps,
  { customerId, membershipId }: MembershipRef,
  decide: (membership: Membership, customer: Customer, moment: Moment) => Changed | undefined,
): Promise<Changed | undefined> =>
  untilCommitted(deps, `membership ${membershipId}`, async () => {
    const [stored, customer] = await Promise.all([
      deps.members.membership(customerId, membershipId),
      customerOf(deps, customerId),
    ]);
    if (stored === undefined) throw new TooEarly(`no membership ${membershipId} yet`);
    // They were stored together, so the older of the two reads is made again.
    if (customer.etag === undefined) return 'conflict';
    const changed = decide(stored.value, customer.value, momentOf(deps));
    if (changed === undefined) return undefined;
    const outcome = await deps.members.write({
      customer: { ...customer, value: changed.customer },
      membership: { ...stored, value: changed.membership },
      ...(changed.bill === undefined ? {} : { bill: changed.bill }),
    });
    return outcome === 'conflict' ? outcome : changed;
  });

/** Ends a membership with this month. A repeated call finds it ending. Throws `not-found`. */
export async function leave(deps: ChangeDeps, ref: MembershipRef): Promise<Membership> {
  const { customerId, membershipId } = ref;
  const stored = await deps.members.membership(customerId, membershipId);
  if (stored === undefined) throw problem('not-found', `You have no membership ${membershipId}.`);
  const changed = await changeMembership(deps, ref, (membership, customer, moment) => {
    const next = ending(membership, moment);
    if (next === membership) return undefined;
    return { membership: next, customer: withEnded(customer, next, moment.nowMs) };
  });
  if (changed !== undefined) recordMetric('marquee.members', 1, { outcome: 'left' });
  await tellOrLeave(deps, customerId);
  return changed?.membership ?? stored.value;
}

/** Its last day is over, and its months are billed. */
export async function endMembership(deps: ChangeDeps, ref: MembershipRef): Promise<void> {
  await changeMembership(deps, ref, (membership, customer, moment) => {
    if (!hasToEnd(membership, moment)) return undefined;
    const next = ended(membership, moment);
    return { membership: next, customer: withEnded(customer, next, moment.nowMs) };
  });
}
