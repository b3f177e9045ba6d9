import { type Rights, servesOthers } from '../../../shared/http/access';
import type { Caller } from '../../../shared/http/auth';
import { type Backoff, backoffMs } from '../../../shared/kernel/backoff';
import type { Versioned } from '../../../shared/kernel/versioned';
import { problem } from '../../problems';
import { notFound } from '../commit/changeReservation';
import type { ReservationDeps } from '../deps';
import type { Reservation } from '../domain/reservation';

/** Throws `not-found`, or `forbidden` when it is somebody else's. */
export async function readReservation(
  { reservations }: Pick<ReservationDeps, 'reservations'>,
  reservationId: string,
  caller: Pick<Caller, 'customerId'> & Rights,
): Promise<Versioned<Reservation>> {
  const stored = await reservations.read(reservationId);
  if (stored === undefined) throw notFound(reservationId);
  if (stored.value.customerId !== caller.customerId && !servesOthers(caller)) {
    throw problem('forbidden', 'This reservation belongs to somebody else.');
  }
  return stored;
}

/** Each look costs a read. In a rush, when deciding takes longer, the looks must not come as often. */
const BETWEEN_LOOKS: Backoff = { firstMs: 20, longestMs: 1_000 };

/** Waits, for at most `waitMs`, until the reservation has left `placed`, and returns it as it then is. */
export const waitUntilDecided = (deps: WaitDeps, placed: Reservation, waitMs: number): Promise<Reservation> =>
  waitWhile(deps, placed, ({ status }) => status === 'placed', waitMs);

type WaitDeps = Pick<ReservationDeps, 'clock' | 'sleep' | 'reservations'>;

/** Waits, for at most `waitMs`, as long as this holds, and returns the reservation as it then is. */
export async function waitWhile(
  { clock, sleep, reservations }: WaitDeps,
  before: Reservation,
  holds: (reservation: Reservation) => boolean,
  waitMs: number,
): Promise<Reservation> {
  const until = clock.now() + waitMs;
  let latest = before;
  for (let looks = 0; holds(latest) && clock.now() < until; looks++) {
    await sleep(Math.min(backoffMs(looks, BETWEEN_LOOKS), until - clock.now()));
    latest = (await reservations.read(before.reservationId))?.value ?? latest;
  }
  return latest;
}
