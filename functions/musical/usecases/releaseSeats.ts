import { StoreUnavailable } from '../../../shared/cosmos';
import { type EventEnvelope, newEvent } from '../../../shared/envelope';
import { eventIdOf } from '../../../shared/ids';
import { seatsReleased } from '../contract';
import type { MusicalDeps } from '../deps';
import { type Allocation, hasEnded } from '../domain/allocation';
import { endWithoutSeats } from './placeReservation';

type Ended = EventEnvelope<
  string,
  {
    readonly reservationId: string;
    readonly performanceId: string;
    readonly customerId: string;
    readonly refund?: number;
    readonly fee?: number;
  }
>;

const MAX_TRIES = 5;

/**
 * ReservationRejected, ReservationExpired, ReservationCancelled: the allocation ends and with that its seats are free.
 * An end that comes before its ReservationPlaced is written all the same, so that the late request finds it.
 */
export async function releaseSeats(deps: MusicalDeps, ended: Ended): Promise<void> {
  const { reservationId, performanceId, customerId, refund = 0, fee = 0 } = ended.data;
  const data = { reservationId, performanceId };
  const released = newEvent(
    seatsReleased,
    { id: eventIdOf(ended.id, 'SeatsReleased'), subject: reservationId, data },
    deps.clock,
  );
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const known = await deps.seats.allocation(performanceId, reservationId);
    const done =
      known === undefined
        ? await deps.seats.create(
            endWithoutSeats(reservationId, performanceId, customerId, { phase: 'released' }),
            [released],
          )
        : isEndedAs(known.value, refund, fee)
          ? await deps.seats.publishAgain(performanceId, released)
          : await deps.seats.replace({ value: endOf(known.value, refund, fee), etag: known.etag }, [
              released,
            ]);
    if (done === 'committed') return;
  }
  throw new StoreUnavailable(`reservation ${reservationId} meets other changes of its seats`);
}

const isEndedAs = (allocation: Allocation, refund: number, fee: number): boolean =>
  hasEnded(allocation) &&
  allocation.revoking === undefined &&
  (allocation.refunded ?? 0) === refund &&
  (allocation.wasSold === true || refund + fee === 0);

/**
 * An end stays what it is; what was paid and refunded is noted for the sales figures, also of seats that were paid for
 * and then cancelled or lost before they were sold. Of seats that were revoked it is now known that the reservation ended.
 */
const endOf = ({ revoking: _heard, ...allocation }: Allocation, refund: number, fee: number): Allocation => ({
  ...allocation,
  phase: hasEnded(allocation) ? allocation.phase : 'released',
  ...(refund + fee > 0 ? { wasSold: true } : {}),
  ...(refund > 0 ? { refunded: refund } : {}),
});
