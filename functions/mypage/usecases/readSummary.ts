import type { MypageDeps } from '../deps';
import { type Summary, spentOf } from '../domain/entry';

/** What a customer's reservations add up to. The store counts them, so those that came to nothing are not read. */
export async function readSummary(
  { entries }: Pick<MypageDeps, 'entries'>,
  customerId: string,
): Promise<Summary> {
  const [reservationCount, completedCount, [last], paid] = await Promise.all([
    entries.count(customerId),
    entries.count(customerId, 'completed'),
    entries.of(customerId, { after: undefined, limit: 1 }),
    entries.paid(customerId),
  ]);
  return {
    reservationCount,
    lastReservedAt: last?.placedAt ?? null,
    completedCount,
    spent: spentOf(paid),
  };
}
