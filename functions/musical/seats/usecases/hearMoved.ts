import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import type { EventOf } from '../../../../shared/messaging/envelope';
import type { reservationMoved } from '../../../reservation/contract';
import type { MusicalDeps } from '../../deps';
import { moveHeard } from '../domain/moves.decide';

/** Hears ReservationMoved. The customer is told of the move, so the follow-up goes on to the next, if there is one. */
export async function hearMoved(
  deps: Pacing & Pick<MusicalDeps, 'seats'>,
  { data: { reservationId, performanceId, n } }: EventOf<typeof reservationMoved>,
): Promise<void> {
  await untilCommitted(deps, `seats of reservation ${reservationId}`, async () => {
    const known = await deps.seats.allocation(performanceId, reservationId);
    if (known === undefined || known.value.moving?.n !== n) return 'unchanged';
    return deps.seats.replace({ ...known, value: moveHeard(known.value) });
  });
}
