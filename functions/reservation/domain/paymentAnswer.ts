import type { Confirmed, Found, Means } from '../../../shared/payment/provider';
import type { Sale } from '../../musical/contract';
import type { In } from './reservation';

/** What is known of a payment. An `unfit` one is captured, but not, or no longer, as the whole price in its currency. */
export type PaymentOutcome =
  | ({ readonly kind: 'approved' } & Means)
  | ({ readonly kind: 'unfit'; readonly amount: number } & Means)
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'unknown' };

/** Waiting days for a transfer is not offered. What awaits a deposit is declined as soon as its account is closed. */
export type Judgement = PaymentOutcome | { readonly kind: 'awaiting-deposit' };

const ofAnother: Judgement = { kind: 'declined', reason: 'of another reservation' };

/** Judges the answer to a confirmation of the whole price. The customer chose the currency at the provider. */
export const judgeConfirmation = ({ amount, currency }: Sale, answer: Confirmed): Judgement =>
  answer.kind === 'approved' && answer.currency !== currency
    ? { kind: 'unfit', amount, means: answer.means }
    : answer;

/** Judges a payment that was found. Only the whole price approves the reservation it was paid for. */
export function judgeFound({ reservationId, sale }: In<'paying'>, found: Found): Judgement {
  switch (found.kind) {
    case 'captured':
      return found.orderId === reservationId ? judgeCapture(sale, found) : ofAnother;
    case 'awaiting-deposit':
      return found.orderId === reservationId ? { kind: 'awaiting-deposit' } : ofAnother;
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

function judgeCapture(sale: Sale, { amount, currency, refunded, means }: Captured): Judgement {
  if (refunded >= amount) return { kind: 'declined', reason: 'cancelled at the provider' };
  const isPrice = amount === sale.amount && currency === sale.currency;
  return isPrice && refunded === 0 ? { kind: 'approved', means } : { kind: 'unfit', amount, means };
}
