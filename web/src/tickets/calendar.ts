/** What is put into a calendar. Times are instants. */
export type CalendarEntry = {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly about: string;
  readonly url: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly writtenAt: string;
};

const MINUTE_MS = 60_000;

/** One event as calendars read it. Source: RFC 5545 */
export function calendarOf(entry: CalendarEntry): string {
  const endsAt = new Date(Date.parse(entry.startsAt) + entry.minutes * MINUTE_MS).toISOString();
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Marquee//web//EN',
    'BEGIN:VEVENT',
    `UID:${entry.id}`,
    `DTSTAMP:${utc(entry.writtenAt)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `DESCRIPTION:${escaped(entry.about)}`,
    `URL:${entry.url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join('');
}

const utc = (instant: string): string => new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '');

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');

const LINE_BYTES = 75;

/** A line of more than 75 bytes goes on in the next, after a space; a letter is never cut. */
function folded(line: string): string[] {
  const lines = [''];
  for (const letter of line) {
    const last = lines.at(-1) ?? '';
    if (new TextEncoder().encode(last + letter).length > LINE_BYTES) lines.push(` ${letter}`);
    else lines[lines.length - 1] = last + letter;
  }
  return lines;
}
