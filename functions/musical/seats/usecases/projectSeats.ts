import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import { doOrPark, type NoteFailure, readChanges } from '../../../../shared/cosmos/failures';
import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import type { MusicalDeps } from '../../deps';
import { type Allocation, allocationSchema } from '../domain/allocation';
import { isMadeFor, withAllocations } from '../domain/availability';
import { anew } from './rebuildAvailability';

type Deps = Pacing & Pick<MusicalDeps, 'availability' | 'performanceOf' | 'seats' | 'log'>;

/** Folds changed allocations, from the change feed, into the availability of their performances, with one write each. */
export async function projectSeats(
  deps: Deps,
  changes: readonly unknown[],
  note: NoteFailure,
): Promise<void> {
  const { log } = deps;
  const allocations = await readChanges(changes, { kind: 'allocation', schema: allocationSchema }, note, log);
  // An end without seats marks none, and may be of a performance that never was.
  const withSeats = allocations.filter(({ seats, returned = [] }) => seats.length + returned.length > 0);
  const byPerformance = Map.groupBy(withSeats, ({ performanceId }) => performanceId);
  for (const [performanceId, changed] of byPerformance) {
    const trouble = 'its availability cannot be written, rebuild it';
    const parked = { id: performanceId, trouble, change: { performanceId } };
    await doOrPark(parked, () => project(deps, performanceId, changed), note, log);
  }
}

async function project(deps: Deps, performanceId: string, allocations: readonly Allocation[]): Promise<void> {
  await untilCommitted(deps, `availability of performance ${performanceId}`, async () => {
    const performance = await deps.performanceOf(performanceId);
    if (performance === undefined)
      throw new StoreUnavailable(`Performance ${performanceId} is not to be seen here yet.`);
    const { sections } = performance.value;
    const stored = await deps.availability.read(performanceId);
    if (!isMadeFor(stored.value, sections))
      return deps.availability.write(await anew(deps, performance.value, stored, allocations));
    const value = withAllocations(stored.value, allocations, sections);
    return value === stored.value ? 'unchanged' : deps.availability.write({ ...stored, value });
  });
}
