import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import type { Versioned } from '../../../../shared/kernel/versioned';
import { problem } from '../../../problems';
import type { MusicalDeps } from '../../deps';
import type { Musical } from '../domain/musical';
import type { Performance } from '../domain/performance';

type Deps = Pick<MusicalDeps, 'catalogue'>;

/** Throws `not-found`. */
export async function readPerformance(
  { catalogue }: Deps,
  performanceId: string,
): Promise<Versioned<Performance>> {
  const performance = await catalogue.performance(performanceId);
  if (performance === undefined) throw noPerformance(performanceId);
  return performance;
}

export const noPerformance = (performanceId: string) =>
  problem('not-found', `There is no performance ${performanceId}.`);

/** Throws `not-found`. */
export async function readMusical({ catalogue }: Deps, musicalId: string): Promise<Versioned<Musical>> {
  const musical = await catalogue.musical(musicalId);
  if (musical === undefined) throw noMusical(musicalId);
  return musical;
}

export const noMusical = (musicalId: string) => problem('not-found', `There is no musical ${musicalId}.`);

/** What was just created. A write without an answer may not be stored, and then the caller is to ask again. */
export function expectStored<T>(stored: T | undefined): T {
  if (stored === undefined) throw new StoreUnavailable('It is not stored yet. Send the same request again.');
  return stored;
}
