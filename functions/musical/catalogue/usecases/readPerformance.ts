import type { Versioned } from '../../../../shared/kernel/versioned';
import { problem } from '../../../problems';
import type { MusicalDeps } from '../../deps';
import type { Musical } from '../domain/musical';
import type { Performance } from '../domain/performance';

/** Throws `not-found`. */
export async function readPerformance(
  deps: MusicalDeps,
  performanceId: string,
): Promise<Versioned<Performance>> {
  const performance = await deps.catalogue.performance(performanceId);
  if (performance === undefined) throw noPerformance(performanceId);
  return performance;
}

export const noPerformance = (performanceId: string) =>
  problem('not-found', `There is no performance ${performanceId}.`);

/** Throws `not-found`. */
export async function readMusical(deps: MusicalDeps, musicalId: string): Promise<Versioned<Musical>> {
  const musical = await deps.catalogue.musical(musicalId);
  if (musical === undefined) throw noMusical(musicalId);
  return musical;
}

export const noMusical = (musicalId: string) => problem('not-found', `There is no musical ${musicalId}.`);
