import { calendarOf } from './calendar';

const entry = {
  reservationId: 'r1',
  locale: 'en',
  description: 'Your reservation is complete.\n\nSeats: A-1-1, A-1-2',
  writtenAt: '2026-11-21T10:00:00.123Z',
  visit: {
    ...{ version: 4, title: '달의 지붕 · Rooftops; of the Moon', seats: ['A-1-1', 'A-1-2'] },
    ...{ startsAt: '2026-12-24T10:30:00.000Z', venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' } },
  },
} as const;

const seoul = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Marquee//Tickets//EN',
  'METHOD:PUBLISH',
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Seoul',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:r1@marquee',
  'SEQUENCE:4',
  'DTSTAMP:20261121T100000Z',
  'DTSTART;TZID=Asia/Seoul:20261224T193000',
  'DURATION:PT2H30M',
  'SUMMARY:Rooftops\\; of the Moon',
  'LOCATION:Blue Square',
  'DESCRIPTION:Your reservation is complete.\\n\\nSeats: A-1-1\\, A-1-2',
  'STATUS:CONFIRMED',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

test('a visit is an entry at the venue’s own time, byte for byte', () => {
  expect(calendarOf(entry)).toBe(seoul);
});

test('what comes later is the same entry, with a greater sequence; a cancelled one says so', () => {
  const later = calendarOf({ ...entry, visit: { ...entry.visit, version: 9, isOff: true } }) ?? '';
  const linesOf = (text: string) => text.split('\r\n').filter((line) => /^(UID|SEQUENCE|STATUS)/.test(line));
  expect(linesOf(later)).toEqual(['UID:r1@marquee', 'SEQUENCE:9', 'STATUS:CANCELLED']);
});

test('a translated title is said to who reads English', () => {
  const visit = { ...entry.visit, title: '달의 지붕', translations: { en: { title: 'Rooftops' } } };
  expect(calendarOf({ ...entry, visit })).toContain('SUMMARY:Rooftops\r\n');
  expect(calendarOf({ ...entry, visit, locale: 'ko' })).toContain('SUMMARY:달의 지붕\r\n');
});

test('a zone whose clocks change has its changes around the visit', () => {
  const venue = { name: 'Broadway', timeZone: 'America/New_York' };
  const text = calendarOf({
    ...entry,
    visit: { ...entry.visit, startsAt: '2026-07-01T23:30:00.000Z', venue },
  });
  expect(text).toContain('DTSTART;TZID=America/New_York:20260701T193000\r\n');
  const change = (kind: string, at: string, from: string, to: string) =>
    `BEGIN:${kind}\r\nDTSTART:${at}\r\nTZOFFSETFROM:${from}\r\nTZOFFSETTO:${to}\r\nEND:${kind}\r\n`;
  expect(text).toContain(change('DAYLIGHT', '20260308T020000', '-0500', '-0400'));
  expect(text).toContain(change('STANDARD', '20261101T020000', '-0400', '-0500'));
});

test('a long line is folded at 75 bytes, and no letter is cut', () => {
  const text = calendarOf({ ...entry, description: '등불지기의 노래 '.repeat(20) }) ?? '';
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${'등불지기의 노래 '.repeat(20)}\r\n`);
});

test('as long as time and place are not known there is no entry', () => {
  expect(calendarOf({ ...entry, visit: { version: 1, seats: [] } })).toBeUndefined();
});
