import { inLanes } from '../../../shared/messaging/sweep';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { problem } from '../../problems';
import { newBill } from '../domain/bill';
import { withBill } from '../domain/customer';
import { billed, monthsToBill, monthToBill } from '../domain/membership';
import { monthAt } from '../domain/month';
import type { MembershipRef, ToBill } from '../memberStore';
import { type ChangeDeps, changeMembership } from './changeMembership';
import { momentOf } from './moment';
import { tellOrLeave } from './tell';

/**
 * Issues a bill for each month that has begun, up to `until`, one after the other: those that were missed in an outage too.
 * The bill is created in one batch with the membership that moves on to the month after, so however often and wherever
 * this runs, there is one a month. Returns how many.
 */
export async function issueBills(deps: ChangeDeps, ref: MembershipRef, until?: string): Promise<number> {
  let issued = 0;
  while (await issueNext(deps, ref, until)) issued++;
  if (issued > 0) recordMetric('marquee.bills', issued, { outcome: 'issued' });
  if (issued > 0) await tellOrLeave(deps, ref.customerId);
  return issued;
}

async function issueNext(deps: ChangeDeps, ref: MembershipRef, until: string | undefined): Promise<boolean> {
  const changed = await changeMembership(deps, ref, (membership, customer, moment) => {
    const month = monthToBill(membership, moment);
    if (month === undefined || (until !== undefined && month > until)) return undefined;
    const bill = newBill(membership, month, moment, false);
    return {
      membership: billed(membership, month, moment),
      customer: withBill(customer, bill, { type: 'BillIssued' }, moment.nowMs),
      bill: { value: bill, etag: undefined },
    };
  });
  return changed !== undefined;
}

/** A run by hand ends well before its caller is told that it takes too long. The timer goes on where it ended. */
const RUN_MS = 10_000;
const MAX_MEMBERSHIPS = 10_000;

export type BillingRun = {
  readonly month: string;
  readonly issued: number;
  /** False when there was no time for all. */
  readonly isDone: boolean;
};

/** Throws `wrong-state` when the month has not begun. */
function membershipsToBill(deps: ChangeDeps, month: string): Promise<readonly ToBill[]> {
  const { nowMs, timeZone } = momentOf(deps);
  if (month > monthAt(nowMs, timeZone)) throw problem('wrong-state', `${month} has not begun.`);
  return deps.members.toBill(month, MAX_MEMBERSHIPS);
}

/** What a run would do now. */
export type BillingPreview = {
  readonly month: string;
  readonly members: number;
  readonly bills: number;
  readonly sums: readonly { readonly currency: string; readonly amount: number }[];
  /** False when there are more than are counted here. */
  readonly isAll: boolean;
};

/** Whom and how much a run up to this month would bill. Throws `wrong-state` when it has not begun. */
export async function previewBilling(deps: ChangeDeps, month: string): Promise<BillingPreview> {
  const found = await membershipsToBill(deps, month);
  const owed = found
    .map(({ currency, monthlyFee, ...membership }) => {
      const bills = monthsToBill(membership, month).length;
      return { currency, bills, amount: bills * monthlyFee };
    })
    .filter(({ bills }) => bills > 0);
  const sums = new Map<string, number>();
  for (const { currency, amount } of owed) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return {
    month,
    members: owed.length,
    bills: owed.reduce((sum, { bills }) => sum + bills, 0),
    sums: [...sums].map(([currency, amount]) => ({ currency, amount })),
    isAll: found.length < MAX_MEMBERSHIPS,
  };
}

/** Bills everybody up to this month, as the timer does. Throws `wrong-state` when it has not begun. */
export async function runBilling(deps: ChangeDeps, month: string): Promise<BillingRun> {
  const startMs = deps.clock.now();
  const hasTime = () => deps.clock.now() < startMs + RUN_MS;
  const found = await membershipsToBill(deps, month);
  let issued = 0;
  const isThrough = await inLanes(found, hasTime, async (ref) => {
    const ofThis = await issueBills(deps, ref, month);
    issued += ofThis;
  });
  return { month, issued, isDone: isThrough && found.length < MAX_MEMBERSHIPS };
}
