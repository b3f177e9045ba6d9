import { ending, hasToEnd, monthToBill, newMembership } from './membership';
import { lastDayOf, monthAfter, monthAt } from './month';

const timeZone = 'Asia/Seoul';
const at = (time: string) => ({ nowMs: Date.parse(time), timeZone });
const plan = {
  planId: 'p',
  name: 'Friends',
  monthlyFee: 9_000,
  currency: 'KRW',
  benefits: {},
  status: 'offered' as const,
};
const joined = (time: string) => newMembership({ membershipId: 'm1', customerId: 'kim' }, plan, at(time));

test('months are those of the theatre', () => {
  const newYearInSeoul = Date.parse('2026-12-31T15:00:00.000Z');
  expect(monthAt(newYearInSeoul - 1, timeZone)).toBe('2026-12');
  expect(monthAt(newYearInSeoul, timeZone)).toBe('2027-01');
  expect(monthAt(newYearInSeoul, 'America/New_York')).toBe('2026-12');
});

test.each([
  ['2026-12', '2027-01', '2026-12-31'],
  ['2027-02', '2027-03', '2027-02-28'],
  ['2028-02', '2028-03', '2028-02-29'],
  ['2027-04', '2027-05', '2027-04-30'],
])('after %s comes %s, and its last day is %s', (month, after, last) => {
  expect([monthAfter(month), lastDayOf(month)]).toEqual([after, last]);
});

test('the month after joining is billed when it begins, by the clocks of the theatre', () => {
  const membership = joined('2026-12-24T10:00:00.000Z');
  expect(membership).toMatchObject({ nextMonth: '2027-01', dueAt: '2026-12-31T15:00:00.000Z' });
  expect(monthToBill(membership, at('2026-12-31T14:59:59.999Z'))).toBeUndefined();
  expect(monthToBill(membership, at('2026-12-31T15:00:00.000Z'))).toBe('2027-01');
});

test('who leaves is a member until the month is over, and no month after it is billed', () => {
  const membership = ending(joined('2026-12-24T10:00:00.000Z'), at('2026-12-26T10:00:00.000Z'));
  expect(membership).toMatchObject({
    status: 'ending',
    endsOn: '2026-12-31',
    dueAt: '2026-12-31T15:00:00.000Z',
  });
  expect(monthToBill(membership, at('2027-03-01T00:00:00.000Z'))).toBeUndefined();
  expect(hasToEnd(membership, at('2026-12-31T14:59:59.999Z'))).toBe(false);
  expect(hasToEnd(membership, at('2026-12-31T15:00:00.000Z'))).toBe(true);
});

test('who leaves when months are still to be billed gets them first', () => {
  const membership = ending(joined('2026-12-24T10:00:00.000Z'), at('2027-02-10T10:00:00.000Z'));
  const later = at('2027-05-01T00:00:00.000Z');
  expect(membership.endsOn).toBe('2027-02-28');
  expect(monthToBill(membership, later)).toBe('2027-01');
  expect(hasToEnd(membership, later)).toBe(false);
});
