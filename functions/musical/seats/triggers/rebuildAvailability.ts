import { openDatabase } from '../../../../shared/cosmos/cosmos';
import { cosmosSettings, readSettings } from '../../../../shared/kernel/config';
import { systemPacing } from '../../../../shared/kernel/pacing';
import { planStore } from '../../catalogue/planStore';
import { catalogueStore } from '../../catalogue/store';
import { musicalContainers } from '../../deps';
import { availabilityStore, seatStore } from '../store';
import { rebuildAvailability as rebuild } from '../usecases/rebuildAvailability';

/**
 * Rebuilds the availability of one performance in the database that the settings name. Returns how many allocations it
 * has. Throws the problem `not-found`.
 */
export function rebuildAvailability(
  settings: Readonly<Record<string, string | undefined>>,
  performanceId: string,
): Promise<number> {
  const containers = musicalContainers(openDatabase(readSettings(cosmosSettings, settings)));
  const deps = {
    ...systemPacing,
    catalogue: catalogueStore(containers.musicals, planStore(containers.seatingPlans)),
    seats: seatStore(containers.seats),
    availability: availabilityStore(containers.availability),
  };
  return rebuild(deps, performanceId);
}
