import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { readPerformance } from '../../catalogue/usecases/readCatalogue';
import type { MusicalDeps } from '../../deps';
import type { Allocation } from '../domain/allocation';
import { withoutWithheld } from '../domain/withheld.decide';

type Deps = Pacing & Pick<MusicalDeps, 'catalogue' | 'seats'>;

/** What the theatre keeps for itself, the oldest first. Throws `not-found`. */
export async function readWithheld(
  deps: Omit<Deps, 'sleep' | 'random'>,
  performanceId: string,
): Promise<readonly Allocation[]> {
  await readPerformance(deps, performanceId);
  const withheld = await deps.seats.withheldAllocations(performanceId);
  const since = (one: Allocation) => one.withheld?.since ?? '';
  return withheld.toSorted((a, b) => since(a).localeCompare(since(b)));
}

/**
 * Puts withheld seats on sale, each in a replace of its allocation under its ETag. Returns those that were withheld. The
 * others are as they were. Throws `not-found`.
 */
export async function returnWithheld(
  deps: Deps,
  performanceId: string,
  seats: readonly string[],
): Promise<readonly string[]> {
  const named = new Set(seats);
  const returned: string[] = [];
  for (const { id } of await readWithheld(deps, performanceId))
    returned.push(...(await returnFrom(deps, performanceId, id, named)));
  return returned;
}

const returnFrom = (
  deps: Deps,
  performanceId: string,
  id: string,
  named: ReadonlySet<string>,
): Promise<readonly string[]> =>
  untilCommitted<readonly string[]>(deps, `withheld seats ${id}`, async () => {
    const known = await deps.seats.allocation(performanceId, id);
    const given = known?.value.seats.filter((seatId) => named.has(seatId)) ?? [];
    if (known?.value.phase !== 'withheld' || given.length === 0) return [];
    const value = withoutWithheld(known.value, named);
    return (await deps.seats.replace({ ...known, value })) === 'conflict' ? 'conflict' : given;
  });
