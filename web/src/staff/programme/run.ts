/** When a musical plays in a week: from Monday on, the times of each day as `HH:MM`. */
export type Week = readonly (readonly string[])[];

export const DAYS_OF_WEEK = 7;
/** More at once is rather a mistake than a run. */
export const MAX_PERFORMANCES = 400;

const DAY_MS = 24 * 3_600_000;
const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** What somebody has typed for a day: `14:00, 19:30`. Undefined when one of it is no time. */
export function timesIn(typed: string): readonly string[] | undefined {
  const words = typed.split(/[\s,]+/).filter((word) => word !== '');
  const times = words.map((word) => TIME.exec(word)).map((found) => found && inDigits(found));
  if (times.some((time) => time === null)) return undefined;
  return [...new Set(times.filter((time) => time !== null))].sort();
}

const inDigits = ([, hours = '', minutes = '']: RegExpExecArray): string =>
  `${hours.padStart(2, '0')}:${minutes}`;

/**
 * The starts of a run, from its first day to its last: `2026-12-11T19:30`, on the venue's clock. Days are the calendar's,
 * so no zone and no clock has a say in them.
 */
export function startsOf(from: string, to: string, week: Week): readonly string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const starts: string[] = [];
  for (let at = first; at <= last && starts.length <= MAX_PERFORMANCES; at += DAY_MS) {
    const date = new Date(at);
    const times = week[(date.getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK] ?? [];
    starts.push(...times.map((time) => `${date.toISOString().slice(0, 10)}T${time}`));
  }
  return starts;
}

/** The day of the week of a start, Monday first. */
export const dayOfWeek = (start: string): number =>
  (new Date(start.slice(0, 10)).getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK;
