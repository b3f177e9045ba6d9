import { openDatabase } from '../../../../shared/cosmos/cosmos';
import { cosmosSettings, readSettings } from '../../../../shared/kernel/config';
import { systemPacing } from '../../../../shared/kernel/pacing';
import { catalogueStore } from '../../catalogue/store';
import { noPerformance } from '../../catalogue/usecases/readCatalogue';
import { musicalContainers } from '../../deps';
import { availabilityStore, seatStore } from '../store';
import { rebuildSeatMap as rebuild } from '../usecases/rebuildSeatMap';

/**
 * Rebuilds the seat map of one performance in the database that the settings name. Returns how many allocations it has.
 * Throws the problem `not-found`.
 */
export async function rebuildSeatMap(
  settings: Readonly<Record<string, string | undefined>>,
  performanceId: string,
): Promise<number> {
  const containers = musicalContainers(openDatabase(readSettings(cosmosSettings, settings)));
  if ((await catalogueStore(containers.musicals).performance(performanceId)) === undefined)
    throw noPerformance(performanceId);
  const deps = {
    ...systemPacing,
    seats: seatStore(containers.seats),
    availability: availabilityStore(containers.availability),
  };
  return rebuild(deps, performanceId);
}
