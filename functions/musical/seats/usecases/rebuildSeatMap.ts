import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import type { MusicalDeps } from '../../deps';
import { emptyAvailability, withAllocation } from '../domain/availability';

const MAX_TRIES = 10;

/**
 * Makes the seat map of a performance anew from all its allocations and stores it in place of what is there. Safe while
 * seats are being sold: what the feed folds in meanwhile is a conflict here, and then it is made again. Returns how many
 * allocations there were.
 */
export async function rebuildSeatMap(
  deps: Pick<MusicalDeps, 'seats' | 'availability'>,
  performanceId: string,
): Promise<number> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    // The map's ETag first: a change that the allocations read after it do not have yet comes by the feed.
    const { etag } = await deps.availability.read(performanceId);
    const allocations = await deps.seats.allocations(performanceId);
    const map = allocations.reduce(withAllocation, emptyAvailability(performanceId));
    if ((await deps.availability.write(map, etag)) === 'committed') return allocations.length;
  }
  throw new StoreUnavailable(`seat map of ${performanceId} keeps changing`);
}
