import { zoneOffsets } from '../../../shared/kernel/zone';
import { halfIn, titleIn } from './halfIn';
import type { Visit } from './visit';

/** A reservation's entry in a calendar. */
export type CalendarEntry = {
  readonly reservationId: string;
  readonly visit: Visit;
  /** Its title in short lines below it. */
  readonly description: string;
  readonly locale: 'ko' | 'en';
  /** UTC. */
  readonly writtenAt: string;
};

/**
 * The visit as an iCalendar file. Undefined as long as time or place is not known. Its UID is the reservation's and its
 * SEQUENCE the reservation's version, so that a calendar takes what comes later for the same entry, changed. How long the
 * performance is, is not known here, so it is as long as most are. Source: RFC 5545
 */
export function calendarOf(entry: CalendarEntry): string | undefined {
  const { reservationId, visit, description, locale, writtenAt } = entry;
  const { startsAt, venue, version, isOff } = visit;
  if (startsAt === undefined || venue === undefined) return undefined;
  const { timeZone, name } = venue;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Marquee//Tickets//EN',
    'METHOD:PUBLISH',
    ...zoneLines(Date.parse(startsAt), timeZone),
    'BEGIN:VEVENT',
    `UID:${reservationId}@marquee`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${compact(Date.parse(writtenAt))}Z`,
    `DTSTART;TZID=${timeZone}:${localTime(Date.parse(startsAt), timeZone)}`,
    'DURATION:PT2H30M',
    `SUMMARY:${escaped(titleIn(visit, locale))}`,
    `LOCATION:${escaped(halfIn(name, locale))}`,
    `DESCRIPTION:${escaped(description)}`,
    `STATUS:${isOff ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

/** The zone as its clocks stand within a year of then, each change by itself. */
function zoneLines(ms: number, timeZone: string): string[] {
  const offsets = zoneOffsets(ms - YEAR_MS, ms + YEAR_MS, timeZone);
  const smallest = Math.min(...offsets.map(({ offsetMs }) => offsetMs));
  const parts = offsets.flatMap(({ fromMs, offsetMs }, i) => {
    const before = offsets[i - 1]?.offsetMs ?? offsetMs;
    const kind = offsetMs === smallest ? 'STANDARD' : 'DAYLIGHT';
    // What stood first has stood for long.
    const onset = i === 0 ? '19700101T000000' : compact(fromMs + before);
    return [
      `BEGIN:${kind}`,
      `DTSTART:${onset}`,
      `TZOFFSETFROM:${offsetText(before)}`,
      `TZOFFSETTO:${offsetText(offsetMs)}`,
      `END:${kind}`,
    ];
  });
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...parts, 'END:VTIMEZONE'];
}

const localTime = (ms: number, timeZone: string): string => {
  const [{ offsetMs = 0 } = {}] = zoneOffsets(ms, ms, timeZone);
  return compact(ms + offsetMs);
};

/** `20261224T193000` of a UTC clock. */
const compact = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');

const MINUTE_MS = 60_000;

/** `+0900`. */
function offsetText(ms: number): string {
  const minutes = Math.abs(Math.round(ms / MINUTE_MS));
  const two = (n: number) => String(n).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r?\n/g, '\\n')
    .replaceAll(/[\p{Cc}]/gu, ' ');

/** Lines have 75 bytes at most, and a character is never cut. */
function folded(line: string): string {
  const parts = [''];
  let bytes = 0;
  for (const sign of line) {
    const more = new TextEncoder().encode(sign).length;
    if (bytes + more > 75) {
      parts.push('');
      // The space that begins it counts.
      bytes = 1;
    }
    parts[parts.length - 1] += sign;
    bytes += more;
  }
  return parts.join('\r\n ');
}
