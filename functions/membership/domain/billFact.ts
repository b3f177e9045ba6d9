import type { Bill } from './bill';
import type { BillFact } from './customer';

/** What its customer's document has to tell of a bill that has changed so, and what its count changes by. */
export function factOf(before: Bill, after: Bill): BillFact | undefined {
  if (before.status === after.status) return undefined;
  if (after.status === 'paid')
    return { type: 'BillPaid', overdueBy: before.overdueSince === undefined ? 0 : -1 };
  if (before.status === 'refunding')
    return { type: 'BillPaymentCancelled', refund: before.refund?.amount ?? 0 };
  return before.status === 'unpaid' && after.status === 'overdue'
    ? { type: 'BillOverdue', overdueBy: 1 }
    : undefined;
}
