import { z } from 'zod';
import { calendarDay, calendarHour } from '../../../shared/kernel/zone';
import { type Booked, type SoldSeat, soldSeats } from './booked';

/** What sales are counted by. */
export const groupBySchema = z.enum(['hour', 'day', 'performance', 'tier', 'price-type']);
export type GroupBy = z.infer<typeof groupBySchema>;

/** What was sold of one group in one currency, and what came back of it since. Money is in minor units. */
export const salesItemSchema = z.object({
  /** An hour (`2026-12-24 19:00`), a day, or the id of a performance, a tier or a price type. */
  key: z.string(),
  title: z.string().optional(),
  startsAt: z.string().optional(),
  currency: z.string(),
  reservations: z.int(),
  seats: z.int(),
  /** Of those seats. */
  returned: z.int(),
  gross: z.int(),
  /** Of `gross`. */
  bookingFees: z.int(),
  /** Of `gross`, by whoever paid it back. */
  refunded: z.int(),
});
export type SalesItem = z.infer<typeof salesItemSchema>;

const keyOf = (groupBy: GroupBy, booked: Booked, seat: SoldSeat, timeZone: string): string => {
  const soldAtMs = Date.parse(booked.payment?.approvedAt ?? '');
  switch (groupBy) {
    case 'hour':
      return calendarHour(soldAtMs, timeZone);
    case 'day':
      return calendarDay(soldAtMs, timeZone);
    case 'performance':
      return booked.performanceId;
    case 'tier':
      return seat.tier;
    case 'price-type':
      return seat.priceTypeId;
    default:
      return groupBy satisfies never;
  }
};

/** Adds up reservations one by one, so that none of them is kept. Each is to be added once. */
export function salesCount(groupBy: GroupBy, timeZone: string) {
  const groups = new Map<string, SalesItem>();

  const groupOf = (booked: Booked, seat: SoldSeat): SalesItem => {
    const { currency = '', title, startsAt } = booked.sale ?? {};
    const key = keyOf(groupBy, booked, seat, timeZone);
    const place = `${currency} ${key}`;
    const named = groupBy === 'performance' ? { title, startsAt } : {};
    const nothing = { reservations: 0, seats: 0, returned: 0, gross: 0, bookingFees: 0, refunded: 0 };
    const group = groups.get(place) ?? { key, ...named, currency, ...nothing };
    groups.set(place, group);
    return group;
  };

  return {
    add(booked: Booked): void {
      const seen = new Set<SalesItem>();
      for (const seat of soldSeats(booked)) {
        const group = groupOf(booked, seat);
        group.reservations += seen.has(group) ? 0 : 1;
        seen.add(group);
        group.seats += 1;
        group.returned += seat.isReturned ? 1 : 0;
        group.gross += seat.gross;
        group.bookingFees += seat.bookingFee;
        group.refunded += seat.refunded;
      }
    },
    /** By key, and then by currency. */
    items: (): SalesItem[] =>
      [...groups.values()].sort((a, b) => order(a.key, b.key) || order(a.currency, b.currency)),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
