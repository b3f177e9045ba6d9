import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import type { Versioned } from '../../../shared/kernel/versioned';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { problem } from '../../problems';
import type { MembershipDeps } from '../deps';
import type { Bill } from '../domain/bill';
import type { BillDecision } from '../domain/bill.decide';
import { factOf } from '../domain/billFact';
import { keptInDoubt } from '../domain/books.decide';
import { withBill } from '../domain/customer';
import type { Moment } from '../domain/membership';
import type { BillRef } from '../memberStore';
import { momentOf } from './moment';
import { customerOf, type TellDeps, tellOrLeave } from './tell';

export type BillDeps = TellDeps & Pick<MembershipDeps, 'clock' | 'timeZone' | 'payments'>;

export type BillChange = { readonly isChanged: boolean; readonly bill: Bill };

/** Throws `not-found`. */
export async function readBill(
  { members }: Pick<MembershipDeps, 'members'>,
  { customerId, billId }: BillRef,
): Promise<Versioned<Bill>> {
  const stored = await members.bill(customerId, billId);
  if (stored === undefined) throw problem('not-found', `You have no bill ${billId}.`);
  return stored;
}

/**
 * Reads, decides and writes a bill. What its customer's document has to know is in the same batch, and is told before this
 * returns or by the sweep. Throws what was refused, and `not-found`.
 */
export async function changeBill(
  deps: BillDeps,
  ref: BillRef,
  decide: (bill: Bill, moment: Moment) => BillDecision,
): Promise<BillChange> {
  const { change, type } = await untilCommitted(deps, `bill ${ref.billId}`, async () => {
    const stored = await readBill(deps, ref);
    const decision = decide(stored.value, momentOf(deps));
    if (decision.kind === 'refused') throw problem(decision.code, decision.detail);
    if (decision.kind === 'unchanged') return { change: { isChanged: false, bill: stored.value } };
    return write(deps, stored, decision.bill);
  });
  if (type !== undefined) {
    recordMetric('marquee.bills', 1, { outcome: type });
    await tellOrLeave(deps, ref.customerId);
  }
  return change;
}

type Written = { readonly change: BillChange; readonly type?: string };

async function write(deps: BillDeps, before: Versioned<Bill>, decided: Bill): Promise<Written | 'conflict'> {
  const bill = keptInDoubt(before.value, decided, deps.clock.now());
  const fact = factOf(before.value, bill);
  const next = { ...before, value: bill };
  const change = { isChanged: true, bill };
  if (fact === undefined)
    return (await deps.members.replaceBill(next)) === 'conflict' ? 'conflict' : { change };
  const customer = await customerOf(deps, bill.customerId);
  const value = withBill(customer.value, bill, fact, deps.clock.now());
  const outcome = await deps.members.write({ customer: { ...customer, value }, bill: next });
  return outcome === 'conflict' ? outcome : { change, type: fact.type };
}
