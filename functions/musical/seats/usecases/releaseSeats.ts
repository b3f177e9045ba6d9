import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../../shared/kernel/clock';
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

/**
 * ReservationRejected, ReservationExpired, ReservationCancelled: the allocation ends and with that its seats are free.
 * An end that comes before its ReservationPlaced is written all the same, so that the late request finds it.
 */
export async function releaseSeats(deps: MusicalDeps, ended: Ended): Promise<void> {
  const { reservationId, performanceId, customerId, refund = 0, fee = 0 } = ended.data;
  const settlement = { refund, fee };
  const released = newEvent(seatsReleased, {
    causeId: ended.id,
    subject: reservationId,
    time: isoTime(deps.clock.now()),
    data: { reservationId, performanceId },
  });
  await untilCommitted(deps, `seats of reservation ${reservationId}`, async () => {
    const known = await deps.seats.allocation(performanceId, reservationId);
    if (known === undefined) {
      const end = endWithoutSeats({ id: reservationId, performanceId, customerId });
      return deps.seats.create(end, [released]);
    }
    if (isReleased(known.value, settlement)) return deps.seats.publishAgain(performanceId, released);
    return deps.seats.replace({ value: release(known.value, settlement), etag: known.etag }, [released]);
  });
}
