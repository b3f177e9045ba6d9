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
   * Gives `amount` back if exactly `refundable` is left of the payment; without `part`, all of one that is not paid yet. The
   * same `idempotencyKey` gives back at most once, and once refused it stays refused.
   */
  readonly cancel: (refund: {
    paymentKey: string;
    part?: { amount: number; refundable: number };
    reason: string;
    idempotencyKey: string;
  }) => Promise<Refunded>;
  /** Seconds until calls are worth another try; undefined when they are now. */
  readonly closedForSeconds: () => number | undefined;
};

/** `unknown`: no answer in time, or none that says. It may have been captured; only `find` can tell. */
export type Confirmed =
  | { readonly kind: 'approved'; readonly currency: string }
  | { readonly kind: 'declined'; readonly reason: string }
  | AwaitingDeposit
  | { readonly kind: 'unknown' };

/** An account was opened into which the customer may transfer the money for days. */
export type AwaitingDeposit = { readonly kind: 'awaiting-deposit'; readonly reservationId: string };

/** `refused`: nothing was given back under this key, and nothing will be. `unknown`: it may have been, or may yet be. */
export type Refunded = 'refunded' | 'refused' | 'unknown';

export type Captured = {
  readonly kind: 'captured';
  readonly reservationId: string;
  readonly amount: number;
  readonly currency: string;
  readonly refunded: number;
};

export type Found =
  | Captured
  | AwaitingDeposit
  /** Not captured, but it still may be. */
  | { readonly kind: 'open' }
  /** Not captured and never will be. */
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unknown' };
