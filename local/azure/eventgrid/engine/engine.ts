import { type Clock, systemClock } from '../../clock';
import type {
  CloudEvent,
  DeadLetter,
  Delivery,
  DeliveryResult,
  EventGridOperations,
  Subscriptions,
} from './model';
import { MAX_ATTEMPTS, retryDelayMs, TIME_TO_LIVE_MS } from './retryPolicy';
import { type NewDelivery, openStore } from './store';

export type EventGridEngineOptions = {
  readonly subscriptions: Subscriptions;
  /** The queue of a subscription to every type that no other subscription names. Without one such an event is dropped. */
  readonly otherTypesTo?: string;
  /** A file, or ':memory:' (default). */
  readonly file?: string;
  readonly clock?: Clock;
  /** By default none. `random` also spreads the retries. */
  readonly chaos?: { readonly duplicate: number; readonly delayMs: number; readonly random: () => number };
};

/**
 * The topic in process. It has routing, schedule and the durable table of deliveries, with no sockets and no timers.
 * Whoever drives it takes what is due, delivers it, and says how each went. Given the same calls, clock readings and
 * random numbers it does the same.
 */
export type EventGridEngine = {
  /** Durable when it returns. An event that no subscription takes is counted and dropped, as Event Grid does. */
  readonly publish: (events: readonly CloudEvent[]) => void;
  readonly takeDue: (max: number) => Delivery[];
  /**
   * How attempts went, in the order of `deliveries`. Failures come due again later. Those beyond help are returned,
   * and stay until `deadLettered` says that they are written down elsewhere.
   */
  readonly report: (deliveries: readonly Delivery[], results: readonly DeliveryResult[]) => DeadLetter[];
  readonly deadLettered: (letters: readonly DeadLetter[]) => void;
  /** The dead-letter destination did not take them. They are tried again as a whole, in a minute. */
  readonly notDeadLettered: (letters: readonly DeadLetter[]) => void;
  readonly nextDueAt: () => number | undefined;
  /** Deliveries still to be made, under way included. */
  readonly pending: () => number;
  readonly operations: () => EventGridOperations;
  readonly close: () => void;
};

const NO_CHAOS = { duplicate: 0, delayMs: 0, random: Math.random };
const DEAD_LETTER_RETRY_MS = 60_000;

export function openEventGrid(options: EventGridEngineOptions): EventGridEngine {
  const { clock = systemClock, chaos = NO_CHAOS } = options;
  const queuesOf = queuesBy(options);
  const store = openStore(options.file ?? ':memory:');
  const operations = { published: 0, dropped: 0, delivered: 0, failed: 0, deadLettered: 0 };

  const publish = (events: readonly CloudEvent[]): void => {
    const now = clock.now();
    const deliveries = events.flatMap((event) => route(event, queuesOf(event.type), chaos, now));
    if (deliveries.length > 0) store.add(deliveries);
    operations.published += events.length;
    operations.dropped += events.filter(({ type }) => queuesOf(type).length === 0).length;
  };

  const report = (deliveries: readonly Delivery[], results: readonly DeliveryResult[]): DeadLetter[] => {
    const now = clock.now();
    const settled = deliveries.map((delivery, i) => judge(delivery, results[i] ?? UNKNOWN, now));
    const delivered = settled.filter(({ kind }) => kind === 'delivered').map(({ delivery }) => delivery.id);
    const retries = settled.filter(({ kind }) => kind === 'retry').map(({ delivery }) => delivery);
    const letters = settled.flatMap((one) => (one.kind === 'dead' ? [one.delivery] : []));
    if (delivered.length > 0) store.remove(delivered);
    if (retries.length > 0) store.putBack(retries.map((retry) => nextAttempt(retry, now, chaos.random)));
    operations.delivered += delivered.length;
    operations.failed += retries.length + letters.length;
    return letters;
  };

  return {
    publish,
    takeDue: (max) => store.take(clock.now(), max),
    report,
    deadLettered: (letters) => {
      store.remove(letters.map(({ id }) => id));
      operations.deadLettered += letters.length;
    },
    notDeadLettered: (letters) =>
      store.putBack(
        letters.map(({ id, attempts }) => ({ id, attempts, dueAt: clock.now() + DEAD_LETTER_RETRY_MS })),
      ),
    nextDueAt: store.nextDueAt,
    pending: store.count,
    operations: () => ({ ...operations }),
    close: store.close,
  };
}

function queuesBy({ subscriptions, otherTypesTo }: EventGridEngineOptions) {
  const others = otherTypesTo === undefined ? [] : [otherTypesTo];
  return (type: string): readonly string[] =>
    Object.hasOwn(subscriptions, type) ? (subscriptions[type] ?? []) : others;
}

function route(
  event: CloudEvent,
  queues: readonly string[],
  chaos: NonNullable<EventGridEngineOptions['chaos']>,
  now: number,
): NewDelivery[] {
  const text = JSON.stringify(event);
  const toQueue = (queue: string): NewDelivery => ({
    queue,
    event: text,
    publishedAt: now,
    dueAt: chaos.delayMs === 0 ? now : now + Math.floor(chaos.random() * chaos.delayMs),
  });
  return queues.flatMap((queue) =>
    chaos.duplicate > 0 && chaos.random() < chaos.duplicate
      ? [toQueue(queue), toQueue(queue)]
      : [toQueue(queue)],
  );
}

const UNKNOWN: DeliveryResult = { delivered: false, outcome: 'Unknown', permanent: false };

type Judgement =
  | { readonly kind: 'delivered' | 'retry'; readonly delivery: Delivery }
  | { readonly kind: 'dead'; readonly delivery: DeadLetter };

function judge(delivery: Delivery, result: DeliveryResult, now: number): Judgement {
  if (result.delivered) return { kind: 'delivered', delivery };
  const attempts = delivery.attempts + 1;
  const dead = (reason: DeadLetter['reason']): Judgement => ({
    kind: 'dead',
    delivery: { ...delivery, attempts, reason, outcome: result.outcome, lastAttemptAt: now },
  });
  if (result.permanent) return dead('UndeliverableDueToClientError');
  if (attempts >= MAX_ATTEMPTS) return dead('MaxDeliveryAttemptsExceeded');
  if (now - delivery.publishedAt >= TIME_TO_LIVE_MS) return dead('TimeToLiveExceeded');
  return { kind: 'retry', delivery };
}

function nextAttempt(
  { id, attempts }: Delivery,
  now: number,
  random: () => number,
): { id: number; attempts: number; dueAt: number } {
  return { id, attempts: attempts + 1, dueAt: now + retryDelayMs(attempts + 1, random) };
}
