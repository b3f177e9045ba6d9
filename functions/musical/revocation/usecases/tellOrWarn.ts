import type { EventEnvelope } from '../../../../shared/messaging/envelope';
import { publish, Unpublished } from '../../../../shared/messaging/publish';
import type { MusicalDeps } from '../../deps';

/** Publishes an event about a reservation. When the topic does not take it, that is logged, for the follow-up tells it again. */
export async function tellOrWarn(
  { publisher, log }: Pick<MusicalDeps, 'publisher' | 'log'>,
  event: EventEnvelope,
): Promise<void> {
  try {
    await publish(publisher, [event]);
  } catch (error) {
    if (!(error instanceof Unpublished)) throw error;
    log.warn('event not published', { reservationId: event.subject, reason: error.message });
  }
}
