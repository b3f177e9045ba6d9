import { calendarOf } from './calendar';

const entry = {
  id: 'r1@marquee.example',
  title: '등불지기의 노래',
  place: '마키 극장, 대극장; 서울',
  about: 'A열 1번\nA열 2번',
  url: 'https://marquee.example/reservations/r1',
  startsAt: '2026-12-11T10:30:00.000Z',
  minutes: 110,
  writtenAt: '2026-11-29T09:00:00.123Z',
};

test('an event has its times in UTC, its end after the running time, and its texts escaped', () => {
  const lines = calendarOf(entry).split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'DTSTAMP:20261129T090000Z',
      'DTSTART:20261211T103000Z',
      'DTEND:20261211T122000Z',
      'LOCATION:마키 극장\\, 대극장\\; 서울',
      'DESCRIPTION:A열 1번\\nA열 2번',
    ]),
  );
  expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
});

test('no line is longer than 75 bytes, and unfolded it is whole', () => {
  const title = '아주 긴 제목의 뮤지컬 '.repeat(9);
  const written = calendarOf({ ...entry, title });
  const bytes = written.split('\r\n').map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
  expect(written.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
});
