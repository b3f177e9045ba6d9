import { sampleEvent } from '../../../../tests/samples/events';
import { sampleFields, samplePerformance, seated } from '../../../../tests/samples/house';
import { giveSeats, lostReply, openPerformance } from '../../../../tests/samples/musical';
import { reservationMoved } from '../../../reservation/contract';
import type { Performance } from '../../catalogue/domain/performance';
import { updatePerformance } from '../../catalogue/usecases/editPerformance';
import type { OnMove } from '../../contract';
import type { Allocation } from '../../seats/domain/allocation';
import { hearMoved } from '../../seats/usecases/hearMoved';
import { bringThrough } from './bringThrough';
import { followUpPerformances } from './followUpPerformances';

const MINUTE_MS = 60_000;
const { title, startsAt, venue, cancellationPolicy } = samplePerformance();
const terms = { title, startsAt, venue, cancellationPolicy };
const CHRISTMAS = '2026-12-25T10:30:00.000Z';
const BOXING_DAY = '2026-12-26T10:30:00.000Z';
const sold: Partial<Allocation> = { phase: 'sold', captured: 340_000, terms };

/** A performance on Christmas Eve with these allocations, what its sweep tells, and what the reservations answer. */
async function house(...allocations: readonly Partial<Allocation>[]) {
  const opened = await openPerformance();
  const { deps, clock, topic } = opened;
  for (const [i, each] of allocations.entries())
    await giveSeats(opened, { id: `r${i + 1}`, seats: [`A-1-${i + 1}`], turns: [1], ...each });
  const tell = (from: number) =>
    topic.taken.slice(from).map(({ type, subject, data }) => {
      const { n = '', reason = '' } = data as { n?: number; reason?: string };
      return `${subject} ${type} ${n}${reason}`;
    });
  return {
    ...opened,
    move: (to: string, onMove?: OnMove, changes = {}) =>
      updatePerformance(deps, 'm1.p1', sampleFields({ startsAt: to, ...changes }), undefined, { onMove }),
    /** What the sweep tells when it looks so many minutes later. */
    sweepAfter: async (minutes: number): Promise<string[]> => {
      clock.nowMs += minutes * MINUTE_MS;
      const before = topic.taken.length;
      await followUpPerformances(deps);
      return tell(before).sort();
    },
    hear: (id: string, n: number) => {
      const told = { reservationId: id, performanceId: 'm1.p1', customerId: 'kim', customer: {} };
      const sale = { seats: [], amount: 0, currency: '', startsAt: CHRISTMAS, venue };
      const data = { ...told, ...sale, n, from: { startsAt, venue } };
      return hearMoved(deps, sampleEvent(reservationMoved, id, data));
    },
    isOnTheList: async () =>
      (await deps.catalogue.performancesToCheck('2099-01-01T00:00:00.000Z', 10)).length > 0,
  };
}

test('a move is told to everybody who has reserved or bought, once, and their terms are the new ones', async () => {
  const { move, sweepAfter, hear, allocation, isOnTheList } = await house(sold, { phase: 'reserved', terms });
  await move(CHRISTMAS);
  expect(await sweepAfter(0)).toEqual(['r1 PerformanceMoved 1', 'r2 PerformanceMoved 1']);
  expect(await allocation('r1')).toMatchObject({
    phase: 'sold',
    terms: { ...terms, startsAt: CHRISTMAS },
    moves: [{ n: 1, from: { startsAt, venue }, to: { startsAt: CHRISTMAS, venue } }],
  });
  await hear('r1', 1);
  await hear('r2', 1);
  expect(await sweepAfter(1)).toEqual([]);
  expect(await isOnTheList()).toBe(true);
  expect(await sweepAfter(10)).toEqual([]);
  expect(await isOnTheList()).toBe(false);
});

test('a reservation that does not answer is told again, the same, as long as it takes', async () => {
  const { move, sweepAfter, hear, published, isOnTheList } = await house(sold);
  await move(CHRISTMAS);
  for (const minutes of [0, 1, 11, 11]) expect(await sweepAfter(minutes)).toEqual(['r1 PerformanceMoved 1']);
  expect(published()).toHaveLength(1);
  await hear('r1', 1);
  expect(await sweepAfter(11)).toEqual([]);
  expect(await isOnTheList()).toBe(false);
});

test('moves are told in their order: the next when the one before was answered, however late', async () => {
  const { move, sweepAfter, hear, allocation } = await house(sold);
  await move(CHRISTMAS);
  await move(BOXING_DAY);
  expect(await sweepAfter(0)).toEqual(['r1 PerformanceMoved 1']);
  await hear('r1', 2);
  expect(await sweepAfter(12)).toEqual(['r1 PerformanceMoved 1']);
  await hear('r1', 1);
  expect(await sweepAfter(11)).toEqual(['r1 PerformanceMoved 2']);
  await hear('r1', 1);
  expect(await allocation('r1')).toMatchObject({
    moving: { n: 2 },
    terms: { startsAt: BOXING_DAY },
    moves: [{ n: 1 }, { n: 2 }],
  });
});

