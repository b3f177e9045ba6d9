import { isoTime } from '../../../shared/kernel/time';
import { type Books, NOTHING } from '../../../shared/payment/books';
import { type Comparison, isKnown, isOpen, noteDifference } from '../../../shared/payment/difference';
import { type Bill, isUnsettled } from './bill';
import { type BillDecision, changed, nextLook, toPay, unchanged } from './bill.decide';
import type { Moment } from './membership';

/** Its payments that may hold money. What has gone back of a payment was all of it, so nothing moves there any more. */
export function booksOf({ status, payment, amount, declined = [] }: Bill): Books {
  const own = status === 'paid' ? payment : undefined;
  return { own, strays: declined, ours: own === undefined ? NOTHING : { captured: amount, refunded: 0 } };
}

/** Notes what is new of the two books. It is asked about once more before the doubt is over. */
export function booksCompared(bill: Bill, compared: Comparison, { nowMs }: Moment): BillDecision {
  const { differences } = bill;
  if (isKnown(differences, compared)) return unchanged;
  return {
    kind: 'changed',
    bill: { ...bill, differences: noteDifference(differences, compared, isoTime(nowMs)) },
  };
}

/**
 * A payment that was declined was captured after all, and all of it went back. It has used up its order, so the bill shows
 * another one from now on.
 */
export function strayBack(bill: Bill, paymentKey: string, refund: number, { nowMs }: Moment): BillDecision {
  const { declined = [], paidBack = [] } = bill;
  const stray = declined.find((one) => one.paymentKey === paymentKey);
  if (stray === undefined) return unchanged;
  const back = { ...stray, refund, refundedAt: isoTime(nowMs) };
  return changed(
    { ...bill, declined: declined.filter((one) => one !== stray), paidBack: [...paidBack, back] },
    nowMs,
  );
}

/**
 * Somebody says that its money has moved. What waits for the provider is gone on with at once, and all else is compared. It
 * is stored though it is noted already, so a sweep that has asked before cannot take the doubt off.
 */
export function doubted(bill: Bill, { nowMs }: Moment): BillDecision {
  const now = isoTime(nowMs);
  const { dueAt = now, unsureSince = now } = bill;
  const isSooner = isUnsettled(bill) && dueAt > now;
  return { kind: 'changed', bill: { ...bill, unsureSince, ...(isSooner ? { dueAt: now } : {}) } };
}

/** Both books say the same, or staff know of it. */
export function sure({ unsureSince: _asked, dueAt: _looked, ...bill }: Bill, timeZone: string): Bill {
  const certain = { ...bill, attempts: 0 };
  return bill.status === 'unpaid' ? toPay(certain, timeZone) : certain;
}

/**
 * The bill that is stored after it was so before. A doubt keeps it due. What was another sum than ours may be ours when its
 * status has changed, and is asked about again.
 */
export function keptInDoubt(before: Bill, bill: Bill, nowMs: number): Bill {
  const isOtherwise = before.status !== bill.status && isOpen(bill.differences);
  if (bill.unsureSince === undefined && !isOtherwise) return bill;
  const { unsureSince = isoTime(nowMs), dueAt } = bill;
  const soon = nextLook(bill.attempts, nowMs);
  const isDue = dueAt !== undefined && (isUnsettled(bill) || dueAt < soon);
  return { ...bill, unsureSince, dueAt: isDue ? dueAt : soon };
}
