import fc from 'fast-check';
import { zoneTime } from '../../tests/samples/zones';
import { calendarDaysBetween, calendarHour, calendarMinute, dayAfter, instantOf, isTimeZone } from './zone';

const at = (iso: string): number => Date.parse(iso);

test.each([
  [
    'the same day in Seoul, though two dates in UTC',
    '2026-12-24T14:30:00Z',
    '2026-12-24T10:30:00Z',
    'Asia/Seoul',
    0,
  ],
  [
    'ten minutes after midnight in Seoul is a day later',
    '2026-12-23T14:50:00Z',
    '2026-12-23T15:10:00Z',
    'Asia/Seoul',
    1,
  ],
  ['a day of 23 hours is one day', '2026-03-28T22:30:00Z', '2026-03-29T21:30:00Z', 'Europe/Berlin', 1],
])('%s', (_what, from, to, zone, days) => {
  expect(calendarDaysBetween(at(from), at(to), zone)).toBe(days);
});

test.each([
  ['2026-12-24T19:30:00+09:00', 'Europe/Berlin', '2026-12-24T10:30:00Z'],
  ['2026-12-24T19:30:00', 'Asia/Seoul', '2026-12-24T10:30:00Z'],
  ['2026-07-01T19:30', 'America/New_York', '2026-07-01T23:30:00Z'],
  ['2026-03-29T02:30:00', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
  ['2026-10-25T02:30:00', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
])('%s in %s is %s', (text, zone, expected) => {
  expect(instantOf(text, zone)).toBe(at(expected));
});

test('what the clock in the zone shows, to the minute and to the hour', () => {
  expect(calendarMinute(at('2026-12-24T14:59:59.999Z'), 'Asia/Seoul')).toBe('2026-12-24 23:59');
  expect(calendarHour(at('2026-12-24T15:30:00Z'), 'Asia/Seoul')).toBe('2026-12-25 00:00');
});

test.each([
  ['2026-12-31', '2027-01-01'],
  ['2028-02-28', '2028-02-29'],
  ['2026-03-28', '2026-03-29'],
])('after %s comes %s', (day, next) => {
  expect(dayAfter(day)).toBe(next);
});

test('knows the names of zones', () => {
  expect(isTimeZone('Asia/Seoul')).toBe(true);
  expect(isTimeZone('Mars/Olympus')).toBe(false);
  expect(isTimeZone('+09:00')).toBe(false);
});

/** The date a calendar on the wall shows. */
const dateIn = (ms: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(ms);
const clockIn = (ms: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(ms);

test('in any zone, around clock changes too, days are those between the dates on the wall', () => {
  fc.assert(
    fc.property(zoneTime, fc.integer({ min: -4_000, max: 40_000 }), ({ timeZone, ms }, minutes) => {
      const later = ms + minutes * 60_000;
      const [from = 0, to = 0] = [ms, later].map((each) => at(dateIn(each, timeZone)));
      expect(calendarDaysBetween(ms, later, timeZone)).toBe((to - from) / 86_400_000);
    }),
    { numRuns: 500 },
  );
});

test('in any zone, a time on the wall is the first instant at which the wall shows it', () => {
  fc.assert(
    fc.property(zoneTime, ({ timeZone, ms }) => {
      const instant = instantOf(clockIn(ms, timeZone).replace(' ', 'T'), timeZone);
      expect(clockIn(instant, timeZone)).toBe(clockIn(ms, timeZone));
      expect(instant).toBeLessThanOrEqual(ms);
    }),
    { numRuns: 500 },
  );
});

test('whatever text is given for a zone, it is one or it is not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof isTimeZone(text)).toBe('boolean');
    }),
  );
});
