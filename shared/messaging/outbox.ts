import type { JSONValue, OperationInput } from '@azure/cosmos';
import { z } from 'zod';
import { type EventEnvelope, envelopeSchema } from './envelope';

/** How long a published event can still be read in its container, in seconds. */
export const OUTBOX_TTL_SECONDS = 3 * 24 * 60 * 60;

/**
 * An event waiting to be published. It is written in the batch that changes the state it tells of, so both are stored
 * or neither. No event is lost, and none tells of what was rolled back.
 */
export type OutboxDocument = {
  readonly id: string;
  readonly kind: 'outbox';
  readonly event: EventEnvelope;
  readonly ttl: number;
};

/** An outbox document as the change feed shows it. `_ts` is when it was stored, in seconds since 1970. */
export const outboxSchema = z.object({
  event: envelopeSchema as z.ZodType<EventEnvelope>,
  _ts: z.number().optional(),
});

/**
 * The operation that writes the event's outbox document, for the batch of its cause. `partition` names the partition
 * key and its value. It is an Upsert, because to publish an event again is to write the same document again, and the
 * change feed shows it again.
 */
export function outboxWrite(
  event: EventEnvelope,
  partition: Readonly<Record<string, string>>,
): OperationInput {
  const document: OutboxDocument = {
    id: `outbox:${event.id}`,
    kind: 'outbox',
    event,
    ttl: OUTBOX_TTL_SECONDS,
  };
  return {
    operationType: 'Upsert',
    resourceBody: { ...partition, ...document } as unknown as Record<string, JSONValue> as never,
  };
}
