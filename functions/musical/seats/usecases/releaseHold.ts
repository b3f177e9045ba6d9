import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import { problem } from '../../../problems';
import type { MusicalDeps } from '../../deps';
import { type Allocation, hasEnded } from '../domain/allocation';
import { release } from '../domain/allocation.decide';

/**
 * Releases a hold's seats before its time is over. A hold that has ended already is no error.
 * Throws `not-found`, `forbidden` (somebody else's), `wrong-state` (a reservation was made on it).
 */
export async function releaseHold(
  deps: Pacing & Pick<MusicalDeps, 'seats' | 'clock'>,
  performanceId: string,
  holdId: string,
  customerId: string,
): Promise<void> {
  await untilCommitted(deps, `hold ${holdId}`, async () => {
    const hold = await deps.seats.allocation(performanceId, holdId);
    if (hold === undefined) throw problem('not-found', `There is no hold ${holdId}.`);
    checkReleasable(hold.value, customerId);
    if (hasEnded(hold.value)) return 'unchanged';
    const released = release(hold.value, { refund: 0, fee: 0 });
    return deps.seats.replace({
      ...hold,
      value: { ...released, releasedAt: isoTime(deps.clock.now()) },
    });
  });
}

function checkReleasable(hold: Allocation, customerId: string): void {
  if (hold.customerId !== customerId) throw problem('forbidden', 'This hold belongs to somebody else.');
  if (hold.phase === 'reserved' || hold.phase === 'sold')
    throw problem('wrong-state', 'A reservation was made on this hold. Cancel the reservation instead.');
}
