import { type Backoff, backoffMs } from '../../../shared/kernel/backoff';
import { problem } from '../../problems';
import type { ReservationDeps } from '../deps';
import type { Reservation } from '../domain/reservation';
import { notFound } from './changeReservation';

/** Throws `not-found`, or `forbidden` when it is somebody else's. */
export async function readReservation(
  deps: ReservationDeps,
  reservationId: string,
  caller: { readonly customerId: string; readonly isAdmin: boolean },
): Promise<Reservation> {
  const stored = await deps.reservations.read(reservationId);
  if (stored === undefined) throw notFound(reservationId);
  if (stored.value.customerId !== caller.customerId && !caller.isAdmin) {
    throw problem('forbidden', 'This reservation belongs to somebody else.');
  }
  return stored.value;
}

/** Each look costs a read. In a rush, when deciding takes longer, the looks must not come as often. */
const BETWEEN_LOOKS: Backoff = { firstMs: 100, longestMs: 1_000 };

/** Waits, for at most `waitMs`, until the reservation has left `placed`; returns it as it then is. */
export async function untilDecided(
  deps: ReservationDeps,
  placed: Reservation,
  waitMs: number,
): Promise<Reservation> {
  const until = deps.clock.now() + waitMs;
  let latest = placed;
  for (let looks = 0; latest.status === 'placed' && deps.clock.now() < until; looks++) {
    await deps.sleep(Math.min(backoffMs(looks, BETWEEN_LOOKS), until - deps.clock.now()));
    latest = (await deps.reservations.read(placed.reservationId))?.value ?? latest;
  }
  return latest;
}
