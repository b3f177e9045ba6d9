import { isoTime } from '../../../../shared/kernel/time';
import { capacityOf } from '../../catalogue/domain/seatingPlan';
import { readPerformance } from '../../catalogue/usecases/readCatalogue';
import type { MusicalDeps } from '../../deps';

/**
 * Counts seats and money of a performance from its allocations, not from the projection. `gross` is everything that was
 * ever paid, `refunded` what was refunded of it. Throws `not-found`.
 */
export async function readSales(
  deps: Pick<MusicalDeps, 'catalogue' | 'seats' | 'clock'>,
  performanceId: string,
) {
  const { value: performance } = await readPerformance(deps, performanceId);
  const { sold, held, withheld, ...money } = await deps.seats.books(performanceId, isoTime(deps.clock.now()));
  const capacity = capacityOf(performance.sections);
  // Seats that were withdrawn are their owners' until each of them is told.
  const available = Math.max(0, capacity - sold - held - withheld);
  return { capacity, available, held, sold, withheld, ...money, currency: performance.currency };
}
