import type { ServiceBusReceivedMessage } from '@azure/service-bus';
import type { TraceContext, TypedData } from '../app/coreTypes';
import { toTraceContext } from '../invocation/traceContext';

/**
 * Trigger metadata of a message, under the names the real host gives it (the library makes them camelCase). Values
 * that look like JSON reach the app parsed, as in Azure, where the messageId "12" is the number 12.
 *
 * Source: azure-sdk-for-net, ServiceBusTriggerBindingStrategy.
 */
export function toMetadata(message: ServiceBusReceivedMessage): Record<string, unknown> {
  return {
    MessageId: message.messageId,
    // The protocol counts earlier deliveries; the host's metadata count this one too.
    DeliveryCount: (message.deliveryCount ?? 0) + 1,
    SequenceNumber: message.sequenceNumber?.toNumber(),
    LockToken: message.lockToken,
    EnqueuedTimeUtc: message.enqueuedTimeUtc,
    EnqueuedTime: message.enqueuedTimeUtc,
    ExpiresAtUtc: message.expiresAtUtc,
    ExpiresAt: message.expiresAtUtc,
    ContentType: message.contentType,
    CorrelationId: message.correlationId,
    Subject: message.subject,
    Label: message.subject,
    To: message.to,
    ReplyTo: message.replyTo,
    ReplyToSessionId: message.replyToSessionId,
    SessionId: message.sessionId,
    PartitionKey: message.partitionKey,
    DeadLetterSource: message.deadLetterSource,
    DeadLetterReason: message.deadLetterReason,
    DeadLetterErrorDescription: message.deadLetterErrorDescription,
    ApplicationProperties: message.applicationProperties ?? {},
    UserProperties: message.applicationProperties ?? {},
  };
}

/** Metadata of a batch: each name with `Array`, holding one value a message. */
export function toBatchMetadata(messages: readonly ServiceBusReceivedMessage[]): Record<string, unknown> {
  const all = messages.map(toMetadata);
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(names.map((name) => [`${name}Array`, all.map((one) => one[name] ?? null)]));
}

/** The text of a body, or its bytes where they are no UTF-8. */
export function readBody(message: Pick<ServiceBusReceivedMessage, 'body'>): string | Uint8Array {
  const { body } = message;
  if (typeof body === 'string') return body;
  if (!(body instanceof Uint8Array)) return body === undefined || body === null ? '' : JSON.stringify(body);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return body;
  }
}

/** One message as the function's input. The library parses text that is JSON. */
export function toInput(message: ServiceBusReceivedMessage, dataType: unknown): TypedData {
  const body = readBody(message);
  if (dataType === 'binary') return { bytes: typeof body === 'string' ? Buffer.from(body) : body };
  return typeof body === 'string' ? { string: body } : { bytes: body };
}

/** A batch as the function's input. */
export function toBatchInput(messages: readonly ServiceBusReceivedMessage[], dataType: unknown): TypedData {
  const bodies = messages.map(readBody);
  if (dataType !== 'binary' && bodies.every((body) => typeof body === 'string')) {
    return { collectionString: { string: bodies } };
  }
  return { collectionBytes: { bytes: bodies.map((body) => Buffer.from(body as Uint8Array)) } };
}

/**
 * The trace a message carries in `Diagnostic-Id`, where Azure's clients and Event Grid put it, or in `traceparent`.
 *
 * Source: "Distributed tracing and correlation through Service Bus messaging".
 */
export function toMessageTrace(message: ServiceBusReceivedMessage): TraceContext {
  const properties = message.applicationProperties ?? {};
  return toTraceContext(properties['Diagnostic-Id'] ?? properties.traceparent, properties.tracestate);
}

/** The line the real host prints under `Executing` for a message. */
export function describeMessage(message: ServiceBusReceivedMessage): string {
  const time = (date: Date | undefined) => date?.toISOString() ?? '(null)';
  return [
    `MessageId: ${message.messageId}`,
    `SequenceNumber: ${message.sequenceNumber}`,
    `DeliveryCount: ${(message.deliveryCount ?? 0) + 1}`,
    `EnqueuedTimeUtc: ${time(message.enqueuedTimeUtc)}`,
    `LockedUntilUtc: ${time(message.lockedUntilUtc)}`,
    `SessionId: ${message.sessionId ?? '(null)'}`,
  ].join(', ');
}
