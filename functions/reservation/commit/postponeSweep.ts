import type { Versioned } from '../../../shared/kernel/versioned';
import type { PublishedFact } from '../contract';
import type { ReservationDeps } from '../deps';
import type { Reservation } from '../domain/reservation';
import { scheduleSweep } from '../domain/schedule';
import { publishedEvent } from './publishedEvent';

/**
 * Counts an attempt of the sweep and sets the next one further off. `again` is published again, when an event may be
 * missing. False when somebody else has changed the reservation, and then it is theirs.
 */
export async function postponeSweep(
  { clock, delays, reservations }: Pick<ReservationDeps, 'clock' | 'delays' | 'reservations'>,
  stored: Versioned<Reservation>,
  again?: PublishedFact,
): Promise<boolean> {
  const { value: reservation } = stored;
  const counted = { ...reservation, attempts: reservation.attempts + 1 };
  const value = scheduleSweep(counted, clock.now(), delays);
  const events = again === undefined ? [] : [publishedEvent(reservation, again)];
  return (await reservations.replace({ ...stored, value }, events)) === 'committed';
}
