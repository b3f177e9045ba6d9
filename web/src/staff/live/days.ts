import type { Days } from './queries';

const DAY_MS = 86_400_000;

/** The last days of the theatre up to today, by its clock. */
export function lastDays(count: number, timeZone: string, nowMs: number): Days {
  const dayOf = (ms: number) =>
    new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(ms));
  const to = dayOf(nowMs);
  const from = new Date(Date.parse(`${to}T00:00:00Z`) - (count - 1) * DAY_MS).toISOString().slice(0, 10);
  return { from, to };
}
