import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import type { PerhapsStored } from '../../../../shared/kernel/versioned';
import type { Performance } from '../../catalogue/domain/performance';
import { readPerformance } from '../../catalogue/usecases/readCatalogue';
import type { MusicalDeps } from '../../deps';
import type { Allocation } from '../domain/allocation';
import { type Availability, emptyAvailability, withAllocations } from '../domain/availability';

type Deps = Pick<MusicalDeps, 'seats' | 'availability'>;

/**
 * Makes the availability of a performance anew from all its allocations and stores it in place of what is there. It is
 * safe while seats are being sold. What the feed folds in meanwhile is a conflict here, and then it is made again.
 * Returns how many allocations there were. Throws `not-found`.
 */
export async function rebuildAvailability(
  deps: Pacing & Deps & Pick<MusicalDeps, 'catalogue'>,
  performanceId: string,
): Promise<number> {
  const { value: performance } = await readPerformance(deps, performanceId);
  return untilCommitted(deps, `availability of performance ${performanceId}`, async () => {
    // It is read first. A change that the allocations read after it do not have yet comes by the feed.
    const stored = await deps.availability.readToReplace(performanceId);
    const allocations = await deps.seats.allocations(performanceId);
    const outcome = await deps.availability.write({ ...stored, value: foldAll(performance, allocations) });
    return outcome === 'conflict' ? outcome : allocations.length;
  });
}

/** What all these allocations come to, by the positions of the performance's plan. */
const foldAll = (
  { performanceId, sections }: Performance,
  allocations: readonly Allocation[],
): Availability => withAllocations(emptyAvailability(performanceId), allocations, sections);

/**
 * The availability anew, in place of one that was made for another plan. `shown` are states from the feed that a query may
 * not have yet.
 */
export async function anew(
  { seats }: Deps,
  performance: Performance,
  stored: PerhapsStored<Availability>,
  shown: readonly Allocation[] = [],
): Promise<PerhapsStored<Availability>> {
  const allocations = await seats.allocations(performance.performanceId);
  return { ...stored, value: foldAll(performance, [...allocations, ...shown]) };
}
