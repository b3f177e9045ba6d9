import type { Page } from '../../../../shared/http/continuation';
import { isoTime } from '../../../../shared/kernel/time';
import { type Performance, saleStateOf } from '../../catalogue/domain/performance';
import { planIdOf } from '../../catalogue/domain/plan';
import { noMusical } from '../../catalogue/usecases/readCatalogue';
import type { MusicalDeps } from '../../deps';
import { countByTier, lapsedHolds, totalOf } from '../domain/availability';
import { type AvailabilityDeps, readAvailability } from './readAvailability';

type Deps = AvailabilityDeps & Pick<MusicalDeps, 'clock' | 'musicalOf' | 'performancesOf' | 'countOnce'>;

/** A performance's place in the list, which is in the order of their starts. */
export const listedKey = ({
  startsAt,
  performanceId,
}: Pick<Performance, 'startsAt' | 'performanceId'>): string => `${startsAt} ${performanceId}`;

/**
 * A page of a musical's performances with how their sale stands, as the projection has it. A crowd costs a read of each a
 * moment. Throws `not-found`.
 */
export async function readPerformances(deps: Deps, musicalId: string, { after = '', limit }: Page) {
  const [musical, all] = await Promise.all([deps.musicalOf(musicalId), deps.performancesOf(musicalId)]);
  if (musical === undefined) throw noMusical(musicalId);
  const page = all
    .filter((performance) => listedKey(performance) > after)
    .sort((a, b) => (listedKey(a) < listedKey(b) ? -1 : 1))
    .slice(0, limit);
  return Promise.all(page.map((performance) => listed(deps, performance)));
}

async function listed(deps: Deps, performance: Performance) {
  const { performanceId, sections } = performance;
  const { value: availability, etag = 'empty' } = await readAvailability(deps, performance);
  const nowMs = deps.clock.now();
  const state = [planIdOf(sections), etag, lapsedHolds(availability, nowMs)].join('.');
  const counts = deps.countOnce(performanceId, state, () => countByTier(availability, sections, nowMs));
  const { available, capacity } = totalOf(counts);
  const {
    changedAt: _internal,
    sections: _plan,
    outline: _outline,
    plan: _id,
    tiers: _tiers,
    moves: _moves,
    ...shown
  } = performance;
  return {
    ...shown,
    saleState: saleStateOf(performance, available, isoTime(nowMs)),
    capacity,
    available,
    byTier: Object.fromEntries(
      Object.entries(counts).map(([tier, count]) => [
        tier,
        { available: count.available, capacity: count.capacity },
      ]),
    ),
  };
}
