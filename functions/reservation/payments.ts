/** The port to whoever moves the money. Amounts are minor units of the reservation's currency. */
export type PaymentProvider = {
  /** Captures a payment the customer has authorised. The same reservation and key capture at most once. */
  readonly confirm: (payment: {
    paymentKey: string;
    reservationId: string;
    amount: number;
  }) => Promise<Confirmed>;
  /** What the provider knows of a payment. */
  readonly find: (paymentKey: string) => Promise<Found>;
  /**
   * Gives `amount` back if exactly `refundable` is left of the payment. The same `idempotencyKey` gives back at most once,
   * and once refused it stays refused.
   */
  readonly cancel: (refund: {
    paymentKey: string;
    amount: number;
    refundable: number;
    reason: string;
    idempotencyKey: string;
  }) => Promise<Refunded>;
  /** Seconds until calls are worth another try; undefined when they are now. */
  readonly closedForSeconds: () => number | undefined;
};

/** `unknown`: no answer in time, or none that says. It may have been captured; only `find` can tell. */
export type Confirmed =
  | { readonly kind: 'approved' }
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'unknown' };

/** `refused`: nothing was given back under this key, and nothing will be. `unknown`: it may have been, or may yet be. */
export type Refunded = 'refunded' | 'refused' | 'unknown';

export type Found =
  | {
      readonly kind: 'captured';
      readonly reservationId: string;
      readonly amount: number;
      readonly refunded: number;
    }
  /** Not captured, but it still may be. */
  | { readonly kind: 'open' }
  /** Not captured and never will be. */
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unknown' };
