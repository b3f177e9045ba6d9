import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { readPerformance } from '../../catalogue/usecases/readCatalogue';
import type { MusicalDeps } from '../../deps';
import { withAllocation } from '../domain/availability';

/**
 * Makes the availability of a performance anew from all its allocations and stores it in place of what is there. It is
 * safe while seats are being sold. What the feed folds in meanwhile is a conflict here, and then it is made again.
 * Returns how many allocations there were. Throws `not-found`.
 */
export async function rebuildAvailability(
  deps: Pacing & Pick<MusicalDeps, 'catalogue' | 'seats' | 'availability'>,
  performanceId: string,
): Promise<number> {
  await readPerformance(deps, performanceId);
  return untilCommitted(deps, `availability of performance ${performanceId}`, async () => {
    // It is read first. A change that the allocations read after it do not have yet comes by the feed.
    const stored = await deps.availability.readToReplace(performanceId);
    const allocations = await deps.seats.allocations(performanceId);
    const value = allocations.reduce(withAllocation, stored.value);
    const outcome = await deps.availability.write({ ...stored, value });
    return outcome === 'conflict' ? outcome : allocations.length;
  });
}
