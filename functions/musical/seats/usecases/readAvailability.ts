import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import type { Pacing } from '../../../../shared/kernel/pacing';
import type { PerhapsStored } from '../../../../shared/kernel/versioned';
import type { Performance } from '../../catalogue/domain/performance';
import type { MusicalDeps } from '../../deps';
import { type Availability, isMadeFor } from '../domain/availability';
import { rebuildAvailability } from './rebuildAvailability';

export type AvailabilityDeps = Pacing &
  Pick<MusicalDeps, 'availabilityOf' | 'availability' | 'catalogue' | 'seats' | 'rebuildOnce'>;

/**
 * The availability of a performance as a crowd reads it, by the positions of its plan. One that was made for another plan
 * is made anew first. Throws StoreUnavailable when the plan is only just being changed.
 */
export async function readAvailability(
  deps: AvailabilityDeps,
  { performanceId, sections }: Performance,
): Promise<PerhapsStored<Availability>> {
  const known = await deps.availabilityOf(performanceId);
  if (isMadeFor(known.value, sections)) return known;
  const rebuilt = await deps.rebuildOnce(performanceId, async () => {
    await rebuildAvailability(deps, performanceId);
    return deps.availability.read(performanceId);
  });
  if (!isMadeFor(rebuilt.value, sections))
    throw new StoreUnavailable(`The house of performance ${performanceId} is being changed. Ask again.`);
  return rebuilt;
}
