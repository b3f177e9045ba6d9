import type { SalesOfDays } from '../types';
import type { Days } from './queries';

/** What was sold in one hour of the theatre. */
export type HourOfSales = {
  /** `2026-12-24 19:00`, on the theatre's clock. */
  readonly hour: string;
  readonly seats: number;
  readonly gross: number;
};

type Items = readonly Pick<SalesOfDays['items'][number], 'key' | 'seats' | 'gross' | 'currency'>[];

const HOUR_MS = 3_600_000;
/** The theatre's clock read as if it were UTC, which has no hours that come twice or never. */
export const instantOf = (hour: string): number => Date.parse(`${hour.replace(' ', 'T')}:00Z`);
const hourAt = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');

/** Every hour of these days, those without a sale too. Of one currency; see `currenciesIn`. */
export function hoursOf(items: Items, currency: string, { from, to }: Days): readonly HourOfSales[] {
  const sold = items.filter((item) => item.currency === currency);
  const byHour = new Map(sold.map(({ key, seats, gross }) => [key, { seats, gross }]));
  const first = instantOf(`${from} 00:00`);
  const last = instantOf(`${to} 23:00`);
  return Array.from({ length: (last - first) / HOUR_MS + 1 }, (_, index) => {
    const hour = hourAt(first + index * HOUR_MS);
    return { hour, ...(byHour.get(hour) ?? { seats: 0, gross: 0 }) };
  });
}

export const currenciesIn = (items: Items): readonly string[] => [
  ...new Set(items.map(({ currency }) => currency)),
];

/** As uPlot takes it: the seconds, and beside them seats and money, which has its own axis. */
export const plotData = (hours: readonly HourOfSales[]): [number[], number[], number[]] => [
  hours.map(({ hour }) => instantOf(hour) / 1000),
  hours.map(({ seats }) => seats),
  hours.map(({ gross }) => gross),
];
