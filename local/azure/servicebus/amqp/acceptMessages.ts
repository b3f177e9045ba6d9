import type { Delivery } from 'rhea';
import type { ServiceBusEngine } from '../engine/engine';
import { ServiceBusFault } from '../engine/fault';
import type { NewMessage } from '../engine/model';
import type { ScheduledMessage } from '../engine/schedule';
import { amqpFault } from './faults';
import { parseSent } from './parseSent';
import { accepted, rejected, settleDelivery } from './rhea';
import { messagesOfBatch } from './sections';

/** Source: Service Bus quotas, Standard tier: 256 KB for a message, and for a batch. */
export const MAX_MESSAGE_BYTES = 262_144;

/** The message format by which Azure's SDKs mark a batch. Source: `@azure/service-bus` core/messageSender.ts. */
const BATCH_FORMAT = 0x80013700;

/** Takes what a sender sent into the queue, and only then tells it so. */
export function acceptMessages(
  engine: ServiceBusEngine,
  entity: string,
  { bytes, format, delivery }: { bytes: Buffer; format: number; delivery: Delivery },
): void {
  try {
    if (bytes.length > MAX_MESSAGE_BYTES) throw tooLarge(bytes.length);
    enqueue(engine, entity, format === BATCH_FORMAT ? messagesOfBatch(bytes) : [bytes]);
    settleDelivery(delivery, false, accepted());
  } catch (error) {
    const { condition, description } = amqpFault(error);
    settleDelivery(delivery, false, rejected(condition, description));
  }
}

const tooLarge = (bytes: number): ServiceBusFault =>
  new ServiceBusFault(
    'message-too-large',
    `The message is ${bytes} bytes long; at most ${MAX_MESSAGE_BYTES} are allowed.`,
  );

function enqueue(engine: ServiceBusEngine, entity: string, encoded: readonly Buffer[]): void {
  const messages = encoded.map(parseSent);
  const scheduled = messages.filter((sent) => sent.enqueueAt !== undefined);
  const immediate = messages.filter((sent) => sent.enqueueAt === undefined);
  if (scheduled.length > 0) engine.schedule(entity, scheduled as readonly ScheduledMessage[]);
  if (immediate.length > 0) engine.send(entity, immediate as readonly NewMessage[]);
}
