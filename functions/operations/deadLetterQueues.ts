import type { ServiceBusClient, ServiceBusReceiver } from '@azure/service-bus';
import { type DeadLetter, explainDeadLetter, explainParked, QUEUES } from './explainDeadLetter';
import type { FailureBook } from './failureBook';
import { replayDeadLetters } from './replayDeadLetters';

const PEEKED = 100;

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
            return Promise.all(messages.map((message) => explainDeadLetter(failures, queue, message)));
          }),
        );
        return [...lists.flat(), ...(await failures.parked()).map(explainParked)];
      } finally {
        await bus.close();
      }
    },

    /** Puts dead letters back into their queue, all or those of these events. Returns how many. */
    async replay(queue: string, eventIds: readonly string[] | undefined): Promise<number> {
      const sender = bus.createSender(queue);
      // Two replays at once do not share a receiver, for then the second could not receive.
      const receiver = bus.createReceiver(queue, { subQueueType: 'deadLetter' });
      try {
        return await replayDeadLetters(receiver, sender, eventIds);
      } finally {
        await Promise.all([sender.close(), receiver.close()]);
      }
    },
  };
};
export type DeadLetterQueues = ReturnType<typeof deadLetterQueues>;
