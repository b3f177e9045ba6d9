import type { ServiceBusClient, ServiceBusMessage, ServiceBusSender } from '@azure/service-bus';
import type { NamedBinding } from '../app/hostedFunction';
import { type BindingData, fillExpression } from '../invocation/bindingExpression';

const senders = new WeakMap<ServiceBusClient, Map<string, ServiceBusSender>>();

/**
 * Sends one message, or one for each element of a list, to a queue or topic. Objects go as JSON, text and bytes as they are.
 * Each carries the trace of the run that sends it, so that whoever receives it goes on in the same trace.
 *
 * Source: "Azure Service Bus output binding for Azure Functions".
 */
export async function writeServiceBus(
  client: ServiceBusClient,
  binding: NamedBinding,
  value: unknown,
  data: BindingData,
  traceParent: string,
): Promise<void> {
  const entity = fillExpression(String(binding.queueName ?? binding.topicName ?? ''), data);
  const values = Array.isArray(value) ? value : [value];
  await senderOf(client, entity).sendMessages(
    values.map((each) => ({ ...toMessage(each), applicationProperties: { 'Diagnostic-Id': traceParent } })),
  );
}

function senderOf(client: ServiceBusClient, entity: string): ServiceBusSender {
  const known = senders.get(client) ?? new Map<string, ServiceBusSender>();
  senders.set(client, known);
  const sender = known.get(entity) ?? client.createSender(entity);
  known.set(entity, sender);
  return sender;
}

/** Bytes are passed on as the AMQP body unchanged. The host sends text as bytes too, whatever language reads it. */
export function toMessage(value: unknown): ServiceBusMessage {
  if (value instanceof Uint8Array)
    return { body: Buffer.from(value), contentType: 'application/octet-stream' };
  if (typeof value === 'string') return { body: Buffer.from(value), contentType: 'text/plain' };
  return { body: Buffer.from(JSON.stringify(value)), contentType: 'application/json' };
}
