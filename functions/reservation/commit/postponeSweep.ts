import type { Versioned } from '../../../shared/kernel/versioned';
import type { ReservationDeps } from '../deps';
import type { Reservation } from '../domain/reservation';
import { scheduleSweep } from '../domain/schedule';

/**
 * Counts an attempt of the sweep and sets the next one further off. Undefined when somebody else has changed the
 * reservation, and then it is theirs.
 */
export async function postponeSweep<R extends Reservation>(
  { clock, delays, reservations }: Pick<ReservationDeps, 'clock' | 'delays' | 'reservations'>,
  stored: Versioned<R>,
): Promise<Versioned<R> | undefined> {
  const counted = { ...stored.value, attempts: stored.value.attempts + 1 };
  const outcome = await reservations.replace({
    ...stored,
    value: scheduleSweep(counted, clock.now(), delays),
  });
  return outcome === 'conflict' ? undefined : outcome;
}
