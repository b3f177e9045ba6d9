import { dayOfWeek, MAX_PERFORMANCES, startsOf, timesIn } from './run';

const NOT_ON_MONDAYS = [[], ['19:30'], ['19:30'], ['19:30'], ['19:30'], ['14:00', '19:00'], ['14:00']];

test('a run of five weeks has forty performances, and none on a Monday', () => {
  const starts = startsOf('2026-12-01', '2027-01-10', NOT_ON_MONDAYS);
  expect(starts.slice(0, 6)).toEqual([
    '2026-12-01T19:30',
    '2026-12-02T19:30',
    '2026-12-03T19:30',
    '2026-12-04T19:30',
    '2026-12-05T14:00',
    '2026-12-05T19:00',
  ]);
  expect(starts).toHaveLength(42);
  expect(starts.filter((start) => dayOfWeek(start) === 0)).toEqual([]);
  expect(new Set(starts).size).toBe(starts.length);
});

test('its first and its last day are in it, and one that ends before it begins has none', () => {
  const daily = Array.from({ length: 7 }, () => ['20:00']);
  expect(startsOf('2026-12-31', '2027-01-01', daily)).toEqual(['2026-12-31T20:00', '2027-01-01T20:00']);
  expect(startsOf('2027-01-01', '2026-12-31', daily)).toEqual([]);
  expect(startsOf('', '', daily)).toEqual([]);
});

test('a run of years is not made to its end', () => {
  const daily = Array.from({ length: 7 }, () => ['20:00']);
  expect(startsOf('2026-01-01', '2036-01-01', daily).length).toBeLessThanOrEqual(MAX_PERFORMANCES + 1);
});

test.each([
  ['19:30', ['19:30']],
  ['19:00, 14:00', ['14:00', '19:00']],
  ['9:05 9:05', ['09:05']],
  ['', []],
  ['25:00', undefined],
  ['7 pm', undefined],
])('%s is %j', (typed, times) => {
  expect(timesIn(typed)).toEqual(times);
});
