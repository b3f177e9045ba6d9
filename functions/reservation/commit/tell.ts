import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../shared/kernel/time';
import { publish, Unpublished } from '../../../shared/messaging/publish';
import type { ToTell } from '../contract';
import type { ReservationDeps } from '../deps';
import type { HistoryEntry, Reservation } from '../domain/reservation';
import { scheduleSweep } from '../domain/schedule';
import { isPublished, publishedEvent } from './publishedEvent';

export type TellDeps = Pick<
  ReservationDeps,
  'sleep' | 'random' | 'clock' | 'log' | 'delays' | 'reservations' | 'publisher'
>;

/**
 * Publishes what a stored change tells. The change stands whatever becomes of its events. When the topic does not take
 * them, that is noted in the reservation as `untoldSince`, and the sweep tells all of it again. So a topic that is away
 * for an hour costs a write, and no dead letter. When the process dies in between, the message that caused the change
 * comes again, or the sweep finds the reservation, which is due in every status that waits for an answer.
 */
export async function tell(
  deps: TellDeps,
  reservation: Reservation,
  facts: readonly ToTell[],
): Promise<void> {
  try {
    await publish(
      deps.publisher,
      facts.map(({ type, n }) => publishedEvent(reservation, type, n)),
    );
  } catch (error) {
    if (!(error instanceof Unpublished)) throw error;
    const { reservationId } = reservation;
    deps.log.warn('event not published', { reservationId, reason: error.message });
    await noteUntold(deps, reservationId);
  }
}

/** Everything a reservation has ever published, for a topic that may lack any of it. */
export const publishedFacts = ({ history }: Pick<Reservation, 'history'>): ToTell[] =>
  history.flatMap(({ type, n }) => (isPublished(type) ? [n === undefined ? { type } : { type, n }] : []));

/**
 * What was told when this event was heard. An event that comes again may come because its handler died before it had
 * published, so what it caused is told again: the lines of the version that it made. What came later is not, for then each
 * answer that comes again would ask for the next one again, through the whole history, and more of them each time.
 */
export function toldOnHearing(history: readonly HistoryEntry[], eventId: string): ToTell[] {
  const heardAt = history.findIndex((entry) => entry.eventId === eventId);
  const version = history[heardAt]?.version;
  const caused =
    version === undefined ? behind(history, heardAt) : history.filter((entry) => entry.version === version);
  return publishedFacts({ history: caused });
}

/** The version before stored no version with an event: what it caused stands behind it, and is as old as each other. */
function behind(history: readonly HistoryEntry[], heardAt: number): readonly HistoryEntry[] {
  const [first, ...others] = heardAt < 0 ? [] : history.slice(heardAt + 1);
  if (first === undefined) return [];
  const end = others.findIndex(({ time, source }) => time !== first.time || source !== first.source);
  return [first, ...(end < 0 ? others : others.slice(0, end))];
}

/**
 * The note is written though there is one already. A sweep that has told all up to an earlier change then cannot take it
 * off, because the ETag it has read is no longer the reservation's.
 */
async function noteUntold(deps: TellDeps, reservationId: string): Promise<void> {
  await untilCommitted(deps, `reservation ${reservationId}`, async () => {
    const stored = await deps.reservations.read(reservationId);
    if (stored === undefined) return 'conflict';
    const nowMs = deps.clock.now();
    const { untoldSince = isoTime(nowMs) } = stored.value;
    const value = scheduleSweep({ ...stored.value, untoldSince }, nowMs, deps.delays);
    return deps.reservations.replace({ ...stored, value });
  });
}
