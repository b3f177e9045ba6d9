import type { ServiceBusReceivedMessage } from '@azure/service-bus';
import { type EventContract, labelOf, readEvent } from '../../shared/messaging/envelope';
import { UNCLAIMED_QUEUE } from '../../shared/messaging/unclaimed';
import type { PendingItem } from '../../shared/pending/pending';
import subscriptions from '../../shared/subscriptions.json';
import { musicalEvents } from '../musical/contract';
import { erasureEvents, reservationEvents } from '../reservation/contract';

export type DeadLetter = {
  readonly queue: string;
  readonly eventId: string;
  readonly type: string;
  /** What is wrong, in words for the person who has to mend it. */
  readonly reason: string;
  readonly deliveryCount: number;
  readonly enqueuedAt: string;
};

const ALL_EVENTS: readonly EventContract[] = [...musicalEvents, ...reservationEvents, ...erasureEvents];

/** The last error of an event in a queue, or that it cannot be had. */
export type ReadLastError = (queue: string, eventId: string) => Promise<string | undefined>;

/** The queues that want events of this type. */
export const queuesFor = (type: string): readonly string[] =>
  Object.hasOwn(subscriptions, type) ? ((subscriptions as Record<string, string[]>)[type] ?? []) : [];

/** Every queue that somebody listens to, with the events it gets. */
const contractsByQueue: ReadonlyMap<string, readonly EventContract[]> = new Map(
  [...new Set(Object.values(subscriptions).flat())].map((queue) => [
    queue,
    ALL_EVENTS.filter(({ type }) => queuesFor(type).includes(queue)),
  ]),
);

export const QUEUES = [...contractsByQueue.keys()];

/** What a message calls itself, as far as it can be read. Without a name it goes by its own id, and can be replayed alone. */
export function eventOf({ body, messageId }: Pick<ServiceBusReceivedMessage, 'body' | 'messageId'>) {
  const { id = String(messageId ?? ''), type = '' } = labelOf(body);
  return { eventId: id, type };
}

export async function explainDeadLetter(
  lastErrorOf: ReadLastError,
  queue: string,
  message: ServiceBusReceivedMessage,
): Promise<DeadLetter> {
  const event = eventOf(message);
  const reason =
    queue === UNCLAIMED_QUEUE
      ? `No context hears of events of type ${event.type}. Deploy the one that does and retry it, or discard it.`
      : await whyDead(lastErrorOf, queue, event.eventId, message);
  return {
    queue,
    ...event,
    reason,
    deliveryCount: message.deliveryCount ?? 0,
    enqueuedAt: (message.enqueuedTimeUtc ?? new Date(0)).toISOString(),
  };
}

async function whyDead(
  lastErrorOf: ReadLastError,
  queue: string,
  eventId: string,
  message: ServiceBusReceivedMessage,
): Promise<string> {
  const reading = readEvent(message.body, contractsByQueue.get(queue) ?? []);
  return reading.status === 'unreadable'
    ? `It cannot be read: ${reading.why}`
    : whyUnhandled(lastErrorOf, queue, eventId, message);
}

async function whyUnhandled(
  lastErrorOf: ReadLastError,
  queue: string,
  eventId: string,
  { deadLetterReason, deadLetterErrorDescription }: ServiceBusReceivedMessage,
): Promise<string> {
  const lastError = await lastErrorOf(queue, eventId);
  const given = [deadLetterReason, deadLetterErrorDescription].filter(Boolean).join(': ');
  const told = lastError ?? `${given}. The log has the error under this eventId`;
  return `It can be read, but its handler failed each time. Last error: ${told}. Mend the cause, then replay it.`;
}

/** A document that a change feed's reader left behind. It is no message, and is mended rather than replayed. */
export const explainParked = ({ id, reason, since, attempts }: PendingItem): DeadLetter => {
  const cut = id.indexOf(':');
  return {
    queue: id.slice(0, cut),
    eventId: id.slice(cut + 1),
    type: 'document',
    reason: `Parked: ${reason}. Mend the document and save it, or retry it; the feed shows it again.`,
    deliveryCount: attempts,
    enqueuedAt: since,
  };
};
