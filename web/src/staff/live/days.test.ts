import { lastDays } from './days';

const LATE = Date.parse('2026-12-31T16:00:00Z');

test.each([
  [1, 'Asia/Seoul', '2027-01-01', '2027-01-01'],
  [1, 'Europe/Berlin', '2026-12-31', '2026-12-31'],
  [7, 'Asia/Seoul', '2026-12-26', '2027-01-01'],
])('the last %d days in %s are %s to %s', (count, zone, from, to) => {
  expect(lastDays(count, zone, LATE)).toEqual({ from, to });
});
