import { type Backoff, backoffMs } from '../../../shared/kernel/backoff';
import { isoTime } from '../../../shared/kernel/time';
import type { Bill } from './bill';
import type { Moment } from './membership';
import { endOf } from './month';

/** A bill that is to be stored instead, nothing to do, or why not. */
export type BillDecision =
  | { readonly kind: 'changed'; readonly bill: Bill }
  | { readonly kind: 'unchanged' }
  | Refused;

export type Refused = {
  readonly kind: 'refused';
  readonly code: 'wrong-state' | 'amount-mismatch' | 'payment-declined' | 'idempotency-key-reused';
  readonly detail: string;
};

export const unchanged: BillDecision = { kind: 'unchanged' };
export const refused = (code: Refused['code'], detail: string): Refused => ({
  kind: 'refused',
  code,
  detail,
});

export const changed = (bill: Bill, nowMs: number): BillDecision => ({
  kind: 'changed',
  bill: { ...bill, updatedAt: isoTime(nowMs), version: bill.version + 1, attempts: 0 },
});

const BETWEEN_LOOKS: Backoff = { firstMs: 10_000, longestMs: 5 * 60 * 1000 };
export const nextLook = (attempts: number, nowMs: number): string =>
  isoTime(nowMs + backoffMs(attempts, BETWEEN_LOOKS));

/** It waits for the provider, and the sweep goes on with it. */
export const waiting = (bill: Bill, nowMs: number): BillDecision =>
  changed({ ...bill, dueAt: nextLook(0, nowMs) }, nowMs);

/** The sweep goes on with it, and comes again later each time. */
export const lookedAt = (bill: Bill, nowMs: number): Bill => {
  const attempts = bill.attempts + 1;
  return { ...bill, attempts, dueAt: nextLook(attempts, nowMs) };
};

/** It is to be paid by its customer, in time or late. */
export function toPay(bill: Bill, timeZone: string): Bill {
  const { dueAt: _waited, ...rest } = bill;
  return bill.overdueSince === undefined
    ? { ...rest, status: 'unpaid', dueAt: endOf(bill.dueOn, timeZone) }
    : { ...rest, status: 'overdue' };
}

/** Nobody has paid it in time. */
export function becomeOverdue(bill: Bill, { nowMs, timeZone }: Moment): BillDecision {
  const now = isoTime(nowMs);
  if (bill.status !== 'unpaid' || endOf(bill.dueOn, timeZone) > now) return unchanged;
  const { dueAt: _told, ...rest } = bill;
  return changed({ ...rest, status: 'overdue', overdueSince: now }, nowMs);
}
