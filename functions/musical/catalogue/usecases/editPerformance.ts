import { invalidMember } from '../../../../shared/http/request';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import type { Versioned } from '../../../../shared/kernel/versioned';
import type { OnMove } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { inMusical } from '../domain/move';
import type { Performance, PerformanceFields } from '../domain/performance';
import { editPerformance, faultInDay, schedulePerformance } from '../domain/performance.decide';
import type { House } from '../domain/venue';
import { performanceIdOf } from '../store';
import { changePerformance, closePerformance, performanceFrom } from './changePerformance';
import { expectStored, noMusical, readMusical, readPerformance } from './readCatalogue';

type Deps = Pacing & Pick<MusicalDeps, 'catalogue' | 'venues' | 'clock'>;

/**
 * Adds a performance to a musical. It asks for an id only for what can be made, so a refusal uses up no Idempotency-Key.
 * Throws `not-found` (no such musical), `invalid-request`.
 */
export async function createPerformance(
  deps: Deps,
  musicalId: string,
  newId: () => Promise<string>,
  fields: PerformanceFields,
): Promise<Versioned<Performance>> {
  const { value: musical } = await readMusical(deps, musicalId);
  const performance = performanceFrom(schedulePerformance('', musical, fields, await houseOf(deps, fields)));
  const performanceId = performanceIdOf(musicalId, await newId());
  await deps.catalogue.createPerformance({ ...performance, performanceId });
  expectStored(await deps.catalogue.performance(performanceId));
  // The musical may have been changed or removed meanwhile, by somebody who did not see this performance.
  const now = await deps.catalogue.musical(musicalId);
  if (now === undefined) {
    await closePerformance(deps, performanceId);
    throw noMusical(musicalId);
  }
  const fault = faultInDay(performance, now.value);
  if (fault !== undefined) {
    await closePerformance(deps, performanceId);
    throw invalidMember(fault.pointer, fault.detail);
  }
  const time = isoTime(deps.clock.now());
  await changePerformance(deps, performanceId, undefined, (before) => inMusical(now.value, before, time));
  return readPerformance(deps, performanceId);
}

type Beside = {
  /** What becomes of the tickets when it gets another start or venue. By default they are kept. */
  readonly onMove?: OnMove | undefined;
  readonly beforeStoring?: (before: Performance, after: Performance) => Promise<void>;
};

/**
 * Changes a performance. Whoever has seats is found by the follow-up. Those with a seat that is no longer in it are refunded
 * in full. When it is moved, the others are told of it, or refunded too if `onMove` says so. Throws `not-found`, `stale`,
 * `invalid-request`, and `wrong-state` when it is cancelled, or has begun and would get another house or start.
 */
export async function updatePerformance(
  deps: Deps,
  performanceId: string,
  fields: PerformanceFields,
  ifMatch: string | undefined,
  { onMove, beforeStoring }: Beside = {},
): Promise<Versioned<Performance>> {
  const { value: known } = await readPerformance(deps, performanceId);
  const house = await houseOf(deps, fields);
  const musical = (await deps.catalogue.musical(known.musicalId))?.value;
  // One that was played in a venue of its own goes back to its musical's.
  const around = { home: musical ?? known, run: musical, house, onMove };
  const edited = (before: Performance) =>
    performanceFrom(editPerformance(before, fields, isoTime(deps.clock.now()), around));
  await changePerformance(deps, performanceId, ifMatch, edited, beforeStoring);
  return readPerformance(deps, performanceId);
}

/** The house that the fields name. */
const houseOf = async ({ venues }: Deps, { venueId }: PerformanceFields): Promise<House | undefined> =>
  venueId === undefined ? undefined : (await venues.house(venueId))?.value;
