/** A queue and its rules. Defaults are Service Bus's own, but for the lock, which Azure sets to one minute too. */
export type QueueDefinition = {
  readonly name: string;
  /** How long a received message stays hidden from others. Default 60,000. */
  readonly lockDurationMs?: number;
  /** After so many failed deliveries a message goes to the dead-letter queue. Default 10. */
  readonly maxDeliveryCount?: number;
  /** The longest a message lives, whatever it asks for itself. By default there is no end. */
  readonly defaultTimeToLiveMs?: number;
  /** Whether an expired message goes to the dead-letter queue (true) or is gone (default). */
  readonly deadLetteringOnMessageExpiration?: boolean;
};

/** What a broker may add to a message while settling it. The receiver sees it as application properties. */
export type BrokerProperties = Readonly<Record<string, string | number | boolean | null>>;

export type NewMessage = {
  /** Opaque to the engine, and kept byte for byte. */
  readonly payload: Uint8Array;
  readonly timeToLiveMs?: number;
};

export type MessageState = 'active' | 'deferred' | 'scheduled';

export type StoredMessage = {
  readonly sequenceNumber: number;
  readonly payload: Uint8Array;
  readonly properties: BrokerProperties;
  readonly enqueuedAt: number;
  /** Deliveries that failed so far, 0 on the first. */
  readonly deliveryCount: number;
  readonly state: MessageState;
  /** The queue a dead letter comes from, undefined elsewhere. */
  readonly deadLetterSource: string | undefined;
};

export type LockedMessage = StoredMessage & {
  readonly lockToken: string;
  readonly lockedUntil: number;
};

export type ReceiveMode = 'peekLock' | 'receiveAndDelete';

export type DeadLetterOptions = {
  readonly reason?: string | undefined;
  readonly description?: string | undefined;
  readonly properties?: BrokerProperties | undefined;
};

export type QueueCounts = {
  readonly active: number;
  readonly locked: number;
  readonly scheduled: number;
  readonly deferred: number;
  readonly deadLettered: number;
};
