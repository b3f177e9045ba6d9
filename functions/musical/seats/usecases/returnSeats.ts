import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import { type EventOf, newEvent } from '../../../../shared/messaging/envelope';
import { TooEarly } from '../../../../shared/messaging/eventHandler';
import { publish } from '../../../../shared/messaging/publish';
import type { reservationReduced } from '../../../reservation/contract';
import { seatsReleased } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { hasEnded } from '../domain/allocation';
import { isAnswered, returnSome } from '../domain/allocation.decide';

type Reduced = EventOf<typeof reservationReduced>;

/**
 * Hears ReservationReduced. The seats that it names are returned in one replace of the allocation under its ETag, and
 * the rest stays sold. What was answered to each number is stored with it, so a copy takes nothing more and is answered as
 * before.
 */
export async function returnSeats(
  deps: Pacing & Pick<MusicalDeps, 'seats' | 'clock' | 'publisher'>,
  reduced: Reduced,
): Promise<void> {
  const { reservationId: id, performanceId, n } = reduced.data;
  await untilCommitted(deps, `seats of reservation ${id}`, async () => {
    const known = await deps.seats.allocation(performanceId, id);
    if (known === undefined || !(known.value.phase === 'sold' || hasEnded(known.value)))
      throw new TooEarly(`reservation ${id} returns seats that are not seen as sold yet`);
    if (isAnswered(known.value, reduced.data)) return 'committed';
    return deps.seats.replace({ ...known, value: returnSome(known.value, reduced.data) });
  });
  const data = { reservationId: id, performanceId, n };
  const time = isoTime(deps.clock.now());
  await publish(deps.publisher, [newEvent(seatsReleased, { causeId: reduced.id, subject: id, time, data })]);
}
