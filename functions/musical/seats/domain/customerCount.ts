import type { Allocation } from './allocation';
import { hasEnded, isOverdue } from './allocation';

/** How many seats of one performance a customer has in each hold or unpaid reservation; may still name ended ones. */
export type CustomerCount = {
  readonly customerId: string;
  readonly entries: readonly { readonly allocationId: string; readonly seats: number }[];
};

const total = (count: CustomerCount): number => count.entries.reduce((sum, entry) => sum + entry.seats, 0);

/** The limit counts holds and unpaid reservations; what is sold has been paid for and what has ended is nobody's. */
export const countsAgainstLimit = (allocation: Allocation | undefined, now: string): boolean =>
  allocation !== undefined &&
  allocation.phase !== 'sold' &&
  !hasEnded(allocation) &&
  !isOverdue(allocation, now);

export const withinCustomerLimit = (count: CustomerCount, wanted: number, limit: number): boolean =>
  total(count) + wanted <= limit;

export const withoutEnded = (count: CustomerCount, live: ReadonlySet<string>): CustomerCount => ({
  ...count,
  entries: count.entries.filter((entry) => live.has(entry.allocationId)),
});

export const withEntry = (count: CustomerCount, allocationId: string, seats: number): CustomerCount => ({
  ...count,
  entries: [...count.entries.filter((entry) => entry.allocationId !== allocationId), { allocationId, seats }],
});
