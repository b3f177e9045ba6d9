import { nextOccurrence, parseNcrontab } from './ncrontab';

const next = (schedule: string, after: string): string | undefined => {
  const time = nextOccurrence(parseNcrontab(schedule), Date.parse(after));
  return time === undefined ? undefined : new Date(time).toISOString();
};

test.each([
  ['*/5 * * * * *', '2026-11-20T10:00:00.000Z', '2026-11-20T10:00:05.000Z'],
  ['*/5 * * * * *', '2026-11-20T10:00:04.999Z', '2026-11-20T10:00:05.000Z'],
  ['0 */5 * * * *', '2026-11-20T10:57:30Z', '2026-11-20T11:00:00.000Z'],
  ['*/5 * * * *', '2026-11-20T10:00:01Z', '2026-11-20T10:05:00.000Z'],
  ['0 0 9-17 * * *', '2026-11-20T17:00:00Z', '2026-11-21T09:00:00.000Z'],
  ['0 30 9 * * MON-FRI', '2026-11-20T09:30:00Z', '2026-11-23T09:30:00.000Z'],
  ['0 30 9 * Jan Mon', '2026-11-20T00:00:00Z', '2027-01-04T09:30:00.000Z'],
  ['0 0 0 1 1 *', '2026-11-20T00:00:00Z', '2027-01-01T00:00:00.000Z'],
  ['0 0 0 29 2 *', '2026-11-20T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ['0 0 0 13 * 5', '2026-11-20T00:00:00Z', '2027-08-13T00:00:00.000Z'],
  ['5,10,30-40/5 0 0 * * *', '2026-11-20T00:00:10Z', '2026-11-20T00:00:30.000Z'],
  ['10/20 * * * * *', '2026-11-20T00:00:10Z', '2026-11-20T00:00:30.000Z'],
  ['59 59 23 31 12 *', '2026-12-31T23:59:59Z', '2027-12-31T23:59:59.000Z'],
  ['0 0 12 * * sunday', '2026-11-20T00:00:00Z', '2026-11-22T12:00:00.000Z'],
])('"%s" after %s is %s', (schedule, after, expected) => {
  expect(next(schedule, after)).toBe(expected);
});

test('30 February never comes', () => {
  expect(next('0 0 0 30 2 *', '2026-11-20T00:00:00Z')).toBeUndefined();
});

test.each([
  ['* * *', /5 or 6 fields, it has 3/],
  ['60 * * * * *', /the second must be 0 to 59, it is "60"/],
  ['* * * * 13 *', /the month must be 1 to 12/],
  ['* * * * * 7', /the day of week must be 0 to 6/],
  ['*/0 * * * * *', /the second "\*\/0" is not understood/],
  ['a * * * * *', /the second must be/],
  ['1;2 * * * * *', /not understood/],
])('"%s" is refused', (schedule, message) => {
  expect(() => parseNcrontab(schedule)).toThrow(message);
});
