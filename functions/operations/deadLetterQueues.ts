import type { ServiceBusClient, ServiceBusReceivedMessage, ServiceBusReceiver } from '@azure/service-bus';
import { randomId } from '../../shared/kernel/ids';
import { UNCLAIMED_QUEUE } from '../../shared/messaging/unclaimed';
import {
  type DeadLetter,
  eventOf,
  explainDeadLetter,
  QUEUES,
  queuesFor,
  type ReadLastError,
} from './explainDeadLetter';
import { takeLetters } from './takeLetters';

const PEEKED = 100;

/** Marks what one replay has put back, so that it does not meet its own messages again without end. */
const REPLAY = 'marquee-replay';

/** A letter and the message that it is about. */
export type Letter = { readonly letter: DeadLetter; readonly body: unknown };

/** The dead letters of every queue, and the events that no queue takes. */
export const deadLetterQueues = (openBus: () => ServiceBusClient, lastErrorOf: ReadLastError) => {
  const bus = openBus();
  let probed: ServiceBusReceiver | undefined;
  return {
    /** Throws when the bus does not answer. Its link is opened at first use and kept. */
    probe() {
      if (probed === undefined || probed.isClosed) probed = bus.createReceiver(QUEUES[0] ?? '');
      return probed.peekMessages(1);
    },

    /** At most a hundred of each queue, the oldest first. */
    list: (): Promise<Letter[]> => listLetters(openBus(), lastErrorOf),

    /**
     * Puts letters back into their queue, all or those of these events, each as the message it was. One that no queue
     * took goes to those that take its type now. Returns how many. Throws when none does.
     */
    replay(queue: string, eventIds: readonly string[] | undefined): Promise<number> {
      const replayId = randomId();
      return taking(bus, queue, {
        isMeant: (message) =>
          message.applicationProperties?.[REPLAY] !== replayId &&
          (eventIds === undefined || eventIds.includes(eventOf(message).eventId)),
        take: async (message) => {
          for (const target of targetsOf(queue, message)) await putBack(bus, target, message, replayId);
        },
      });
    },

    /** Removes the letters of one event for good. */
    discard: (queue: string, eventId: string): Promise<number> =>
      taking(bus, queue, {
        isMeant: (message) => eventOf(message).eventId === eventId,
        take: async () => {},
      }),
  };
};
export type DeadLetterQueues = ReturnType<typeof deadLetterQueues>;

/** Closes the bus, for a client remembers how far it has peeked, whichever receiver asks. A new one begins at the oldest. */
async function listLetters(bus: ServiceBusClient, lastErrorOf: ReadLastError): Promise<Letter[]> {
  const explained = async (queue: string, message: ServiceBusReceivedMessage): Promise<Letter> => ({
    letter: await explainDeadLetter(lastErrorOf, queue, message),
    body: message.body,
  });
  try {
    const lists = await Promise.all(
      [...QUEUES, UNCLAIMED_QUEUE].map(async (queue) => {
        const messages = await openLetters(bus, queue).peekMessages(PEEKED);
        return Promise.all(messages.map((message) => explained(queue, message)));
      }),
    );
    return lists.flat();
  } finally {
    await bus.close();
  }
}

async function taking(
  bus: ServiceBusClient,
  queue: string,
  work: Parameters<typeof takeLetters>[1],
): Promise<number> {
  // Two at once do not share a receiver, for then the second could not receive.
  const receiver = openLetters(bus, queue);
  try {
    return await takeLetters(receiver, work);
  } finally {
    await receiver.close();
  }
}

async function putBack(
  bus: ServiceBusClient,
  queue: string,
  message: ServiceBusReceivedMessage,
  replayId: string,
): Promise<void> {
  const sender = bus.createSender(queue);
  try {
    await sender.sendMessages(copyOf(message, replayId));
  } finally {
    await sender.close();
  }
}

/** Nobody listens to the queue of unclaimed events, so they lie in it and not among its dead letters. */
const openLetters = (bus: ServiceBusClient, queue: string): ServiceBusReceiver =>
  queue === UNCLAIMED_QUEUE
    ? bus.createReceiver(queue)
    : bus.createReceiver(queue, { subQueueType: 'deadLetter' });

function targetsOf(queue: string, message: ServiceBusReceivedMessage): readonly string[] {
  if (queue !== UNCLAIMED_QUEUE) return [queue];
  const { type } = eventOf(message);
  const wanting = queuesFor(type);
  if (wanting.length === 0) throw new Error(`No context hears of events of type ${type} yet.`);
  return wanting;
}

/** The same message, with its id, so that whoever looks for it finds one. */
const copyOf = (message: ServiceBusReceivedMessage, replayId: string) => {
  const { body, messageId, contentType = 'application/json', applicationProperties = {} } = message;
  return {
    body,
    contentType,
    ...(messageId === undefined ? {} : { messageId }),
    applicationProperties: { ...applicationProperties, [REPLAY]: replayId },
  };
};
