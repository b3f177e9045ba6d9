import { hasDifference, pairsOf, reseatBodyOf, seatsLeft } from './reseating';

const priceOf = new Map([
  ['VIP', 170_000],
  ['R', 130_000],
  ['OP', 130_000],
]);
const seat = (seatId: string, tier: string) => ({ seatId, tier });

test('each seat has its other one as they were chosen, and the last ones none yet', () => {
  expect(pairsOf(['A-1-1', 'A-1-2'], ['B-1-1'])).toEqual([
    { from: 'A-1-1', to: 'B-1-1' },
    { from: 'A-1-2', to: undefined },
  ]);
});

test.each([
  ['R', 'OP', false],
  ['R', 'VIP', true],
  ['VIP', 'R', true],
])('from %s to %s has a difference: %s', (before, after, has) => {
  expect(hasDifference([seat('a', before)], [seat('b', after)], priceOf)).toBe(has);
});

test('seats that are not chosen yet have no difference', () => {
  expect(hasDifference([seat('a', 'R')], [], priceOf)).toBe(false);
});

test('a difference is waived and what is withheld is named only where it is meant', () => {
  expect(reseatBodyOf(['a'], ['b'], false, false)).toEqual({ from: ['a'], to: ['b'] });
  expect(reseatBodyOf(['a'], ['b'], true, true)).toEqual({
    from: ['a'],
    to: ['b'],
    difference: 'waive',
    fromWithheld: true,
  });
});

test('what is being cancelled cannot be cancelled or changed once more, and what was put back can', () => {
  const one = { n: 1, seats: ['a'], reason: 'theatre', requestedAt: '', fee: 0, refund: 1 } as const;
  const of = (status: 'accepted' | 'put-back') =>
    seatsLeft({ seats: ['a', 'b'], cancellations: [{ ...one, seats: ['a'], status }] });
  expect(of('accepted')).toEqual(['b']);
  expect(of('put-back')).toEqual(['a', 'b']);
});
