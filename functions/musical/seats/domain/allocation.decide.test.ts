import { sampleAllocation, samplePerformance } from '../../../../tests/samples/house';
import type { Performance } from '../../catalogue/domain/performance';
import type { Allocation } from './allocation';
import {
  endWithoutSeats,
  isReleased,
  release,
  reserve,
  revoke,
  sell,
  whyRefused,
  whyRevoked,
} from './allocation.decide';

const NOW = '2026-11-21T10:05:00.000Z';
const LATER = '2026-11-21T10:05:00.001Z';
const timeToPay = { expiresAt: '2026-11-21T10:15:00.000Z', heldUntil: '2026-11-21T10:15:07.000Z' };
const performance = samplePerformance();
const unpaid = { refund: 0, fee: 0 };

const hold = sampleAllocation({ phase: 'hold', heldUntil: LATER });

test('a hold that lives becomes a reservation with time to pay', () => {
  expect(reserve(hold, performance, timeToPay, NOW)).toEqual({
    ...hold,
    phase: 'reserved',
    ...timeToPay,
  });
});

test.each([
  ['whose time is over', { ...hold, heldUntil: NOW }, performance, 'hold-expired'],
  ['of a cancelled performance', hold, samplePerformance({ status: 'cancelled' }), 'not-on-sale'],
  [
    'of a performance that has no such seat any more',
    hold,
    samplePerformance({ sections: [] }),
    'not-on-sale',
  ],
  ['of a performance that is not there', hold, undefined, 'not-on-sale'],
  ['when sales have closed', hold, samplePerformance({ salesCloseAt: NOW }), 'not-on-sale'],
])(
  'a hold %s is refused, and says so again to every copy of the request',
  (_which, held, performance, code) => {
    const refused = reserve(held, performance, timeToPay, NOW);
    expect(refused).toMatchObject({ phase: 'refused', seats: hold.seats });
    expect(whyRefused(refused).code).toBe(code);
  },
);

test.each<[Allocation['phase'], string]>([
  ['released', 'hold-expired'],
  ['revoked', 'not-on-sale'],
])('who reserves on a hold that was %s is told %s', (phase, code) => {
  expect(whyRefused({ ...hold, phase }).code).toBe(code);
});

test('a request that never got seats has an end all the same', () => {
  const request = { id: 'r1', performanceId: 'm1.p1', customerId: 'kim' };
  const soldOut = { code: 'sold-out', sectionId: 'A', quantity: 2 } as const;
  expect(endWithoutSeats(request)).toMatchObject({ ...request, phase: 'released', seats: [], amount: 0 });
  expect(endWithoutSeats(request, soldOut)).toMatchObject({ phase: 'refused', refusal: soldOut, seats: [] });
});

const sold = sell(sampleAllocation({ phase: 'reserved' }));

test('what is sold has been paid for', () => {
  expect(sold).toMatchObject({ phase: 'sold', captured: sold.amount });
});

test.each<[string, Allocation, { refund: number; fee: number }, object]>([
  ['unpaid', sampleAllocation({ phase: 'reserved' }), unpaid, { phase: 'released' }],
  ['sold, at a fee', sold, { refund: 300_000, fee: 40_000 }, { captured: 340_000, refunded: 300_000 }],
  ['sold, for the whole fee', sold, { refund: 0, fee: 340_000 }, { captured: 340_000, phase: 'released' }],
  [
    'lost after paying',
    sampleAllocation({ phase: 'released' }),
    { refund: 340_000, fee: 0 },
    { captured: 340_000 },
  ],
  ['paid in part', sampleAllocation({ phase: 'reserved' }), { refund: 70_000, fee: 0 }, { captured: 70_000 }],
  [
    'taken back',
    revoke(sold, 'seats-withdrawn'),
    { refund: 340_000, fee: 0 },
    { phase: 'revoked', refunded: 340_000 },
  ],
])('a reservation ends whose seats were %s', (_how, allocation, settlement, expected) => {
  expect(isReleased(allocation, settlement)).toBe(false);
  const released = release(allocation, settlement);
  expect(released).toMatchObject(expected);
  expect(released.revoking).toBeUndefined();
  expect(isReleased(released, settlement)).toBe(true);
  expect(release(released, settlement)).toEqual(released);
});

test.each<[string, Partial<Performance>, string | undefined]>([
  ['is as it was', {}, undefined],
  ['is cancelled', { status: 'cancelled' }, 'performance-cancelled'],
  ['is moved', { startsAt: '2027-01-01T10:30:00.000Z' }, 'performance-moved'],
  ['has lost the seats', { sections: [] }, 'seats-withdrawn'],
])('the seats of a performance that %s', (_how, changes, reason) => {
  const { title, startsAt, venue, cancellationPolicy } = performance;
  const terms = { title, startsAt, venue, cancellationPolicy };
  expect(whyRevoked(samplePerformance(changes), sampleAllocation({ terms }))).toBe(reason);
});

test('a reservation is to hear that its seats were taken back, a hold is not', () => {
  expect(revoke(sold, 'performance-moved')).toMatchObject({
    phase: 'revoked',
    revoking: 'performance-moved',
  });
  expect(revoke(hold, 'performance-moved')).toEqual({ ...hold, phase: 'revoked' });
});
