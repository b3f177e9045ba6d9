import { lastMonths } from './months';

test('the month that has begun at the theatre is first, and a year ends between two of them', () => {
  const newYear = Date.parse('2026-12-31T16:00:00Z');
  expect(lastMonths(3, 'Asia/Seoul', newYear)).toEqual(['2027-01', '2026-12', '2026-11']);
  expect(lastMonths(2, 'Europe/London', newYear)).toEqual(['2026-12', '2026-11']);
});
