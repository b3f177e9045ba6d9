import { sampleAllocation } from '../../../../tests/samples/house';
import type { Allocation } from './allocation';
import { countsAgainstLimit, entryOf, limitBroken, withEntry } from './customerCount';

const NOW = '2026-11-21T10:05:00.000Z';
const count = { customerId: 'kim', entries: [{ allocationId: 'r1', seats: 2 }] };

test.each<[string, Allocation | undefined, boolean]>([
  ['a hold', sampleAllocation({ phase: 'hold' }), true],
  ['an unpaid reservation', sampleAllocation({ phase: 'reserved' }), true],
  ['a hold that has run out', sampleAllocation({ phase: 'hold', heldUntil: NOW }), false],
  ['an unpaid reservation past its time', sampleAllocation({ phase: 'reserved', heldUntil: NOW }), false],
  ['what is sold', sampleAllocation({ phase: 'sold' }), false],
  ['what was released', sampleAllocation({ phase: 'released' }), false],
  ['what was refused', sampleAllocation({ phase: 'refused' }), false],
  ['what was revoked', sampleAllocation({ phase: 'revoked' }), false],
  ['what is not there', undefined, false],
])('%s: does it count against the limit?', (_what, allocation, expected) => {
  expect(countsAgainstLimit(allocation, NOW)).toBe(expected);
});

const bought = { allocationId: 'r2', seats: 3, sold: true as const };

test.each([
  [1, undefined, undefined],
  [2, undefined, undefined],
  [3, undefined, 'unpaid'],
  [1, 6, undefined],
  [2, 6, 'all'],
  [3, 8, 'unpaid'],
] as const)('2 unpaid seats and 3 bought, and %i more: of at most 4 and %s', (more, all, broken) => {
  const entries = [...count.entries, bought];
  const limits = { maxSeatsPerReservation: 4, maxSeatsPerCustomer: all };
  expect(limitBroken({ ...count, entries }, more, limits)).toBe(broken);
});

test('what may have been paid in time counts with what was bought, and not as unpaid', () => {
  const overdue = { ...count, entries: [{ allocationId: 'r1', seats: 3, overdue: true as const }] };
  expect(limitBroken(overdue, 3, { maxSeatsPerReservation: 3 })).toBeUndefined();
  expect(limitBroken(overdue, 3, { maxSeatsPerReservation: 3, maxSeatsPerCustomer: 5 })).toBe('all');
});

test('a new entry is added; the same allocation again takes its own place', () => {
  const two = withEntry(count, 'r2', 1);
  expect(two.entries).toEqual([
    { allocationId: 'r1', seats: 2 },
    { allocationId: 'r2', seats: 1 },
  ]);
  expect(withEntry(two, 'r1', 4).entries).toEqual([
    { allocationId: 'r2', seats: 1 },
    { allocationId: 'r1', seats: 4 },
  ]);
});

test.each<[string, Allocation | undefined, object | undefined]>([
  ['a hold', sampleAllocation({ phase: 'hold' }), { allocationId: 'r1', seats: 2 }],
  ['what is sold', sampleAllocation({ phase: 'sold' }), { allocationId: 'r1', seats: 2, sold: true }],
  ['what is sold, but for a seat', sampleAllocation({ phase: 'sold', seats: ['A-1-1'] }), { seats: 1 }],
  ['a hold that has run out', sampleAllocation({ phase: 'hold', heldUntil: NOW }), undefined],
  [
    'an unpaid reservation past its time, which may have been paid in time',
    sampleAllocation({ phase: 'reserved', heldUntil: NOW }),
    { allocationId: 'r1', seats: 2, overdue: true },
  ],
  ['what was released', sampleAllocation({ phase: 'released' }), undefined],
  ['what is not there', undefined, undefined],
])('%s: its entry has the seats it still has', (_what, allocation, expected) => {
  const entry = entryOf(allocation, NOW);
  if (expected === undefined) expect(entry).toBeUndefined();
  else expect(entry).toMatchObject(expected);
});
