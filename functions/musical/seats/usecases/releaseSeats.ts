import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import { eventIdOf } from '../../../../shared/kernel/ids';
import { type EventEnvelope, newEvent } from '../../../../shared/messaging/envelope';
import { seatsReleased } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { endWithoutSeats, isReleased, release } from '../domain/allocation.decide';

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
  const settlement = { refund, fee };
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
        ? await deps.seats.create(endWithoutSeats({ id: reservationId, performanceId, customerId }), [
            released,
          ])
        : isReleased(known.value, settlement)
          ? await deps.seats.publishAgain(performanceId, released)
          : await deps.seats.replace({ value: release(known.value, settlement), etag: known.etag }, [
              released,
            ]);
    if (done === 'committed') return;
  }
  throw new StoreUnavailable(`reservation ${reservationId} meets other changes of its seats`);
}
