import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';
import { isoTime } from '../../../../shared/kernel/time';
import { type Allocation, hasEnded, isOverdue } from './allocation';

/** What a customer has in one hold or reservation. */
const entrySchema = z.object({
  allocationId: z.string(),
  seats: z.int(),
  /** It is paid for. Said once somebody had to look. */
  sold: z.literal(true).optional(),
  /** Its time to pay is over, but it may have been paid in time. Said as the former. */
  overdue: z.literal(true).optional(),
});
type Entry = Immutable<z.infer<typeof entrySchema>>;

/** How many seats of one performance a customer has in each hold and reservation. It may still name ended ones. */
export const customerCountSchema = z.object({
  customerId: z.string(),
  entries: z.array(entrySchema),
  /** The latest holds, also those that have ended, with when they were made (UTC). */
  holds: z.array(z.object({ allocationId: z.string(), at: z.string() })).optional(),
});
export type CustomerCount = Immutable<z.infer<typeof customerCountSchema>>;

const total = (entries: readonly Entry[]): number => entries.reduce((sum, entry) => sum + entry.seats, 0);

/** The first limit counts holds and unpaid reservations. What is sold has been paid for, and what has ended is nobody's. */
export const countsAgainstLimit = (allocation: Allocation | undefined, now: string): boolean =>
  allocation !== undefined &&
  allocation.phase !== 'sold' &&
  !hasEnded(allocation) &&
  !isOverdue(allocation, now);

/** A choice that is changed takes a few holds. Who holds more often in half an hour keeps seats from others. */
const MAX_HOLDS = 12;
const MAX_HOLDS_MS = 30 * 60 * 1000;
/** Who has let so many holds run out in two hours would keep seats for ever by holding again and again. */
const MAX_RUN_OUT = 3;
const COUNTED_MS = 2 * 60 * 60 * 1000;

/** What is left of a count when its customer is erased. What has ended is of no use any more. */
export const emptied = (
  { customerId, entries }: CustomerCount,
  live: ReadonlySet<string>,
): CustomerCount => ({ customerId, entries: entries.filter(({ allocationId }) => live.has(allocationId)) });

/** The latest holds that count for how often a customer holds. */
export const recentHolds = ({ holds = [] }: CustomerCount, nowMs: number) =>
  holds.filter(({ at }) => Date.parse(at) > nowMs - COUNTED_MS);

export const withHold = (count: CustomerCount, allocationId: string, nowMs: number): CustomerCount => ({
  ...count,
  holds: [
    ...recentHolds(count, nowMs).filter((one) => one.allocationId !== allocationId),
    { allocationId, at: isoTime(nowMs) },
  ].slice(-MAX_HOLDS),
});

/** Fewer holds than these are no reason to look what became of them. */
export const mayBeTooMany = (recent: readonly unknown[]): boolean => recent.length >= MAX_RUN_OUT;

/** A recent hold with what became of it. */
export type HoldSoFar = { readonly at: string; readonly allocation: Allocation | undefined };

/**
 * For how many seconds a customer is to hold no more, who has held over and over and bought nothing. Undefined when it is
 * not too often.
 */
export function secondsToWait(recent: readonly HoldSoFar[], nowMs: number): number | undefined {
  if (recent.some(({ allocation }) => allocation?.captured !== undefined)) return undefined;
  const ranOut = recent.filter(({ allocation }) => hasRunOut(allocation, isoTime(nowMs)));
  const often = recent.filter(({ at }) => Date.parse(at) > nowMs - MAX_HOLDS_MS);
  const ends = [
    ...(ranOut.length >= MAX_RUN_OUT ? [Date.parse(ranOut.at(-MAX_RUN_OUT)?.at ?? '') + COUNTED_MS] : []),
    ...(often.length >= MAX_HOLDS ? [Date.parse(often[0]?.at ?? '') + MAX_HOLDS_MS] : []),
  ];
  return ends.length === 0 ? undefined : Math.max(1, Math.ceil((Math.max(...ends) - nowMs) / 1000));
}

/** Nobody bought, released or took back what it held. */
const hasRunOut = (allocation: Allocation | undefined, now: string): boolean =>
  allocation !== undefined &&
  allocation.releasedAt === undefined &&
  (isOverdue(allocation, now) || allocation.phase === 'released');

/** How many seats of a performance one customer may have unpaid, and how many with those bought. */
export type CustomerLimits = {
  readonly maxSeatsPerReservation: number;
  readonly maxSeatsPerCustomer?: number | undefined;
};

/** The limit that so many more seats would break. */
export function limitBroken(
  { entries }: CustomerCount,
  more: number,
  { maxSeatsPerReservation, maxSeatsPerCustomer }: CustomerLimits,
): 'unpaid' | 'all' | undefined {
  if (maxSeatsPerCustomer !== undefined && total(entries) + more > maxSeatsPerCustomer) return 'all';
  const unpaid = entries.filter(({ sold, overdue }) => !sold && !overdue);
  return total(unpaid) + more > maxSeatsPerReservation ? 'unpaid' : undefined;
}

/**
 * The entry of an allocation as it is, with the seats it still has. Undefined when it has none. A reservation that is overdue
 * is sold yet if it was paid in time, and otherwise soon ends.
 */
export function entryOf(allocation: Allocation | undefined, now: string): Entry | undefined {
  if (allocation === undefined) return undefined;
  const { id: allocationId, seats } = allocation;
  if (allocation.phase === 'sold') return { allocationId, seats: seats.length, sold: true };
  if (countsAgainstLimit(allocation, now)) return { allocationId, seats: seats.length };
  return allocation.phase === 'reserved' ? { allocationId, seats: seats.length, overdue: true } : undefined;
}

export const withEntry = (count: CustomerCount, allocationId: string, seats: number): CustomerCount => ({
  ...count,
  entries: [...count.entries.filter((entry) => entry.allocationId !== allocationId), { allocationId, seats }],
});
