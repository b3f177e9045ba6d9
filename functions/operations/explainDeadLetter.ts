import type { ServiceBusReceivedMessage } from '@azure/service-bus';
import type { Failure } from '../../shared/cosmos/failures';
import { type EventContract, labelOf, readEvent } from '../../shared/messaging/envelope';
import subscriptions from '../../shared/subscriptions.json';
import { musicalEvents } from '../musical/contract';
import { reservationEvents } from '../reservation/contract';
import { type FailureBook, UNMAILED } from './failureBook';

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

/** What a message calls itself, as far as it can be read. Without a name it goes by its own id, and can be replayed alone. */
export function eventOf({ body, messageId }: Pick<ServiceBusReceivedMessage, 'body' | 'messageId'>) {
  const { id = String(messageId ?? ''), type = '' } = labelOf(body);
  return { eventId: id, type };
}

export async function explainDeadLetter(
  failures: FailureBook,
  queue: string,
  message: ServiceBusReceivedMessage,
): Promise<DeadLetter> {
  const event = eventOf(message);
  const reading = readEvent(message.body, contractsByQueue.get(queue) ?? []);
  const reason =
    reading.status === 'unreadable'
      ? `It cannot be read: ${reading.why}`
      : await whyUnhandled(failures, queue, event.eventId, message);
  return {
    queue,
    ...event,
    reason,
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
  const told = lastError ?? `${given}. The log has the error under this eventId`;
  return `It can be read, but its handler failed each time. Last error: ${told}. Mend the cause, then replay it.`;
}

/** What is no message and cannot be replayed, a document that a feed's reader left behind or a mail that none would take. */
export const explainParked = ({ id, source, reason, at }: Failure): DeadLetter => ({
  queue: source,
  eventId: id,
  ...(source === UNMAILED
    ? { type: 'mail', reason: `${reason}. The notice is in the app; reach the customer by another way.` }
    : {
        type: 'document',
        reason: `Parked: ${reason}. Mend the document and save it; the feed shows it again.`,
      }),
  deliveryCount: 1,
  enqueuedAt: at,
});
