import { remember } from './remember';

/**
 * Zones and civil dates by Intl. `temporal-polyfill` was weighed. It does the same in half the lines, but is three
 * packages, 1.4 MB in what is deployed and some tens of milliseconds in each cold start. Temporal will come with Node.
 */

const FIELDS = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;

const formatIn = remember(
  (timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', ...FIELDS }),
);

/** Whether this is an IANA time zone. An offset has no daylight saving, and is none. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return !/^[+-]/.test(timeZone) && formatIn(timeZone) !== undefined;
  } catch {
    return false;
  }
}

/** The wall clock in a zone, as milliseconds of a UTC clock that shows the same digits. */
function wallClock(ms: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(ms)
      .map((part) => [part.type, Number(part.value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Calendar days from one instant to another as a person in the zone counts them, so 0 on the same date and 1 the day
 * before.
 */
export const calendarDaysBetween = (fromMs: number, toMs: number, timeZone: string): number =>
  Math.floor(wallClock(toMs, timeZone) / DAY_MS) - Math.floor(wallClock(fromMs, timeZone) / DAY_MS);

/** The date that a calendar in the zone shows, as `2026-12-24`. */
export const calendarDay = (ms: number, timeZone: string): string =>
  new Date(wallClock(ms, timeZone)).toISOString().slice(0, 10);

/** What a clock in the zone shows, as `2026-12-24 19:30`. */
export const calendarMinute = (ms: number, timeZone: string): string =>
  new Date(wallClock(ms, timeZone)).toISOString().slice(0, 16).replace('T', ' ');

/** The hour that it shows, as `2026-12-24 19:00`. */
export const calendarHour = (ms: number, timeZone: string): string =>
  `${calendarMinute(ms, timeZone).slice(0, -2)}00`;

/** The day after this one, as calendars have it. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

/**
 * Milliseconds since the epoch of an ISO 8601 time. With an offset or Z it is that instant. Without one it is the wall
 * clock of the zone. In the hour that a clock change skips it is the time an hour later, and in the doubled hour the
 * first.
 */
export function instantOf(isoTime: string, timeZone: string): number {
  if (/(Z|[+-]\d\d:?\d\d)$/i.test(isoTime)) return Date.parse(isoTime);
  const wall = Date.parse(`${isoTime}Z`);
  const candidates = [-DAY_MS, DAY_MS].map(
    (shift) => wall - (wallClock(wall + shift, timeZone) - (wall + shift)),
  );
  const exact = candidates.filter((ms) => wallClock(ms, timeZone) === wall);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

/** Since when clocks in the zone stand so far from UTC. */
export type ZoneOffset = { readonly fromMs: number; readonly offsetMs: number };

/** How clocks in the zone stand at `fromMs`, and each change of it up to `untilMs`, to the minute. */
export const zoneOffsets = (fromMs: number, untilMs: number, timeZone: string): readonly ZoneOffset[] =>
  offsetsOf(`${fromMs} ${untilMs} ${timeZone}`);

/** A year is looked at day by day, and many ask about the same evening. */
const offsetsOf = remember((key) => {
  const [from, until, timeZone = ''] = key.split(' ');
  return findOffsets(Number(from), Number(until), timeZone);
});

function findOffsets(fromMs: number, untilMs: number, timeZone: string): ZoneOffset[] {
  const offsetAt = (ms: number) => wallClock(ms, timeZone) - Math.floor(ms / 1000) * 1000;
  const found = [{ fromMs, offsetMs: offsetAt(fromMs) }];
  for (let ms = fromMs; ms < untilMs; ms += DAY_MS) {
    const offsetMs = offsetAt(ms + DAY_MS);
    if (offsetMs === found.at(-1)?.offsetMs) continue;
    let [before, after] = [ms, ms + DAY_MS];
    while (after - before > 60_000) {
      const middle = Math.floor((before + after) / 2);
      if (offsetAt(middle) === offsetMs) after = middle;
      else before = middle;
    }
    found.push({ fromMs: Math.floor(after / 60_000) * 60_000, offsetMs });
  }
  return found;
}
