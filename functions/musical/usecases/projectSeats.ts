import { isPassingFault, StoreUnavailable } from '../../../shared/cosmos';
import type { NoteFailure } from '../../../shared/failures';
import { reasonOf } from '../../../shared/log';
import type { MusicalDeps } from '../deps';
import { allocationSchema } from '../documents';
import type { Allocation } from '../domain/allocation';
import { withAllocation } from '../domain/availability';

const MAX_TRIES = 10;

/**
 * Folds changed allocations, from the change feed, into the seat maps of their performances: one write each. A map that
 * cannot be written for good is noted and left behind.
 */
export async function projectSeats(
  deps: MusicalDeps,
  changes: readonly unknown[],
  note: NoteFailure,
): Promise<void> {
  const byPerformance = new Map<string, Allocation[]>();
  for (const change of changes) {
    if ((change as { kind?: unknown }).kind !== 'allocation') continue;
    const parsed = allocationSchema.safeParse(change);
    if (parsed.success) {
      const { performanceId } = parsed.data;
      byPerformance.set(performanceId, [...(byPerformance.get(performanceId) ?? []), parsed.data]);
    } else deps.log.error('allocation cannot be projected', { why: parsed.error.message });
  }
  for (const [performanceId, allocations] of byPerformance) {
    try {
      await project(deps, performanceId, allocations);
    } catch (error) {
      if (isPassingFault(error)) throw error;
      // Another try would not help, and the maps of all other performances wait behind it.
      const reason = `this seat map cannot be written, rebuild it: ${reasonOf(error)}`;
      deps.log.error('seat map parked', { performanceId, reason });
      await note(performanceId, reason);
    }
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
