import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import type { MusicalDeps } from '../../deps';
import { emptyAvailability, withAllocation } from '../domain/availability';

/**
 * Makes the seat map of a performance anew from all its allocations and stores it in place of what is there. Safe while
 * seats are being sold: what the feed folds in meanwhile is a conflict here, and then it is made again. Returns how many
 * allocations there were.
 */
export async function rebuildSeatMap(
  deps: Pick<MusicalDeps, 'seats' | 'availability'> & Pacing,
  performanceId: string,
): Promise<number> {
  return untilCommitted(deps, `availability of performance ${performanceId}`, async () => {
    // The map's ETag first: a change that the allocations read after it do not have yet comes by the feed.
    const { etag } = await deps.availability.read(performanceId);
    const allocations = await deps.seats.allocations(performanceId);
    const map = allocations.reduce(withAllocation, emptyAvailability(performanceId));
    const outcome = await deps.availability.write(map, etag);
    return outcome === 'conflict' ? outcome : allocations.length;
  });
}
