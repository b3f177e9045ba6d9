import { checkIfMatch, stale } from '../../../../shared/http/ifMatch';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import type { Versioned } from '../../../../shared/kernel/versioned';
import { problem } from '../../../problems';
import type { Musical } from '../../catalogue/domain/musical';
import { hasBegun, isToCome, type Performance } from '../../catalogue/domain/performance';
import { closePerformance } from '../../catalogue/usecases/changePerformance';
import { readMusical } from '../../catalogue/usecases/readCatalogue';
import type { MusicalDeps } from '../../deps';
import { isOverdue } from '../../seats/domain/allocation';

type Deps = Pacing & Pick<MusicalDeps, 'catalogue' | 'seats' | 'clock'>;

/**
 * Closes what is to come of a musical, one performance after the other, and takes it out of the catalogue. What was
 * played stays as it was. After a failure the same request goes on where it was. Throws `live-reservations` as long as
 * anybody has seats of a performance to come, `not-found`, `stale`.
 */
export async function removeMusical(
  deps: Deps,
  musicalId: string,
  ifMatch: string | undefined,
): Promise<void> {
  const stored = await readMusical(deps, musicalId);
  checkIfMatch(stored.etag, ifMatch);
  const performances = await deps.catalogue.performancesOf(musicalId);
  const now = isoTime(deps.clock.now());
  for (const performance of performances) await checkNobodyWaits(deps, performance, now);
  // Somebody may have taken seats since. Closing the performances leaves them to the follow-up, which revokes and refunds.
  await closeAll(deps, performances, now);
  const isOpenAgain = (await deps.catalogue.performancesOf(musicalId)).some((one) => isToCome(one, now));
  if (isOpenAgain || !(await isRemoved(deps, stored))) throw stale();
  // One that was made at the last moment, by somebody who still saw the musical.
  await closeAll(deps, await deps.catalogue.performancesOf(musicalId), now);
}

async function closeAll(deps: Deps, performances: readonly Performance[], now: string): Promise<void> {
  for (const { performanceId } of performances.filter((one) => isToCome(one, now)))
    await closePerformance(deps, performanceId);
}

/** False when the musical was changed since it was read. */
async function isRemoved({ catalogue }: Deps, stored: Versioned<Musical>): Promise<boolean> {
  if ((await catalogue.removeMusical(stored)) === 'committed') return true;
  return (await catalogue.musical(stored.value.musicalId)) === undefined;
}

/** Throws `live-reservations` when somebody has seats of what is to come, or is about to pay for what has begun. */
async function checkNobodyWaits({ seats }: Deps, performance: Performance, now: string): Promise<void> {
  const { performanceId } = performance;
  const begun = hasBegun(performance, now);
  const live = await seats.liveAllocations(performanceId);
  if (live.every((one) => isOverdue(one, now) || (begun && one.phase === 'sold'))) return;
  throw problem(
    'live-reservations',
    begun
      ? `Performance ${performanceId} has begun, and somebody is still to pay. Try again in some minutes.`
      : `Performance ${performanceId} has reservations. Cancel the performance first.`,
  );
}
