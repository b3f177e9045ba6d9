import { isoTime } from '../../../../shared/kernel/time';
import type { MusicalDeps } from '../../deps';
import { type Allocation, isOverdue } from '../domain/allocation';

/** The holds that a customer has of a performance, the one that ends first before the others. */
export async function readHolds(
  { seats, clock }: Pick<MusicalDeps, 'seats' | 'clock'>,
  performanceId: string,
  customerId: string,
): Promise<Allocation[]> {
  const { value: count } = await seats.customerCount(performanceId, customerId);
  const now = isoTime(clock.now());
  const reads = count.entries.map(({ allocationId }) => seats.allocation(performanceId, allocationId));
  const found = (await Promise.all(reads)).flatMap((read) => (read === undefined ? [] : [read.value]));
  return found
    .filter((one) => one.phase === 'hold' && !isOverdue(one, now))
    .sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1));
}
