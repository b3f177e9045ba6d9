import { readPerformance } from '../../catalogue/usecases/readCatalogue';
import type { MusicalDeps } from '../../deps';
import { countSeats, emptyAvailability, withAllocations } from '../domain/availability';

/**
 * Counts seats and money of a performance from its allocations, not from the projection. `gross` is everything that was
 * ever paid, `refunded` what was refunded of it. Throws `not-found`.
 */
export async function readSales(
  deps: Pick<MusicalDeps, 'catalogue' | 'seats' | 'clock'>,
  performanceId: string,
) {
  const { value: performance } = await readPerformance(deps, performanceId);
  const allocations = await deps.seats.allocations(performanceId);
  const availability = withAllocations(emptyAvailability(performanceId), allocations, performance.sections);
  const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
  return {
    ...countSeats(availability, performance.sections, deps.clock.now()),
    gross: sum(allocations.map(({ captured }) => captured ?? 0)),
    refunded: sum(allocations.map(({ refunded }) => refunded ?? 0)),
    currency: performance.currency,
  };
}
