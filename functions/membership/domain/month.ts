import { isoTime } from '../../../shared/kernel/time';
import { calendarDay, dayAfter, instantOf } from '../../../shared/kernel/zone';

/** Months, as `2026-12`, and days, as `2026-12-24`, by the theatre's calendar. */

export const monthOf = (day: string): string => day.slice(0, 7);

export const monthAt = (ms: number, timeZone: string): string => monthOf(calendarDay(ms, timeZone));

export const firstDayOf = (month: string): string => `${month}-01`;

export const monthAfter = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
};

export const lastDayOf = (month: string): string => daysAfter(firstDayOf(monthAfter(month)), -1);

const DAY_MS = 24 * 60 * 60 * 1000;

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** When a day begins in the zone (UTC). */
export const beginOf = (day: string, timeZone: string): string =>
  isoTime(instantOf(`${day}T00:00:00`, timeZone));

/** When a day is over there (UTC). */
export const endOf = (day: string, timeZone: string): string => beginOf(dayAfter(day), timeZone);
