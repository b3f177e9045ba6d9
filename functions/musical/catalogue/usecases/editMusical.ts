import { isDeepStrictEqual } from 'node:util';
import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { invalidMember } from '../../../../shared/http/request';
import { isoTime } from '../../../../shared/kernel/clock';
import type { Versioned } from '../../../../shared/kernel/versioned';
import { problem } from '../../../problems';
import type { MusicalDeps } from '../../deps';
import { isOverdue } from '../../seats/domain/allocation';
import type { Musical } from '../domain/musical';
import { hasBegun, isToCome, type Performance } from '../domain/performance';
import { closePerformance } from './cancelPerformance';
import { change, checkUnchanged, seen, stale, withMusical } from './editPerformance';
import { readMusical } from './readPerformance';

export type MusicalFields = Omit<Musical, 'musicalId'>;

function checkMusical(fields: MusicalFields): void {
  if (fields.endDate < fields.startDate) throw invalidMember('/endDate', 'The last day is before the first.');
}

/**
 * Creates the musical; a call that is repeated with the same id finds it. Asks for an id only for what can be made: so a
 * refusal uses up no Idempotency-Key. Throws `invalid-request`.
 */
export async function createMusical(
  deps: MusicalDeps,
  newId: () => Promise<string>,
  fields: MusicalFields,
): Promise<Versioned<Musical>> {
  checkMusical(fields);
  const musicalId = await newId();
  await deps.catalogue.createMusical({ musicalId, ...fields });
  return seen(await deps.catalogue.musical(musicalId));
}

/**
 * Changes a musical and then each of its performances; terms of reservations already made stay as they were. The same
 * request again goes on where it stopped, though its `If-Match` is of the state before. Throws `not-found`, `stale`,
 * `invalid-request`.
 */
export async function updateMusical(
  deps: MusicalDeps,
  musicalId: string,
  fields: MusicalFields,
  ifMatch: string | undefined,
): Promise<Versioned<Musical>> {
  checkMusical(fields);
  await storeMusical(deps, { musicalId, ...fields }, ifMatch);
  return untilCommitted(deps, `musical ${musicalId}`, async () => {
    const musical = await readMusical(deps, musicalId);
    for (const { performanceId } of await deps.catalogue.performancesOf(musicalId))
      await change(deps, performanceId, undefined, withMusical(musical.value));
    // Somebody else may have changed it meanwhile: the performances have what the musical has, not what came last.
    return (await readMusical(deps, musicalId)).etag === musical.etag ? musical : 'conflict';
  });
}

async function storeMusical(deps: MusicalDeps, wanted: Musical, ifMatch: string | undefined): Promise<void> {
  await untilCommitted(deps, `musical ${wanted.musicalId}`, async () => {
    const stored = await readMusical(deps, wanted.musicalId);
    if (isDeepStrictEqual(stored.value, wanted)) return 'unchanged';
    checkUnchanged(stored.etag, ifMatch);
    return deps.catalogue.replaceMusical({ value: wanted, etag: stored.etag });
  });
}

/**
 * Closes what is to come of a musical, one performance after the other, and takes it out of the catalogue; what was
 * played stays as it was. After a failure the same request goes on where it was. Throws `live-reservations` as long as
 * anybody has seats of a performance to come, `not-found`, `stale`.
 */
export async function removeMusical(
  deps: MusicalDeps,
  musicalId: string,
  ifMatch: string | undefined,
): Promise<void> {
  const stored = await readMusical(deps, musicalId);
  checkUnchanged(stored.etag, ifMatch);
  const performances = await deps.catalogue.performancesOf(musicalId);
  const now = isoTime(deps.clock.now());
  for (const performance of performances) await checkNobodyWaits(deps, performance, now);
  // Somebody may have taken seats since: closing the performances leaves them to the sweep, which revokes and refunds.
  await closeAll(deps, performances, now);
  const isOpenAgain = (await deps.catalogue.performancesOf(musicalId)).some((one) => isToCome(one, now));
  if (isOpenAgain || !(await isRemoved(deps, stored))) throw stale();
  // One that was made at the last moment, by somebody who still saw the musical.
  await closeAll(deps, await deps.catalogue.performancesOf(musicalId), now);
}

async function closeAll(deps: MusicalDeps, performances: readonly Performance[], now: string): Promise<void> {
  for (const { performanceId } of performances.filter((one) => isToCome(one, now)))
    await closePerformance(deps, performanceId);
}

/** False when the musical was changed since it was read. */
async function isRemoved(deps: MusicalDeps, stored: Versioned<Musical>): Promise<boolean> {
  if ((await deps.catalogue.removeMusical(stored)) === 'committed') return true;
  return (await deps.catalogue.musical(stored.value.musicalId)) === undefined;
}

/** Throws `live-reservations` when somebody has seats of what is to come, or is about to pay for what has begun. */
async function checkNobodyWaits(deps: MusicalDeps, performance: Performance, now: string): Promise<void> {
  const { performanceId } = performance;
  const begun = hasBegun(performance, now);
  const live = await deps.seats.liveAllocations(performanceId);
  if (live.every((one) => isOverdue(one, now) || (begun && one.phase === 'sold'))) return;
  throw problem(
    'live-reservations',
    begun
      ? `Performance ${performanceId} has begun, and somebody is still to pay. Try again in some minutes.`
      : `Performance ${performanceId} has reservations. Cancel the performance first.`,
  );
}
