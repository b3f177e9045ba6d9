import { sampleAllocation } from '../../../../tests/samples/house';
import { type Allocation, type Claim, hasEnded, isOverdue, seatIsFree } from './allocation';

const NOW = '2026-11-21T10:05:00.000Z';
const EARLIER = '2026-11-21T10:04:59.999Z';
const LATER = '2026-11-21T10:05:00.001Z';

const claim: Claim = { seatId: 'A-1-1', sectionId: 'A', allocationId: 'r1', turn: 1 };
const owner = (phase: Allocation['phase'], heldUntil: string) => sampleAllocation({ phase, heldUntil });
const returned = (seatId: string, turn: number) =>
  sampleAllocation({ phase: 'sold', returned: [{ seatId, turn }] });

test.each<[string, Claim | undefined, Allocation | undefined, boolean]>([
  ['was never taken', undefined, undefined, true],
  ['is held', claim, owner('hold', LATER), false],
  ['was held until this very moment', claim, owner('hold', NOW), true],
  ['was held until a moment ago', claim, owner('hold', EARLIER), true],
  ['is reserved', claim, owner('reserved', LATER), false],
  ['was reserved, and its time ends now', claim, owner('reserved', NOW), true],
  ['was reserved, and its time is over', claim, owner('reserved', EARLIER), true],
  ['is sold', claim, owner('sold', LATER), false],
  ['is sold, however long ago its hold ran out', claim, owner('sold', EARLIER), false],
  ['is withheld, however long ago that began', claim, owner('withheld', EARLIER), false],
  ['was released', claim, owner('released', LATER), true],
  ['was refused to its owner', claim, owner('refused', LATER), true],
  ['was revoked', claim, owner('revoked', LATER), true],
  ['has a claim whose owner was not found', claim, undefined, false],
  ['was returned by this claim', claim, returned('A-1-1', 1), true],
  ['was returned, and its owner has it again', { ...claim, turn: 2 }, returned('A-1-1', 1), false],
  ['has an owner who returned another', claim, returned('A-1-2', 1), false],
  [
    'its owner, as it was read, does not list yet',
    claim,
    { ...owner('sold', LATER), seats: ['A-1-2'] },
    false,
  ],
])('a seat that %s: may it be taken?', (_what, seatClaim, seatOwner, expected) => {
  expect(seatIsFree(seatClaim, seatOwner, NOW)).toBe(expected);
});

test.each<[Allocation['phase'], { ended: boolean; overdue: boolean }]>([
  ['hold', { ended: false, overdue: true }],
  ['reserved', { ended: false, overdue: true }],
  ['sold', { ended: false, overdue: false }],
  ['withheld', { ended: false, overdue: false }],
  ['released', { ended: true, overdue: false }],
  ['refused', { ended: true, overdue: false }],
  ['revoked', { ended: true, overdue: false }],
])('past its time, an allocation that is %s has ended or is overdue as the table says', (phase, expected) => {
  const allocation = owner(phase, EARLIER);
  expect({ ended: hasEnded(allocation), overdue: isOverdue(allocation, NOW) }).toEqual(expected);
});
