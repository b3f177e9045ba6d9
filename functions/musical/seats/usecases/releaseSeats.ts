import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import { type EventEnvelope, newEvent } from '../../../../shared/messaging/envelope';
import { publish } from '../../../../shared/messaging/publish';
import { seatsReleased } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { endWithoutSeats, isReleased, release, type Settlement } from '../domain/allocation.decide';

/** What the ends of a reservation have in common. Money is named only by those that were paid. */
type Ended = EventEnvelope<
  string,
  {
    readonly reservationId: string;
    readonly performanceId: string;
    readonly customerId: string;
    readonly n?: number | undefined;
  } & Partial<Settlement>
>;

/**
 * Hears ReservationRejected, ReservationExpired and ReservationCancelled. The allocation ends, and so its seats are free.
 * An end that comes before its ReservationPlaced is stored all the same, so that the late request finds it.
 */
export async function releaseSeats(
  deps: Pacing & Pick<MusicalDeps, 'seats' | 'clock' | 'publisher'>,
  ended: Ended,
): Promise<void> {
  const { reservationId: id, performanceId, customerId, n, refund = 0, fee = 0 } = ended.data;
  const settlement = { refund, fee };
  await untilCommitted(deps, `seats of reservation ${id}`, async () => {
    const known = await deps.seats.allocation(performanceId, id);
    if (known === undefined) return deps.seats.create(endWithoutSeats({ id, performanceId, customerId }));
    if (isReleased(known.value, settlement)) return 'committed';
    return deps.seats.replace({ ...known, value: release(known.value, settlement) });
  });
  const data = { reservationId: id, performanceId, ...(n === undefined ? {} : { n }) };
  const time = isoTime(deps.clock.now());
  await publish(deps.publisher, [newEvent(seatsReleased, { causeId: ended.id, subject: id, time, data })]);
}
