import { cosmosSettings, readSettings } from '../../shared/config';
import { openDatabase } from '../../shared/cosmos';
import { catalogueStore } from './catalogueStore';
import { availabilityStore, musicalContainers, seatStore } from './store';
import { noPerformance } from './usecases/readPerformance';
import { rebuildSeatMap as rebuild } from './usecases/rebuildSeatMap';

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
  const stores = {
    seats: seatStore(containers.seats),
    availability: availabilityStore(containers.availability),
  };
  return rebuild(stores, performanceId);
}
