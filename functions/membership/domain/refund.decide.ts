import { isoTime } from '../../../shared/kernel/time';
import type { Bill } from './bill';
import { type BillDecision, changed, refused, toPay, unchanged, waiting } from './bill.decide';
import type { Moment } from './membership';

/** Payments of one bill that may go back. Then somebody should look. */
const MAX_PAID_BACK = 20;

/** So much of its payment is to go back. */
export const refunding = (bill: Bill, amount: number, nowMs: number): BillDecision => {
  const refund = { amount, requestedAt: isoTime(nowMs), refused: 0 };
  return waiting({ ...bill, status: 'refunding', refund }, nowMs);
};

/** Its customer wants the payment back. Stored before the provider is asked. */
export function cancelPayment(bill: Bill, nowMs: number): BillDecision {
  switch (bill.status) {
    case 'paid':
      return (bill.paidBack ?? []).length >= MAX_PAID_BACK
        ? refused('wrong-state', `${MAX_PAID_BACK} payments of this bill have gone back. Ask the box office.`)
        : refunding(bill, bill.amount, nowMs);
    case 'refunding':
      return unchanged;
    case 'paying':
      return refused('wrong-state', 'Its payment is still under way. Cancel it when it is paid.');
    case 'unpaid':
    case 'overdue':
      return refused('wrong-state', 'It is not paid.');
    default:
      return bill.status satisfies never;
  }
}

/** The money is back. The bill is unpaid again, under another order. */
export function refundMade(bill: Bill, paymentKey: string, { nowMs, timeZone }: Moment): BillDecision {
  const { payment, refund, paidBack = [], ...rest } = bill;
  if (bill.status !== 'refunding' || payment?.paymentKey !== paymentKey || refund === undefined)
    return unchanged;
  const back = { ...payment, refund: refund.amount, refundedAt: isoTime(nowMs) };
  return changed(toPay({ ...rest, paidBack: [...paidBack, back] }, timeZone), nowMs);
}

/** The provider has refused a refund. The next request of it has another key. */
export function refundRefused(bill: Bill, known: number): BillDecision {
  const { refund } = bill;
  if (bill.status !== 'refunding' || refund?.refused !== known) return unchanged;
  return { kind: 'changed', bill: { ...bill, refund: { ...refund, refused: known + 1 } } };
}
