import { randomUUID } from 'node:crypto';
import {
  isServiceBusError,
  ServiceBusClient,
  type ServiceBusMessage,
  type ServiceBusSender,
} from '@azure/service-bus';
import type { Deliver } from './dispatcher';
import type { Delivery, DeliveryResult } from './engine/model';

const DELIVERED: DeliveryResult = { delivered: true };

/** Trying again cannot help. Source: Event Grid docs, "delivery and retry": 400 and 413 of an Azure resource. */
const PERMANENT = new Set(['MessagingEntityNotFound', 'MessageSizeExceeded']);

export type ServiceBusDelivery = { readonly deliver: Deliver; readonly close: () => Promise<void> };

/**
 * Brings events to Service Bus queues as Event Grid does. The SDK's own retries are off, since they would take minutes
 * and the schedule here is durable.
 */
export function serviceBusDelivery(connectionString: string): ServiceBusDelivery {
  const client = new ServiceBusClient(connectionString, {
    retryOptions: { maxRetries: 0, timeoutInMs: 10_000 },
  });
  const senders = new Map<string, ServiceBusSender>();
  const senderOf = (queue: string): ServiceBusSender => {
    const sender = senders.get(queue) ?? client.createSender(queue);
    senders.set(queue, sender);
    return sender;
  };
  return {
    deliver: (queue, deliveries) => sendAll(senderOf(queue), deliveries),
    close: () => client.close(),
  };
}

/** Sends as few batches as the messages fit in, answers for each delivery how it went. */
async function sendAll(
  sender: ServiceBusSender,
  deliveries: readonly Delivery[],
): Promise<readonly DeliveryResult[]> {
  const results: DeliveryResult[] = [];
  for (let rest = deliveries; rest.length > 0; rest = deliveries.slice(results.length)) {
    results.push(...(await sendSome(sender, rest)));
  }
  return results;
}

/** Sends as many of the first deliveries as fit in one batch, at least one. */
async function sendSome(
  sender: ServiceBusSender,
  deliveries: readonly Delivery[],
): Promise<DeliveryResult[]> {
  let count = 1;
  try {
    const messages = deliveries.map(toMessage);
    if (messages.length === 1) {
      await sender.sendMessages(messages);
      return [DELIVERED];
    }
    const batch = await sender.createMessageBatch();
    const firstThatDoesNotFit = messages.findIndex((message) => !batch.tryAddMessage(message));
    count = firstThatDoesNotFit < 0 ? messages.length : Math.max(firstThatDoesNotFit, 1);
    await sender.sendMessages(firstThatDoesNotFit === 0 ? (messages[0] as ServiceBusMessage) : batch);
    return deliveries.slice(0, count).map(() => DELIVERED);
  } catch (error) {
    const result = failureOf(error);
    // When the bus is away the rest would fail alike, one timeout after another.
    return deliveries.slice(0, result.permanent ? count : deliveries.length).map(() => result);
  }
}

function failureOf(error: unknown): DeliveryResult & { delivered: false } {
  const outcome = isServiceBusError(error) ? error.code : String((error as Error)?.name ?? 'Unknown');
  return { delivered: false, outcome, permanent: PERMANENT.has(outcome) };
}

/**
 * Source: Event Grid docs, "message headers" (the aeg- properties); its MessageId is its own, not the event's. `Diagnostic-Id`
 * stands for the delivery property that maps the `traceparent` extension.
 */
export function toMessage({ event, queue, attempts }: Delivery): ServiceBusMessage {
  return {
    body: Buffer.from(JSON.stringify(event)),
    contentType: 'application/cloudevents+json',
    messageId: randomUUID(),
    applicationProperties: {
      'aeg-event-type': 'Notification',
      'aeg-subscription-name': queue,
      'aeg-delivery-count': attempts,
      'aeg-metadata-version': event.specversion,
      'aeg-output-event-id': event.id,
      ...(typeof event.traceparent === 'string' ? { 'Diagnostic-Id': event.traceparent } : {}),
    },
  };
}
