import { doOrPark, type NoteFailure, readChanges } from '../../../../shared/cosmos/failures';
import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import type { MusicalDeps } from '../../deps';
import { type Allocation, allocationSchema } from '../domain/allocation';
import { withAllocation } from '../domain/availability';

type Deps = Pacing & Pick<MusicalDeps, 'availability' | 'log'>;

/** Folds changed allocations, from the change feed, into the availability of their performances, with one write each. */
export async function projectSeats(
  deps: Deps,
  changes: readonly unknown[],
  note: NoteFailure,
): Promise<void> {
  const { log } = deps;
  const allocations = await readChanges(changes, { kind: 'allocation', schema: allocationSchema }, note, log);
  const byPerformance = Map.groupBy(allocations, ({ performanceId }) => performanceId);
  for (const [performanceId, changed] of byPerformance) {
    const trouble = 'its availability cannot be written, rebuild it';
    const parked = { id: performanceId, trouble, change: { performanceId } };
    await doOrPark(parked, () => project(deps, performanceId, changed), note, log);
  }
}

async function project(deps: Deps, performanceId: string, allocations: readonly Allocation[]): Promise<void> {
  await untilCommitted(deps, `availability of performance ${performanceId}`, async () => {
    const stored = await deps.availability.read(performanceId);
    const value = allocations.reduce(withAllocation, stored.value);
    return value === stored.value ? 'unchanged' : deps.availability.write({ ...stored, value });
  });
}
