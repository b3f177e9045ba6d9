/** A CloudEvents 1.0 event in structured JSON form, kept as it was published. */
export type CloudEvent = {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly specversion: '1.0';
  readonly [attribute: string]: unknown;
};

/** Event type → names of the queues that want it. */
export type Subscriptions = Readonly<Record<string, readonly string[]>>;

/** One event on its way to one queue. */
export type Delivery = {
  readonly id: number;
  readonly queue: string;
  readonly event: CloudEvent;
  readonly publishedAt: number;
  /** Attempts before this one. */
  readonly attempts: number;
};

export type DeliveryResult =
  | { readonly delivered: true }
  /**
   * `permanent` says that trying again cannot help, as when a message is too large. `outcome` is one word for the dead
   * letter.
   */
  | { readonly delivered: false; readonly outcome: string; readonly permanent: boolean };

export type DeadLetter = Delivery & {
  readonly reason: 'MaxDeliveryAttemptsExceeded' | 'TimeToLiveExceeded' | 'UndeliverableDueToClientError';
  readonly outcome: string;
  readonly lastAttemptAt: number;
};

/**
 * `published` counts events, and `dropped` those that no queue wanted. `delivered`, `failed` and `deadLettered` count
 * deliveries.
 */
export type EventGridOperations = Record<
  'published' | 'dropped' | 'delivered' | 'failed' | 'deadLettered',
  number
>;
