import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../../shared/kernel/clock';
import { type EventEnvelope, type EventOf, newEvent } from '../../../../shared/messaging/envelope';
import { TooEarly } from '../../../../shared/messaging/eventHandler';
import type { paymentApproved } from '../../../reservation/contract';
import { seatAlreadySold, seatsSold } from '../../contract';
import type { MusicalDeps } from '../../deps';
import type { Allocation } from '../domain/allocation';
import { sell } from '../domain/allocation.decide';

type Approved = EventOf<typeof paymentApproved>;

/**
 * PaymentApproved: the reserved seats are sold, under the ETag of the allocation. A take-over of overdue seats ends the
 * allocation under the same ETag, so of a late payment and a take-over exactly one wins; a payment that lost is answered
 * with SeatAlreadySold and refunded.
 */
export async function sellSeats(deps: MusicalDeps, approved: Approved): Promise<void> {
  const { reservationId, performanceId } = approved.data;
  await untilCommitted(deps, `seats of reservation ${reservationId}`, async () => {
    const known = await deps.seats.allocation(performanceId, reservationId);
    if (known === undefined || known.value.phase === 'hold') {
      throw new TooEarly(`reservation ${reservationId} is paid, but its seats are not seen as reserved yet`);
    }
    if (known.value.phase === 'reserved') {
      const sold = answerFor(deps, approved, 'sold', known.value);
      return deps.seats.replace({ value: sell(known.value), etag: known.etag }, [sold]);
    }
    return deps.seats.publishAgain(performanceId, answerFor(deps, approved, known.value.phase, known.value));
  });
}

function answerFor(
  deps: MusicalDeps,
  approved: Approved,
  phase: Allocation['phase'],
  { seats }: Allocation,
): EventEnvelope {
  const { reservationId, performanceId } = approved.data;
  const ref = { reservationId, performanceId };
  const about = { causeId: approved.id, subject: reservationId, time: isoTime(deps.clock.now()) };
  return phase === 'sold'
    ? newEvent(seatsSold, { ...about, data: ref })
    : newEvent(seatAlreadySold, { ...about, data: { ...ref, taken: [...seats] } });
}
