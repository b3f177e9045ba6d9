import { eventIdOf } from '../../../../shared/kernel/ids';
import { asRead } from '../../../../tests/samples/asRead';
import { sampleEvent } from '../../../../tests/samples/events';
import { sampleAllocation, samplePerformance } from '../../../../tests/samples/house';
import { openMusical } from '../../../../tests/samples/musical';
import { reservationCancelled, reservationExpired } from '../../../reservation/contract';
import type { Performance } from '../../catalogue/domain/performance';
import type { Allocation } from '../../seats/domain/allocation';
import { releaseSeats } from '../../seats/usecases/releaseSeats';
import { cancelPerformance } from './cancelPerformance';
import { followUpPerformances } from './followUpPerformances';

const MINUTE_MS = 60_000;

/** A performance with one allocation of each, before it is cancelled. */
async function house(allocations: readonly Partial<Allocation>[], changes: Partial<Performance> = {}) {
  const musical = openMusical('2026-11-21T10:00:00.000Z');
  const { deps, clock, topic } = musical;
  await deps.catalogue.createPerformance(samplePerformance(changes));
  for (const each of allocations) await deps.seats.create(sampleAllocation(each));
  return {
    ...musical,
    /** The revocations that the sweep publishes when it looks so many minutes later. */
    sweepAfter: async (minutes: number): Promise<string[]> => {
      clock.nowMs += minutes * MINUTE_MS;
      const before = topic.taken.length;
      await followUpPerformances(deps);
      const told = topic.taken.slice(before).map(({ id }) => id);
      return ['r1', 'r2'].filter((id) => told.includes(eventIdOf(id, 'SeatsRevoked')));
    },
    isOnTheList: async () => {
      const farOff = '2099-01-01T00:00:00.000Z';
      return (await deps.catalogue.performancesToCheck(farOff, 10)).length > 0;
    },
  };
}

const told = (reservationId: string) => ({
  reservationId,
  performanceId: 'm1.p1',
  customerId: 'kim',
  customer: {},
  seats: [],
  amount: 340_000,
  currency: 'KRW',
});
const cancelled = (id: string, refund: number) =>
  sampleEvent(reservationCancelled, id, { ...told(id), reason: 'performance-cancelled', refund, fee: 0 });
const expired = (id: string) => sampleEvent(reservationExpired, id, told(id));

const sold: Partial<Allocation> = { id: 'r1', phase: 'sold', captured: 340_000 };
const reserved: Partial<Allocation> = { id: 'r2', phase: 'reserved' };

test('a revocation that was lost is published again every ten minutes, until the end of its reservation is heard', async () => {
  const { deps, sweepAfter, isOnTheList, allocation } = await house([sold, reserved]);
  await cancelPerformance(deps, 'm1.p1');
  expect(await sweepAfter(1)).toEqual([]);
  expect(await sweepAfter(10)).toEqual(['r1', 'r2']);
  expect(await sweepAfter(1)).toEqual([]);
  await releaseSeats(deps, cancelled('r1', 340_000));
  expect(await sweepAfter(10)).toEqual(['r2']);
  await releaseSeats(deps, expired('r2'));
  expect(await isOnTheList()).toBe(true);
  expect(await sweepAfter(10)).toEqual([]);
  expect(await isOnTheList()).toBe(false);
  expect(await allocation('r1')).toMatchObject({ phase: 'revoked', captured: 340_000, refunded: 340_000 });
});

test('it is the same event for the same reason, though the performance was moved back meanwhile', async () => {
  const { startsAt } = samplePerformance();
  const { title, venue, cancellationPolicy } = samplePerformance();
  const terms = { title, startsAt, venue, cancellationPolicy };
  const { deps, sweepAfter, published } = await house([{ ...sold, terms }]);
  const move = async (to: string) => {
    const stored = await deps.catalogue.performance('m1.p1');
    const value = {
      ...samplePerformance({ startsAt: to }),
      changedAt: new Date(deps.clock.now()).toISOString(),
    };
    await deps.catalogue.replacePerformance(asRead(value, stored?.etag), value.changedAt);
  };
  await move('2026-12-26T10:30:00.000Z');
  await sweepAfter(1);
  const [first] = published('m1.p1');
  await move(startsAt);
  expect(await sweepAfter(11)).toEqual(['r1']);
  expect(published('m1.p1')).toEqual([
    expect.objectContaining({ id: first?.id, data: { ...first?.data, reason: 'performance-moved' } }),
  ]);
});

test('a hold has no reservation that could hear of its end: nothing is published, and the list is done with it', async () => {
  const { deps, sweepAfter, isOnTheList, allocation } = await house([{ id: 'r1', phase: 'hold' }]);
  await cancelPerformance(deps, 'm1.p1');
  expect(await allocation('r1')).toMatchObject({ phase: 'revoked' });
  expect(await sweepAfter(11)).toEqual([]);
  expect(await isOnTheList()).toBe(false);
});

test('a revocation stored before reasons were kept is read, and ended, as it was', async () => {
  const { deps, sweepAfter, isOnTheList, allocation } = await house([
    { ...sold, phase: 'revoked', refunded: 340_000 },
  ]);
  await cancelPerformance(deps, 'm1.p1');
  await releaseSeats(deps, cancelled('r1', 340_000));
  expect(await sweepAfter(11)).toEqual([]);
  expect(await isOnTheList()).toBe(false);
  expect(await allocation('r1')).toMatchObject({ phase: 'revoked', refunded: 340_000 });
});
