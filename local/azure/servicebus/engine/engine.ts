import { type Clock, systemClock } from '../../clock';
import { advance, nextDueAt } from './advance';
import type { EngineContext } from './context';
import { entitiesOf } from './entity';
import type {
  BrokerProperties,
  DeadLetterOptions,
  LockedMessage,
  NewMessage,
  QueueCounts,
  QueueDefinition,
  ReceiveMode,
  StoredMessage,
} from './model';
import { noOperations, type OperationCounts } from './operations';
import { counts, peek } from './peek';
import { receive, receiveDeferred } from './receive';
import { cancelScheduled, type ScheduledMessage, schedule } from './schedule';
import { send } from './send';
import { abandon, complete, deadLetter, defer, release, releaseAll, renewLock } from './settle';
import { openStore } from './store';

export type EngineOptions = {
  readonly queues: readonly QueueDefinition[];
  /** A file, or ':memory:' (default). */
  readonly file?: string;
  readonly clock?: Clock;
};

/**
 * Queues in process, with no sockets. The AMQP front speaks for them, and a simulation uses them as they are. An
 * `entity` is a queue's name or `<queue>/$deadletterqueue`. An unknown one throws `entity-not-found`. Given the same
 * calls and clock readings it does the same. What came due by the clock (locks, schedules, expiry) is dealt with
 * before each call, so a virtual clock needs no timer.
 */
export type ServiceBusEngine = {
  /** Durable when it returns. */
  readonly send: (entity: string, messages: readonly NewMessage[]) => number[];
  readonly schedule: (entity: string, messages: readonly ScheduledMessage[]) => number[];
  readonly cancelScheduled: (entity: string, sequenceNumbers: readonly number[]) => void;
  readonly receive: (entity: string, maxMessages: number, mode?: ReceiveMode) => LockedMessage[];
  readonly receiveDeferred: (
    entity: string,
    sequenceNumbers: readonly number[],
    mode?: ReceiveMode,
  ) => LockedMessage[];
  readonly peek: (entity: string, fromSequenceNumber: number, maxMessages: number) => StoredMessage[];
  /** Settlements throw `lock-lost` when the lock has ended, whoever holds the message now. */
  readonly complete: (lockToken: string) => void;
  readonly abandon: (lockToken: string, properties?: BrokerProperties) => void;
  readonly release: (lockToken: string) => void;
  readonly deadLetter: (lockToken: string, options?: DeadLetterOptions) => void;
  readonly defer: (lockToken: string, properties?: BrokerProperties) => void;
  readonly renewLock: (lockToken: string) => number;
  readonly releaseAll: () => void;
  readonly counts: (entity: string) => QueueCounts;
  /** True if the entity exists. */
  readonly has: (entity: string) => boolean;
  /** Does what is due by now. */
  readonly advance: () => void;
  readonly nextDueAt: () => number | undefined;
  /** Called with an entity's path whenever something in it may have become available. */
  readonly onAvailable: (listener: (entity: string) => void) => void;
  /** Billable operations since this engine was opened. */
  readonly operations: () => OperationCounts;
  readonly close: () => void;
};

export function openServiceBus(options: EngineOptions): ServiceBusEngine {
  const clock = options.clock ?? systemClock;
  const operations = noOperations();
  const listeners: ((entity: string) => void)[] = [];
  // The earliest time that might be due; it may be too early, never too late.
  let dueAt = Number.NEGATIVE_INFINITY;
  const context: EngineContext = {
    store: openStore(options.file ?? ':memory:'),
    entities: entitiesOf(options.queues),
    clock,
    count: (operation, times = 1) => {
      operations[operation] += times;
    },
    available: ({ path }) => {
      for (const listener of listeners) listener(path);
    },
    due: (at) => {
      if (at < dueAt) dueAt = at;
    },
  };
  const settleDue = (): void => {
    if (clock.now() < dueAt) return;
    dueAt = Number.POSITIVE_INFINITY;
    advance(context);
    dueAt = nextDueAt(context) ?? Number.POSITIVE_INFINITY;
  };
  /** Wraps an operation so that it sees the queues as they are by now. */
  const upToDate =
    <Args extends unknown[], T>(operation: (context: EngineContext, ...args: Args) => T) =>
    (...args: Args): T => {
      settleDue();
      return operation(context, ...args);
    };
  return {
    send: upToDate(send),
    schedule: upToDate(schedule),
    cancelScheduled: upToDate(cancelScheduled),
    receive: upToDate((c, entity: string, max: number, mode: ReceiveMode = 'peekLock') =>
      receive(c, c.entities.find(entity), max, mode),
    ),
    receiveDeferred: upToDate(
      (c, entity: string, sequenceNumbers: readonly number[], mode: ReceiveMode = 'peekLock') =>
        receiveDeferred(c, c.entities.find(entity), sequenceNumbers, mode),
    ),
    peek: upToDate(peek),
    complete: upToDate(complete),
    abandon: upToDate(abandon),
    release: upToDate(release),
    deadLetter: upToDate((c, lockToken: string, o: DeadLetterOptions = {}) => deadLetter(c, lockToken, o)),
    defer: upToDate(defer),
    renewLock: upToDate(renewLock),
    releaseAll: upToDate(releaseAll),
    counts: upToDate(counts),
    has: (entity) => context.entities.all.some(({ path }) => path === entity.toLowerCase()),
    advance: settleDue,
    nextDueAt: () => nextDueAt(context),
    onAvailable: (listener) => void listeners.push(listener),
    operations: () => ({ ...operations }),
    close: () => context.store.close(),
  };
}
