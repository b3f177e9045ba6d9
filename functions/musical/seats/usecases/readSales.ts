import { readPerformance } from '../../catalogue/usecases/readPerformance';
import type { MusicalDeps } from '../../deps';
import { countSeats, emptyAvailability, withAllocation } from '../domain/availability';

/**
 * Seats and money of a performance as its allocations say, not the projection. `gross` is everything that was ever
 * paid, `refunded` what was given back of it. Throws `not-found`.
 */
export async function readSales(deps: MusicalDeps, performanceId: string) {
  const { value: performance } = await readPerformance(deps, performanceId);
  const allocations = await deps.seats.allocations(performanceId);
  const map = allocations.reduce(withAllocation, emptyAvailability(performanceId));
  const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
  return {
    ...countSeats(map, performance.sections, deps.clock.now()),
    gross: sum(allocations.map(({ captured }) => captured ?? 0)),
    refunded: sum(allocations.map(({ refunded }) => refunded ?? 0)),
    currency: performance.currency,
  };
}
