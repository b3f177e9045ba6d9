/** An account was opened into which the customer may transfer the money for days. */
export type AwaitingDeposit = { readonly kind: 'awaiting-deposit'; readonly orderId: string };

/** By what the customer paid at the provider, as far as it says so. */
export type Means = { readonly means?: string | undefined };

/** What the provider answers to a confirmation. After `unknown` it may have been captured, and only asking again can tell. */
export type Confirmed =
  | ({ readonly kind: 'approved'; readonly currency: string } & Means)
  | { readonly kind: 'declined'; readonly reason: string }
  | AwaitingDeposit
  | { readonly kind: 'unknown' };

/** What the provider knows of a payment. */
export type Found =
  | ({
      readonly kind: 'captured';
      readonly orderId: string;
      readonly amount: number;
      readonly currency: string;
      readonly refunded: number;
      /** More may be refunded soon, without being asked again. */
      readonly isRefundUnderWay?: true;
    } & Means)
  | AwaitingDeposit
  /** Not captured, but it still may be. */
  | { readonly kind: 'open' }
  /** Not captured and never will be. */
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unknown' };

/** The port to whoever moves the money. Amounts are minor units of the currency of what is paid. */
export type PaymentProvider = {
  /** Captures a payment the customer has authorised. The same order and key capture at most once. */
  readonly confirm: (payment: { paymentKey: string; orderId: string; amount: number }) => Promise<Confirmed>;
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
