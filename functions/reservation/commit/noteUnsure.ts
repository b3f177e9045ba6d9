import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../shared/kernel/time';
import type { Versioned } from '../../../shared/kernel/versioned';
import type { Reservation } from '../domain/reservation';
import { scheduleSweep } from '../domain/schedule';
import type { TellDeps } from './tell';

type Deps = Pick<TellDeps, 'sleep' | 'random' | 'clock' | 'delays' | 'reservations'>;

/**
 * Makes a reservation due to be compared with the provider. It is written though it is noted already. A sweep that has
 * asked the provider before cannot take the note off then, because the ETag it has read is no longer the reservation's.
 */
export const noteUnsure = (deps: Deps, reservationId: string): Promise<unknown> =>
  untilCommitted(deps, `reservation ${reservationId}`, async () => {
    const stored = await deps.reservations.read(reservationId);
    if (stored === undefined) return 'conflict';
    const nowMs = deps.clock.now();
    const { unsureSince = isoTime(nowMs) } = stored.value;
    const value = scheduleSweep({ ...stored.value, unsureSince }, nowMs, deps.delays);
    return deps.reservations.replace({ ...stored, value });
  });

/** Takes the note off, unless the reservation was changed or noted again since it was read. */
export async function noteSure(deps: Deps, { value, ...read }: Versioned<Reservation>): Promise<void> {
  const { unsureSince: _asked, ...rest } = value;
  const sure = { ...rest, attempts: 0 } as Reservation;
  await deps.reservations.replace({ ...read, value: scheduleSweep(sure, deps.clock.now(), deps.delays) });
}