test('a sale that had read the old time is told as well', async () => {
  const opened = await house();
  await opened.move(CHRISTMAS);
  expect(await opened.sweepAfter(0)).toEqual([]);
  await giveSeats(opened, { ...sold, id: 'r1' });
  expect(await opened.sweepAfter(9)).toEqual(['r1 PerformanceMoved 1']);
});

test('a sale that has read the new time has nothing to be told, and loses nothing to a look at the old', async () => {
  const opened = await house();
  await opened.move(CHRISTMAS);
  await giveSeats(opened, { ...sold, id: 'r1', terms: { ...terms, startsAt: CHRISTMAS }, move: 1 });
  const performance = async () => ({
    value: samplePerformance(),
    etag: 'old',
    unread: { stored: {}, known: {} },
  });
  const catalogue = { ...opened.deps.catalogue, performance };
  await followUpPerformances({ ...opened.deps, catalogue });
  expect(await opened.sweepAfter(0)).toEqual([]);
  expect((await opened.allocation('r1'))?.phase).toBe('sold');
});

test('a hold is told when it is reserved, and not before', async () => {
  const { move, sweepAfter, allocation } = await house({ phase: 'hold', terms });
  await move(CHRISTMAS);
  expect(await sweepAfter(0)).toEqual([]);
  expect(await allocation('r1')).toMatchObject({ phase: 'hold', terms });
});

test.each<[string, readonly OnMove[]]>([
  ['refunded', ['refund']],
  ['refunded and then kept', ['refund', 'keep']],
  ['kept and then refunded', ['keep', 'refund']],
])('when a move is %s, everybody has the seats taken back and no new time', async (_what, each) => {
  const { move, sweepAfter, allocation } = await house(sold);
  for (const [i, onMove] of each.entries()) await move([CHRISTMAS, BOXING_DAY][i] ?? '', onMove);
  expect(await sweepAfter(0)).toEqual(['r1 SeatsRevoked performance-moved']);
  expect(await allocation('r1')).toMatchObject({ phase: 'revoked', terms });
});

test('a seat that is not in the new plan is taken back, and the others are told', async () => {
  const { move, sweepAfter } = await house(sold, { ...sold, seats: ['S-1'], id: 'r2' });
  await move(CHRISTMAS, 'keep', { sections: [seated('A', [10], 'VIP')] });
  expect(await sweepAfter(0)).toEqual(['r1 PerformanceMoved 1', 'r2 SeatsRevoked seats-withdrawn']);
});

test('a start that a host of the version before has changed is refunded, as that host promised', async () => {
  const opened = await house(sold);
  const { deps } = opened;
  await opened.move(CHRISTMAS);
  const stored = await deps.catalogue.performance('m1.p1');
  if (stored === undefined) throw new Error('no performance');
  const value = { ...stored.value, startsAt: BOXING_DAY };
  await deps.catalogue.replacePerformance({ ...stored, value }, value.changedAt);
  expect(await opened.sweepAfter(0)).toEqual(['r1 SeatsRevoked performance-moved']);
});

test('what died after it was stored and before it was told is told by a later look', async () => {
  const { deps, faults, move, sweepAfter } = await house(sold);
  await move(CHRISTMAS);
  faults.afterWrite = () => {
    faults.afterWrite = () => {};
    throw lostReply();
  };
  expect(await sweepAfter(0)).toEqual([]);
  expect(await deps.seats.movingAllocations('m1.p1')).toHaveLength(1);
  expect(await sweepAfter(1)).toEqual(['r1 PerformanceMoved 1']);
});

test('what the topic did not take is told by a later look', async () => {
  const { topic, move, sweepAfter } = await house(sold);
  await move(CHRISTMAS);
  topic.isAway = true;
  expect(await sweepAfter(0)).toEqual([]);
  topic.isAway = false;
  expect(await sweepAfter(1)).toEqual(['r1 PerformanceMoved 1']);
});

test('seats that were taken while a move was made that refunds are brought through nothing, and taken back by the next look', async () => {
  const { deps, move, sweepAfter, allocation } = await house();
  await move(CHRISTMAS, 'refund');
  await giveSeats({ deps }, { id: 'late', phase: 'sold', captured: 340_000, terms });
  const performance = (await deps.catalogue.performance('m1.p1'))?.value as Performance;
  await bringThrough(deps, performance, () => true);
  expect(await allocation('late')).toMatchObject({ phase: 'sold', terms: { startsAt } });
  expect(await allocation('late')).not.toHaveProperty('moves');
  expect(await sweepAfter(1)).toEqual(['late SeatsRevoked performance-moved']);
});
