import type { Confirmed, Found } from '../domain/paymentAnswer';

/** The port to whoever moves the money. Amounts are minor units of the reservation's currency. */
export type PaymentProvider = {
  /** Captures a payment the customer has authorised. The same reservation and key capture at most once. */
  readonly confirm: (payment: {
    paymentKey: string;
    reservationId: string;
    amount: number;
  }) => Promise<Confirmed>;
  readonly find: (paymentKey: string) => Promise<Found>;
  /**
   * Refunds `amount` if exactly `refundable` is left of the payment. Without `part` it cancels all of one that is not paid
   * yet. The same `idempotencyKey` refunds at most once, and once refused it stays refused.
   */
  readonly cancel: (cancellation: PaymentCancellation) => Promise<Refunded>;
  /** Seconds until calls are worth another try. Undefined when they are now. */
  readonly closedForSeconds: () => number | undefined;
};

export type PaymentCancellation = {
  readonly paymentKey: string;
  readonly part?: RefundPart;
  readonly reason: string;
  readonly idempotencyKey: string;
};

export type RefundPart = { readonly amount: number; readonly refundable: number };

/** `refused`: nothing was refunded under this key, and nothing will be. `unknown`: it may have been, or may yet be. */
export type Refunded = 'refunded' | 'refused' | 'unknown';
