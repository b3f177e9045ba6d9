import { isoTime } from '../../../shared/kernel/time';
import { availableOf, type Item, type ItemFields, type Refusal, type Slip } from './item';

export type LoanRequest = Pick<Slip, 'loanId' | 'itemId' | 'customerId' | 'quantity'>;

/** An item as it is changed, and the slip that says why. */
export type Handed = { readonly item: Item; readonly slip: Slip };

const HOUR_MS = 60 * 60 * 1000;

/** All that was asked for, or nothing. */
export function lend(item: Item, request: LoanRequest, isOverdue: boolean, nowMs: number): Handed {
  const { loanId, itemId, customerId, quantity } = request;
  const decided = { loanId, itemId, customerId, quantity, decidedAt: isoTime(nowMs) };
  const reason = refusalOf(item, quantity, isOverdue);
  if (reason !== undefined) return { item, slip: { ...decided, status: 'refused', reason } };
  const returnBy = isoTime(nowMs + item.loanHours * HOUR_MS);
  return {
    item: { ...item, lent: item.lent + quantity },
    slip: { ...decided, status: 'lent', returnBy },
  };
}

function refusalOf(item: Item, quantity: number, isOverdue: boolean): Refusal | undefined {
  if (isOverdue) return 'overdue';
  return availableOf(item) < quantity ? 'out-of-stock' : undefined;
}

/** What is back is there for others. Undefined when it is back already, or was never out. */
export function takeBack(item: Item, slip: Slip, returnedAt: string): Handed | undefined {
  if (slip.status !== 'lent') return undefined;
  return {
    item: { ...item, lent: item.lent - slip.quantity },
    slip: { ...slip, status: 'returned', returnedAt },
  };
}

/** The item as the theatre wants it. Undefined when more are out than it would have. */
export const changed = (item: Item, fields: ItemFields): Item | undefined =>
  fields.stock < item.lent
    ? undefined
    : { ...fields, itemId: item.itemId, lent: item.lent, status: item.status };

/** Undefined as long as one is out. */
export const removed = (item: Item): Item | undefined =>
  item.lent > 0 ? undefined : { ...item, status: 'removed' };
