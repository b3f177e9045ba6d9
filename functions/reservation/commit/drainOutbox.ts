import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commit, queryDocuments } from '../../../shared/cosmos/cosmos';
import { type EventEnvelope, envelopeSchema } from '../../../shared/messaging/envelope';
import { type Publisher, publish } from '../../../shared/messaging/publish';

/** An event that a host of an earlier version has stored to be published by its relay. */
const outboxSchema = z.object({
  id: z.string(),
  reservationId: z.string(),
  event: envelopeSchema as z.ZodType<EventEnvelope>,
});

/**
 * Publishes what the version before this one, whose events were documents, had stored since `sinceMs` and perhaps not
 * published when its last host ended, and removes it. What was published already is published again, as the same event.
 * All of it a sweep would tell again from state, but not ReservationCompleted. Returns how many events there were.
 */
export async function drainOutbox(
  container: Container,
  publisher: Publisher,
  sinceMs: number,
): Promise<number> {
  const query = "SELECT * FROM c WHERE c._ts >= @since AND c.kind = 'outbox'";
  const left = await queryDocuments(container, query, { since: Math.floor(sinceMs / 1000) }, outboxSchema);
  for (const { id, reservationId, event } of left) {
    await publish(publisher, [event]);
    await commit(container, reservationId, [{ operationType: 'Delete', id }]);
  }
  return left.length;
}
