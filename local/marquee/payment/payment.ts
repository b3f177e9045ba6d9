import type { ErrorCode } from './errors';

export const CARDS = ['approve', 'decline', 'hang', 'approve-late'] as const;
export type Card = (typeof CARDS)[number];

export type Cancel = {
  readonly transactionKey: string;
  readonly cancelAmount: number;
  readonly cancelReason: string;
  readonly canceledAt: number;
};

/** One customer's attempt to pay an order, as stored. Times are milliseconds since the epoch. */
export type Payment = {
  readonly paymentKey: string;
  readonly orderId: string;
  readonly amount: number;
  readonly currency: string;
  readonly card: Card;
  /** How long an `approve-late` confirmation keeps its answer back. */
  readonly lateMs: number;
  /** How long after its confirmation an `approve-late` payment is captured. */
  readonly captureAfterMs: number;
  readonly requestedAt: number;
  /** When the money is taken. It lies in the future while the capture is under way, and is set at most once. */
  readonly capturedAt?: number;
  readonly failure?: ErrorCode;
  readonly cancels: readonly Cancel[];
};

export type PaymentStatus = 'IN_PROGRESS' | 'DONE' | 'CANCELED' | 'PARTIAL_CANCELED' | 'ABORTED' | 'EXPIRED';

/**
 * A payment not confirmed within 30 minutes expires.
 * Source: https://docs.tosspayments.com/reference (Payment object, `status`)
 */
const PAYMENT_LIFETIME_MS = 30 * 60_000;

export function statusOf(payment: Payment, now: number): PaymentStatus {
  if (payment.failure) return 'ABORTED';
  if (payment.capturedAt === undefined) {
    return now >= payment.requestedAt + PAYMENT_LIFETIME_MS ? 'EXPIRED' : 'IN_PROGRESS';
  }
  if (payment.capturedAt > now) return 'IN_PROGRESS';
  if (payment.cancels.length === 0) return 'DONE';
  return balanceOf(payment) === 0 ? 'CANCELED' : 'PARTIAL_CANCELED';
}

export const balanceOf = (payment: Payment): number =>
  payment.amount - payment.cancels.reduce((sum, { cancelAmount }) => sum + cancelAmount, 0);
