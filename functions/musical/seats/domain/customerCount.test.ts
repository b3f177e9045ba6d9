import { sampleAllocation } from '../../../../tests/samples/house';
import type { Allocation } from './allocation';
import { countsAgainstLimit, withEntry, withinCustomerLimit, withoutEnded } from './customerCount';

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

test.each([
  [1, true],
  [2, true],
  [3, false],
])('who has 2 seats of at most 4 and wants %i more: is it within the limit?', (wanted, expected) => {
  expect(withinCustomerLimit(count, wanted, 4)).toBe(expected);
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

test('what has ended is dropped, what lives stays', () => {
  const two = withEntry(count, 'r2', 1);
  expect(withoutEnded(two, new Set(['r2'])).entries).toEqual([{ allocationId: 'r2', seats: 1 }]);
});
