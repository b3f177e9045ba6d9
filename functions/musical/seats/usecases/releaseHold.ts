import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import { problem } from '../../../problems';
import type { MusicalDeps } from '../../deps';
import { hasEnded } from '../domain/allocation';
import { release } from '../domain/allocation.decide';

const MAX_TRIES = 5;

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
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const hold = await deps.seats.allocation(performanceId, holdId);
    if (hold === undefined) throw problem('not-found', `There is no hold ${holdId}.`);
    if (hold.value.customerId !== customerId)
      throw problem('forbidden', 'This hold belongs to somebody else.');
    if (hasEnded(hold.value)) return;
    if (hold.value.phase !== 'hold') {
      throw problem('wrong-state', 'A reservation was made on this hold. Cancel the reservation instead.');
    }
    const value = release(hold.value, { refund: 0, fee: 0 });
    if ((await deps.seats.replace({ ...hold, value }, [])) === 'committed') return;
  }
  throw new StoreUnavailable('the hold keeps changing; send the same request again');
}
