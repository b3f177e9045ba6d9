import { cosmosSettings, readSettings } from '../../shared/config';
import { openDatabase } from '../../shared/cosmos';
import { availabilityStore, musicalContainers, seatStore } from './store';
import { rebuildSeatMap as rebuild } from './usecases/rebuildSeatMap';

/** Rebuilds the seat map of one performance in the database that the settings name. Returns how many allocations it has. */
export function rebuildSeatMap(
  settings: Readonly<Record<string, string | undefined>>,
  performanceId: string,
): Promise<number> {
  const containers = musicalContainers(openDatabase(readSettings(cosmosSettings, settings)));
  const stores = {
    seats: seatStore(containers.seats),
    availability: availabilityStore(containers.availability),
  };
  return rebuild(stores, performanceId);
}
