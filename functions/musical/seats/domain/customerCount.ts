import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';
import { type Allocation, hasEnded, isOverdue } from './allocation';

/** How many seats of one performance a customer has in each hold or unpaid reservation. It may still name ended ones. */
export const customerCountSchema = z.object({
  customerId: z.string(),
  entries: z.array(z.object({ allocationId: z.string(), seats: z.int() })),
});
export type CustomerCount = Immutable<z.infer<typeof customerCountSchema>>;

const total = (count: CustomerCount): number => count.entries.reduce((sum, entry) => sum + entry.seats, 0);

/** The limit counts holds and unpaid reservations. What is sold has been paid for, and what has ended is nobody's. */
export const countsAgainstLimit = (allocation: Allocation | undefined, now: string): boolean =>
  allocation !== undefined &&
  allocation.phase !== 'sold' &&
  !hasEnded(allocation) &&
  !isOverdue(allocation, now);

export const withinCustomerLimit = (count: CustomerCount, more: number, limit: number): boolean =>
  total(count) + more <= limit;

export const withoutEnded = (count: CustomerCount, live: ReadonlySet<string>): CustomerCount => ({
  ...count,
  entries: count.entries.filter((entry) => live.has(entry.allocationId)),
});

export const withEntry = (count: CustomerCount, allocationId: string, seats: number): CustomerCount => ({
  ...count,
  entries: [...count.entries.filter((entry) => entry.allocationId !== allocationId), { allocationId, seats }],
});
