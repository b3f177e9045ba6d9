import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import type { Versioned } from '../../../../shared/kernel/versioned';
import { type HasTime, sweepDue } from '../../../../shared/messaging/sweep';
import { reasonOf } from '../../../../shared/telemetry/log';
import type { Performance } from '../../catalogue/domain/performance';
import { readPerformance } from '../../catalogue/usecases/readCatalogue';
import type { MusicalDeps } from '../../deps';
import { bringThrough } from './bringThrough';
import { revokeSeats, tellRevoked } from './revokeSeats';

/** For so long after a change allocations are looked for that were under way when it was made. */
const FOLLOW_UP_MS = 10 * 60 * 1000;

type Deps = Pacing & Pick<MusicalDeps, 'catalogue' | 'seats' | 'clock' | 'log' | 'publisher'>;

/**
 * The sweep after performances that were cancelled, moved or rebuilt. It looks at each of them until nobody is left who
 * has what is no longer there.
 */
export const followUpPerformances = (deps: Deps): Promise<void> =>
  sweepDue(deps.clock, {
    list: deps.catalogue.performancesToCheck,
    idOf: (performanceId) => performanceId,
    look: (performanceId, hasTime) => followUpSafely(deps, performanceId, hasTime),
  });

async function followUpSafely(deps: Deps, performanceId: string, hasTime: HasTime): Promise<void> {
  try {
    const stored = await readPerformance(deps, performanceId);
    const isRevoked = await revokeSeats(deps, stored.value, hasTime);
    const isDone = isRevoked && (await bringThrough(deps, stored.value, hasTime));
    const endsAtMs = Date.parse(stored.value.changedAt ?? isoTime(0)) + FOLLOW_UP_MS;
    if (isDone && endsAtMs < deps.clock.now()) await tellAgain(deps, stored);
  } catch (error) {
    deps.log.warn('performance will be followed up again', { performanceId, reason: reasonOf(error) });
  }
}

/**
 * A reservation that has not ended in all that time may never have heard that its seats were taken back, so it is told
 * again, as often as it takes. Once none is left, and all were told of every move, the performance is off the list.
 */
async function tellAgain(deps: Deps, stored: Versioned<Performance>): Promise<void> {
  const { performanceId } = stored.value;
  const unheard = await deps.seats.revokingAllocations(performanceId);
  for (const allocation of unheard) await tellRevoked(deps, allocation);
  const isUnanswered = unheard.length > 0 || (await deps.seats.movingAllocations(performanceId)).length > 0;
  const nextCheckAt = isUnanswered ? isoTime(deps.clock.now() + FOLLOW_UP_MS) : undefined;
  await deps.catalogue.replacePerformance(stored, nextCheckAt);
}
