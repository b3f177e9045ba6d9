import type { ServiceBusReceivedMessage, ServiceBusReceiver } from '@azure/service-bus';

const BATCH = 50;
const MAX_TAKEN = 1_000;
/** Letters that one taking may have in its hands without putting them back. */
const MAX_IN_HAND = 2_000;
const WAIT_MS = 1_000;

type Taking = {
  readonly isMeant: (message: ServiceBusReceivedMessage) => boolean;
  /** Done before the letter is removed. What it throws leaves the letter where it is and ends the taking. */
  readonly take: (message: ServiceBusReceivedMessage) => Promise<void>;
};

/** Takes the letters that are meant out of a queue, at most MAX_TAKEN at once, and puts the others back. Returns how many. */
export async function takeLetters(receiver: ServiceBusReceiver, { isMeant, take }: Taking): Promise<number> {
  const inHand = new Set<ServiceBusReceivedMessage>();
  let taken = 0;
  try {
    while (taken < MAX_TAKEN && inHand.size < MAX_IN_HAND) {
      const messages = await receiver.receiveMessages(BATCH, { maxWaitTimeInMs: WAIT_MS });
      if (messages.length === 0) break;
      for (const message of messages) inHand.add(message);
      for (const message of messages.filter(isMeant)) {
        await take(message);
        await receiver.completeMessage(message);
        inHand.delete(message);
        taken++;
      }
    }
    return taken;
  } finally {
    // One whose lock is lost is back by itself.
    await Promise.allSettled([...inHand].map((message) => receiver.abandonMessage(message)));
  }
}
