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
  /** Gives `amount` back; the same `idempotencyKey` gives back at most once. */
  readonly cancel: (refund: {
    paymentKey: string;
    amount: number;
    reason: string;
    idempotencyKey: string;
  }) => Promise<'refunded' | 'unknown'>;
  /** Seconds until calls are worth another try; undefined when they are now. */
  readonly closedForSeconds: () => number | undefined;
};

/** `unknown`: no answer in time, or none that says. It may have been captured; only `find` can tell. */
export type Confirmed =
  | { readonly kind: 'approved' }
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'unknown' };

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
