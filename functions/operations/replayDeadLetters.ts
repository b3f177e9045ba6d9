import type { ServiceBusReceivedMessage, ServiceBusReceiver, ServiceBusSender } from '@azure/service-bus';
import { randomId } from '../../shared/kernel/ids';
import { eventOf } from './explainDeadLetter';

const BATCH = 50;
const MAX_REPLAYED = 1_000;
/** Dead letters that one replay may have in its hands without putting them back. */
const MAX_IN_HAND = 2_000;
const WAIT_MS = 1_000;

/** Marks what one replay has put back, so that it does not meet its own messages again without end. */
const REPLAY = 'marquee-replay';

/**
 * Puts dead letters back into their queue, all or those of these events, at most MAX_REPLAYED at once. Returns how many.
 * Each is sent before it is removed, so at least once. One that fails again meanwhile is left.
 */
export async function replayDeadLetters(
  receiver: ServiceBusReceiver,
  sender: ServiceBusSender,
  eventIds: readonly string[] | undefined,
): Promise<number> {
  const replayId = randomId();
  const isToReplay = (message: ServiceBusReceivedMessage): boolean =>
    message.applicationProperties?.[REPLAY] !== replayId &&
    (eventIds === undefined || eventIds.includes(eventOf(message).eventId));
  const inHand = new Set<ServiceBusReceivedMessage>();
  let replayed = 0;
  try {
    while (replayed < MAX_REPLAYED && inHand.size < MAX_IN_HAND) {
      const messages = await receiver.receiveMessages(BATCH, { maxWaitTimeInMs: WAIT_MS });
      if (messages.length === 0) break;
      for (const message of messages) inHand.add(message);
      for (const message of messages.filter(isToReplay)) {
        await sender.sendMessages(copyOf(message, replayId));
        await receiver.completeMessage(message);
        inHand.delete(message);
        replayed++;
      }
    }
    return replayed;
  } finally {
    // One whose lock is lost is back by itself.
    await Promise.allSettled([...inHand].map((message) => receiver.abandonMessage(message)));
  }
}

const copyOf = (
  { body, contentType = 'application/json', applicationProperties = {} }: ServiceBusReceivedMessage,
  replayId: string,
) => ({ body, contentType, applicationProperties: { ...applicationProperties, [REPLAY]: replayId } });
