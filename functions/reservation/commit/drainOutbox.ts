import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commit, queryDocuments } from '../../../shared/cosmos/cosmos';
import type { Clock } from '../../../shared/kernel/clock';
import { type EventEnvelope, envelopeSchema } from '../../../shared/messaging/envelope';
import { type Publisher, publish } from '../../../shared/messaging/publish';

/** An event that a host of an earlier version has stored to be published by its relay. */
const outboxSchema = z.object({
  id: z.string(),
  reservationId: z.string(),
  event: envelopeSchema as z.ZodType<EventEnvelope>,
});

/** Longer than an update takes to roll out. What is older was published by the version that wrote it. */
const RECENT_SECONDS = 15 * 60;
const AT_ONCE = 50;
const RUNS = 3;

/**
 * Publishes what the version before this one, whose events were documents, had stored and not yet published when its last
 * host ended. All others a sweep would tell again from state, but not ReservationCompleted. Each process looks on its
 * first runs, and then no more. It can go when no host of that version is left.
 */
export function drainOutbox(container: Container, publisher: Publisher, clock: Clock): () => Promise<void> {
  let runs = 0;
  return async () => {
    if (runs++ >= RUNS) return;
    const since = Math.floor(clock.now() / 1000) - RECENT_SECONDS;
    const query = "SELECT * FROM c WHERE c._ts >= @since AND c.kind = 'outbox'";
    const left = await queryDocuments(container, query, { since }, outboxSchema, { limit: AT_ONCE });
    for (const { id, reservationId, event } of left) {
      await publish(publisher, [event]);
      await commit(container, reservationId, [{ operationType: 'Delete', id }]);
    }
  };
}
