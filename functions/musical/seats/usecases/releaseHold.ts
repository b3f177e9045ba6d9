import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { problem } from '../../../problems';
import type { MusicalDeps } from '../../deps';
import { hasEnded } from '../domain/allocation';
import { release } from '../domain/allocation.decide';

/**
 * Gives a hold's seats back before its time is over. A hold that has ended already is no error.
 * Throws `not-found`, `forbidden` (somebody else's), `wrong-state` (a reservation was made on it).
 */
export async function releaseHold(
  deps: MusicalDeps,
  performanceId: string,
  holdId: string,
  customerId: string,
): Promise<void> {
  await untilCommitted(deps, `hold ${holdId}`, async () => {
    const hold = await deps.seats.allocation(performanceId, holdId);
    if (hold === undefined) throw problem('not-found', `There is no hold ${holdId}.`);
    if (hold.value.customerId !== customerId)
      throw problem('forbidden', 'This hold belongs to somebody else.');
    if (hasEnded(hold.value)) return 'unchanged';
    if (hold.value.phase !== 'hold') {
      throw problem('wrong-state', 'A reservation was made on this hold. Cancel the reservation instead.');
    }
    const value = release(hold.value, { refund: 0, fee: 0 });
    return deps.seats.replace({ ...hold, value }, []);
  });
}
