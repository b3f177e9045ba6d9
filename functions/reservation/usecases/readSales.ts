import { isoTime } from '../../../shared/kernel/time';
import { calendarDay, dayAfter, instantOf } from '../../../shared/kernel/zone';
import type { PaperDeps } from '../deps';
import { settlementCount } from '../domain/dayMoney';
import { type GroupBy, salesCount } from '../domain/sales';

/** Days of the theatre, the last one whole. */
export type Days = { readonly from?: string | undefined; readonly to?: string | undefined };

/** When a day begins in the theatre (UTC). */
const beginOf = (day: string, timeZone: string): string => isoTime(instantOf(`${day}T00:00:00`, timeZone));

/** From the beginning of the first day to that of the day after the last (UTC). */
export const timesOf = (from: string, to: string, timeZone: string) => ({
  from: beginOf(from, timeZone),
  until: beginOf(dayAfter(to), timeZone),
});

/**
 * What was sold on these days, by when it was paid for, and what came back of that to this day. Without days it is today,
 * and without a first day the last one alone.
 */
export async function readSales({ clock, booked, timeZone }: PaperDeps, days: Days, groupBy: GroupBy) {
  const { to = calendarDay(clock.now(), timeZone), from = to } = days;
  const sales = salesCount(groupBy, timeZone);
  for await (const page of booked.sold(timesOf(from, to, timeZone))) for (const one of page) sales.add(one);
  return { from, to, groupBy, items: sales.items() };
}

const MILLISECOND = 1;

/** What money moved on a day of the theatre, by way of payment. */
export async function readSettlement({ clock, booked, timeZone }: PaperDeps, asked: string | undefined) {
  const day = asked ?? calendarDay(clock.now(), timeZone);
  const times = timesOf(day, day, timeZone);
  const last = isoTime(Date.parse(times.until) - MILLISECOND);
  const dates = [...new Set([times.from.slice(0, 10), last.slice(0, 10)])];
  const settlement = settlementCount(times);
  for await (const page of booked.moved(dates)) for (const one of page) settlement.add(one);
  return { day, items: settlement.items() };
}
