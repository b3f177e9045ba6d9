import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import { type EventEnvelope, type EventOf, newEvent } from '../../../../shared/messaging/envelope';
import { TooEarly } from '../../../../shared/messaging/eventHandler';
import { publish } from '../../../../shared/messaging/publish';
import type { paymentApproved } from '../../../reservation/contract';
import { seatAlreadySold, seatsSold } from '../../contract';
import type { MusicalDeps } from '../../deps';
import type { Allocation } from '../domain/allocation';
import { sell } from '../domain/allocation.decide';

type Approved = EventOf<typeof paymentApproved>;

/**
 * Hears PaymentApproved. The reserved seats are sold, under the ETag of the allocation. A take-over of overdue seats ends
 * the allocation under the same ETag, so of a late payment and a take-over exactly one wins. A payment that lost is
 * answered with SeatAlreadySold and refunded.
 */
export async function sellSeats(
  deps: Pacing & Pick<MusicalDeps, 'seats' | 'clock' | 'publisher'>,
  approved: Approved,
): Promise<void> {
  const { reservationId, performanceId } = approved.data;
  const allocation = await untilCommitted(deps, `seats of reservation ${reservationId}`, async () => {
    const known = await deps.seats.allocation(performanceId, reservationId);
    if (known === undefined || known.value.phase === 'hold')
      throw new TooEarly(`reservation ${reservationId} is paid, but its seats are not seen as reserved yet`);
    if (known.value.phase !== 'reserved') return known.value;
    const sold = sell(known.value);
    return (await deps.seats.replace({ ...known, value: sold })) === 'conflict' ? 'conflict' : sold;
  });
  await publish(deps.publisher, [answerTo(approved, allocation, isoTime(deps.clock.now()))]);
}

function answerTo(approved: Approved, { phase, seats }: Allocation, time: string): EventEnvelope {
  const { reservationId, performanceId } = approved.data;
  const ref = { reservationId, performanceId };
  const about = { causeId: approved.id, subject: reservationId, time };
  if (phase === 'sold') return newEvent(seatsSold, { ...about, data: ref });
  return newEvent(seatAlreadySold, { ...about, data: { ...ref, taken: [...seats] } });
}
