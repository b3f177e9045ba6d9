import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import { type NoteFailure, orPark, readable } from '../../../../shared/cosmos/failures';
import type { MusicalDeps } from '../../deps';
import { allocationSchema } from '../../documents';
import type { Allocation } from '../domain/allocation';
import { withAllocation } from '../domain/availability';

const MAX_TRIES = 10;

/** Folds changed allocations, from the change feed, into the seat maps of their performances: one write each. */
export async function projectSeats(
  deps: MusicalDeps,
  changes: readonly unknown[],
  note: NoteFailure,
): Promise<void> {
  const { log } = deps;
  const allocations = await readable(changes, { kind: 'allocation', schema: allocationSchema }, note, log);
  const byPerformance = Map.groupBy(allocations, ({ performanceId }) => performanceId);
  for (const [performanceId, changed] of byPerformance) {
    const parked = { id: performanceId, trouble: 'this seat map cannot be written, rebuild it' };
    await orPark(parked, () => project(deps, performanceId, changed), note, log);
  }
}

async function project(
  deps: MusicalDeps,
  performanceId: string,
  allocations: readonly Allocation[],
): Promise<void> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const { value, etag } = await deps.availability.read(performanceId);
    const next = allocations.reduce(withAllocation, value);
    if (next === value) return;
    if ((await deps.availability.write(next, etag)) === 'committed') return;
  }
  throw new StoreUnavailable(`seat map of ${performanceId} keeps changing`);
}
