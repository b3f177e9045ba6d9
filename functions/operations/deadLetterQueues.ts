import type {
  ServiceBusClient,
  ServiceBusReceivedMessage,
  ServiceBusReceiver,
  ServiceBusSender,
} from '@azure/service-bus';
import type { Failure } from '../../shared/cosmos/failures';
import { randomId } from '../../shared/kernel/ids';
import { type EventContract, labelOf, readEvent } from '../../shared/messaging/envelope';
import subscriptions from '../../shared/subscriptions.json';
import { musicalEvents } from '../musical/contract';
import { reservationEvents } from '../reservation/contract';
import type { FailureBook } from './failureBook';

export type DeadLetter = {
  readonly queue: string;
  readonly eventId: string;
  readonly type: string;
  /** What is wrong, in words for the person who has to mend it. */
  readonly reason: string;
  readonly deliveryCount: number;
  readonly enqueuedAt: string;
};

const ALL_EVENTS: readonly EventContract[] = [...musicalEvents, ...reservationEvents];

/** Every queue of the system, with the events it gets. */
const contractsByQueue: ReadonlyMap<string, readonly EventContract[]> = new Map(
  [...new Set(Object.values(subscriptions).flat())].map((queue) => [
    queue,
    ALL_EVENTS.filter(({ type }) => (subscriptions as Record<string, string[]>)[type]?.includes(queue)),
  ]),
);

export const QUEUES = [...contractsByQueue.keys()];

const PEEKED = 100;
const BATCH = 50;
const MAX_REPLAYED = 1_000;
/** Dead letters that one replay may have in its hands without putting them back. */
const MAX_LEFT = 2_000;
const WAIT_MS = 1_000;

/** The dead letters of every queue. */
export const deadLetterQueues = (openBus: () => ServiceBusClient, failures: FailureBook) => {
  const bus = openBus();
  let probed: ServiceBusReceiver | undefined;

  return {
    /** Throws when the bus does not answer. Its link is opened at first use and kept. */
    probe() {
      if (probed === undefined || probed.isClosed) probed = bus.createReceiver(QUEUES[0] ?? '');
      return probed.peekMessages(1);
    },

    async list(): Promise<DeadLetter[]> {
      // A client remembers how far it has peeked, whichever receiver asks; a new one begins at the oldest.
      const bus = openBus();
      try {
        const lists = await Promise.all(
          QUEUES.map(async (queue) => {
            const peeker = bus.createReceiver(queue, { subQueueType: 'deadLetter' });
            const messages = await peeker.peekMessages(PEEKED);
            return Promise.all(messages.map((message) => explained(failures, queue, message)));
          }),
        );
        return [...lists.flat(), ...(await failures.parked()).map(parkedDocument)];
      } finally {
        await bus.close();
      }
    },

    /**
     * Puts dead letters back into their queue, all or those of these events, at most MAX_REPLAYED at once. Returns how
     * many. Each is sent before it is removed: at least once. One that fails again meanwhile is left.
     */
    async replay(queue: string, eventIds: readonly string[] | undefined): Promise<number> {
      const sender = bus.createSender(queue);
      // Of its own: of two replays at once that share one, the second could not receive.
      const receiver = bus.createReceiver(queue, { subQueueType: 'deadLetter' });
      try {
        return await replayAll(receiver, sender, eventIds);
      } finally {
        await Promise.all([sender.close(), receiver.close()]);
      }
    },
  };
};
export type DeadLetterQueues = ReturnType<typeof deadLetterQueues>;

/** What a message calls itself, as far as it can be read; else by its own id, so that it can be replayed alone. */
const eventOf = ({ body, messageId }: Pick<ServiceBusReceivedMessage, 'body' | 'messageId'>) => {
  const { id = String(messageId ?? ''), type = '' } = labelOf(body);
  return { eventId: id, type };
};

async function explained(
  failures: FailureBook,
  queue: string,
  message: ServiceBusReceivedMessage,
): Promise<DeadLetter> {
  const event = eventOf(message);
  const reading = readEvent(message.body, contractsByQueue.get(queue) ?? []);
  return {
    queue,
    ...event,
    reason:
      reading.status === 'read'
        ? await whyUnhandled(failures, queue, event.eventId, message)
        : `It cannot be read: ${reading.why}`,
    deliveryCount: message.deliveryCount ?? 0,
    enqueuedAt: (message.enqueuedTimeUtc ?? new Date(0)).toISOString(),
  };
}

async function whyUnhandled(
  failures: FailureBook,
  queue: string,
  eventId: string,
  { deadLetterReason, deadLetterErrorDescription }: ServiceBusReceivedMessage,
): Promise<string> {
  const lastError = await failures.lastErrorOf(queue, eventId);
  const given = [deadLetterReason, deadLetterErrorDescription].filter(Boolean).join(': ');
  const told = lastError ?? `${given}; the log has the error under this eventId`;
  return `It can be read, but its handler failed each time. Last error: ${told}. Mend the cause, then replay it.`;
}

/** A document that a change feed's reader left behind. It is no message: mend and save it, and the feed shows it again. */
const parkedDocument = ({ id, source, reason, at }: Failure): DeadLetter => ({
  queue: source,
  eventId: id,
  type: 'document',
  reason: `Parked: ${reason}. Mend the document and save it; the feed shows it again.`,
  deliveryCount: 1,
  enqueuedAt: at,
});

/** Marks what one replay has put back, so that it does not meet its own messages again without end. */
const REPLAY = 'marquee-replay';

async function replayAll(
  receiver: ServiceBusReceiver,
  sender: ServiceBusSender,
  eventIds: readonly string[] | undefined,
): Promise<number> {
  const wanted = eventIds && new Set(eventIds);
  const replayId = randomId();
  const left: ServiceBusReceivedMessage[] = [];
  let replayed = 0;
  try {
    while (replayed < MAX_REPLAYED && left.length < MAX_LEFT) {
      const messages = await receiver.receiveMessages(BATCH, { maxWaitTimeInMs: WAIT_MS });
      if (messages.length === 0) break;
      for (const message of messages) {
        const isWanted = wanted === undefined || wanted.has(eventOf(message).eventId);
        if (!isWanted || message.applicationProperties?.[REPLAY] === replayId) left.push(message);
        else {
          const { body, contentType, applicationProperties = {} } = message;
          await sender.sendMessages({
            body,
            contentType: contentType ?? 'application/json',
            applicationProperties: { ...applicationProperties, [REPLAY]: replayId },
          });
          await receiver.completeMessage(message);
          replayed++;
        }
      }
    }
    return replayed;
  } finally {
    // One whose lock is lost is back by itself.
    await Promise.allSettled(left.map((message) => receiver.abandonMessage(message)));
  }
}
