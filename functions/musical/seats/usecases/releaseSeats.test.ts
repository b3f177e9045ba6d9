import { eventIdOf } from '../../../../shared/kernel/ids';
import { asRead } from '../../../../tests/samples/asRead';
import { sampleEvent } from '../../../../tests/samples/events';
import { giveSeats, openPerformance } from '../../../../tests/samples/musical';
import { reservationCancelled, reservationExpired } from '../../../reservation/contract';
import type { Allocation } from '../domain/allocation';
import { sell } from '../domain/allocation.decide';
import { ANYBODY } from '../domain/member';
import { releaseSeats } from './releaseSeats';
import { takeSeats } from './takeSeats';

const LATER = '2026-11-21T10:15:00.000Z';
const ref = { reservationId: 'r1', performanceId: 'm1.p1', customerId: 'kim' };
const told = { ...ref, customer: {}, seats: ['A-1-1', 'A-1-2'], amount: 340_000, currency: 'KRW' };
const expired = sampleEvent(reservationExpired, 'r1', told);
const cancelled = (refund: number, fee: number) =>
  sampleEvent(reservationCancelled, 'r1', { ...told, reason: 'customer', refund, fee });

async function openHouse(allocation: Partial<Allocation>) {
  const musical = await openPerformance();
  const given = await giveSeats(musical, allocation);
  const released = (cause: { readonly id: string }) => ({
    type: 'SeatsReleased',
    id: eventIdOf(cause.id, 'SeatsReleased'),
    data: { reservationId: 'r1', performanceId: 'm1.p1' },
  });
  const answers = () => musical.published().map(({ id, type, data }) => ({ type, id, data }));
  return { ...musical, given, released, answers };
}

test('given unpaid seats, the end of their reservation frees them for the next', async () => {
  const { deps, performance, given, released, answers, allocation, claims } = await openHouse({
    phase: 'reserved',
    heldUntil: LATER,
  });
  await releaseSeats(deps, expired);
  expect(await allocation('r1')).toEqual({ ...given, phase: 'released' });
  expect(answers()).toEqual([released(expired)]);
  await takeSeats(deps, {
    performance,
    allocationId: 'r2',
    customerId: 'lee',
    request: { seats: ['A-1-1'] },
    buyer: async () => ANYBODY,
    phase: 'hold',
    expiresAt: LATER,
    heldUntil: LATER,
  });
  expect(claims()).toEqual({ 'A-1-1': 'r2 2', 'A-1-2': 'r1 1' });
});

test('given sold seats, the end frees them and notes what was refunded and what was paid', async () => {
  const { deps, allocation, answers, released } = await openHouse({ phase: 'sold', captured: 340_000 });
  await releaseSeats(deps, cancelled(300_000, 40_000));
  expect(await allocation('r1')).toMatchObject({ phase: 'released', captured: 340_000, refunded: 300_000 });
  expect(answers()).toEqual([released(cancelled(300_000, 40_000))]);
});

test('given seats that the theatre took back, the end is heard: it is not told of again', async () => {
  const revoked = { phase: 'revoked', revoking: 'performance-moved', captured: 340_000 } as const;
  const { deps, allocation } = await openHouse(revoked);
  await releaseSeats(deps, cancelled(340_000, 0));
  const after = await allocation('r1');
  expect(after).toMatchObject({ phase: 'revoked', refunded: 340_000 });
  expect(after).not.toHaveProperty('revoking');
});

test('an end that is told twice is written once, and both are answered with the same event', async () => {
  const { deps, answers, released } = await openHouse({ phase: 'sold', captured: 340_000 });
  const cause = cancelled(300_000, 40_000);
  await releaseSeats(deps, cause);
  const first = await deps.seats.allocation('m1.p1', 'r1');
  await releaseSeats(deps, cause);
  expect(await deps.seats.allocation('m1.p1', 'r1')).toEqual(first);
  expect(answers()).toEqual([released(cause)]);
});

test('an end without seats is written all the same, so that a late request finds it', async () => {
  const { deps, allocation, answers, released } = await openHouse({ id: 'r2' });
  await releaseSeats(deps, expired);
  expect(await allocation('r1')).toMatchObject({
    customerId: 'kim',
    phase: 'released',
    seats: [],
    amount: 0,
  });
  expect(answers()).toEqual([released(expired)]);
});

test('when the seats are sold between reading and writing, the end notes both', async () => {
  const { deps, given, meanwhile, allocation } = await openHouse({ phase: 'reserved' });
  meanwhile(async () => {
    const stored = await deps.seats.allocation('m1.p1', 'r1');
    await deps.seats.replace(asRead(sell(given), stored?.etag));
  });
  await releaseSeats(deps, cancelled(340_000, 0));
  expect(await allocation('r1')).toMatchObject({ phase: 'released', captured: 340_000, refunded: 340_000 });
});
