import type { Confirmed, Found } from '../../../shared/payment/provider';
import type { Bill } from './bill';

/** What is known of a payment. An `unfit` one is captured, but not as this bill's amount in its currency. */
export type BillOutcome =
  | { readonly kind: 'approved'; readonly means?: string | undefined }
  | { readonly kind: 'unfit'; readonly amount: number }
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'awaiting-deposit' }
  | { readonly kind: 'unknown' };

export const judgeConfirmation = ({ amount, currency }: Bill, answer: Confirmed): BillOutcome =>
  answer.kind === 'approved' && answer.currency !== currency ? { kind: 'unfit', amount } : answer;

/** Judges what the provider says of the payment. Only the whole amount pays the bill it was paid for. */
export function judgeFound(bill: Bill, found: Found): BillOutcome {
  if ('orderId' in found && found.orderId !== bill.payment?.orderId)
    return { kind: 'declined', reason: 'of something else' };
  switch (found.kind) {
    case 'captured':
      return judgeCapture(bill, found);
    case 'awaiting-deposit':
      return { kind: 'awaiting-deposit' };
    case 'failed':
      return { kind: 'declined', reason: found.reason };
    case 'open':
    case 'unknown':
      return { kind: 'unknown' };
    default:
      return found satisfies never;
  }
}

type Captured = Extract<Found, { readonly kind: 'captured' }>;

/** What was cancelled at the provider has paid nothing, and its order is used up. So it goes the way of a refund. */
function judgeCapture(bill: Bill, { amount, currency, refunded, means }: Captured): BillOutcome {
  const isWhole = amount === bill.amount && currency === bill.currency && refunded === 0;
  return isWhole ? { kind: 'approved', means } : { kind: 'unfit', amount };
}
