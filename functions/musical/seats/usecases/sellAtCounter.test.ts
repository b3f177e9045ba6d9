import { sampleEvent } from '../../../../tests/samples/events';
import { sampleLine } from '../../../../tests/samples/house';
import { openPerformance } from '../../../../tests/samples/musical';
import { paymentApproved, reservationExpired, reservationPlaced } from '../../../reservation/contract';
import type { Performance } from '../../catalogue/domain/performance';
import { cancelPerformance } from '../../revocation/usecases/cancelPerformance';
import { followUpPerformances } from '../../revocation/usecases/followUpPerformances';
import { ANYBODY } from '../domain/member';
import { projectSeats } from './projectSeats';
import { readMarks } from './readSeatMap';
import { rebuildAvailability } from './rebuildAvailability';
import { releaseSeats } from './releaseSeats';
import { reserveSeats } from './reserveSeats';
import { returnWithheld } from './returnWithheld';
import { sellSeats } from './sellSeats';
import { takeSeats } from './takeSeats';
import { withholdSeats } from './withholdSeats';

const PAIR = ['A-1-1', 'A-1-2'];
const ref = { reservationId: 'r1', performanceId: 'm1.p1', customerId: 'counter:1' };
const why = { reason: 'House seats', note: 'For the author' };
const HOUR_MS = 60 * 60 * 1000;

type Counter = NonNullable<Parameters<typeof reserveSeats>[1]['data']['counter']>;
type Request = Parameters<typeof reserveSeats>[1]['data']['request'];

/** A performance with the first three seats withheld, where staff sell as r1. */
async function openCounter(changes: Partial<Performance> = {}) {
  const house = await openPerformance(changes);
  const { deps, performance } = house;
  await withholdSeats(deps, {
    performanceId: 'm1.p1',
    withheldId: 'w',
    seats: ['A-1-1', 'A-1-2', 'A-1-3'],
    ...why,
  });
  const held = { expiresAt: '2026-11-21T10:15:00.000Z', heldUntil: '2026-11-21T10:15:00.000Z' };
  return {
    ...house,
    place: (counter: Counter, request: Request = { seats: PAIR }) =>
      reserveSeats(deps, sampleEvent(reservationPlaced, 'r1', { ...ref, request, counter })),
    pay: () => sellSeats(deps, sampleEvent(paymentApproved, 'r1', { ...ref, amount: 1, currency: 'KRW' })),
    expire: () => {
      const told = { seats: PAIR, lines: [], bookingFee: 0, amount: 0, currency: 'KRW' };
      return releaseSeats(deps, sampleEvent(reservationExpired, 'r1', { ...ref, ...told }));
    },
    take: (seats: readonly string[]) =>
      takeSeats(deps, {
        performance,
        allocationId: 'r2',
        customerId: 'kim',
        request: { seats },
        buyer: async () => ANYBODY,
        phase: 'hold',
        ...held,
      }),
    withheld: async () =>
      (await deps.seats.withheldAllocations('m1.p1')).map(({ seats, withheld }) => [
        ...seats,
        withheld?.reason,
      ]),
    /** The first row once the feed has told all, as everybody sees it. */
    shown: async () => {
      const all = await deps.seats.allocations('m1.p1');
      await projectSeats(
        deps,
        all.map((one) => ({ kind: 'allocation', ...one })),
        async () => {},
      );
      house.clock.nowMs += 1_000;
      const text = (await readMarks(deps, 'm1.p1')).text().json;
      return (JSON.parse(text) as { marks: { A: Record<string, string> } }).marks.A['1'];
    },
  };
}

test('withheld seats are sold at the counter, and the rest stays withheld', async () => {
  const { place, pay, allocation, withheld, published, shown, claims, deps } = await openCounter();
  await place({ fromWithheld: true });
  expect(published().map(({ type }) => type)).toEqual(['SeatsHeld']);
  expect(await withheld()).toEqual([['A-1-3', 'House seats']]);
  expect(await shown()).toBe('xxx0000000');
  await pay();
  expect(await allocation('r1')).toMatchObject({
    phase: 'sold',
    seats: PAIR,
    turns: [2, 2],
    amount: 340_000,
  });
  expect(claims()).toMatchObject({ 'A-1-1': 'r1 2', 'A-1-2': 'r1 2' });
  expect(await shown()).toBe('22x0000000');
  const before = (await deps.availability.read('m1.p1')).value;
  await rebuildAvailability(deps, 'm1.p1');
  expect((await deps.availability.read('m1.p1')).value).toEqual(before);
});

test('when such a sale fails its seats are withheld again, were free at no time, and are told of as usual', async () => {
  const { place, expire, pay, take, withheld, clock, published, deps, shown, claims } = await openCounter({
    startsAt: '2027-12-24T10:30:00.000Z',
  });
  await place({ fromWithheld: true });
  clock.nowMs += 24 * HOUR_MS;
  const refused = { kind: 'refused', refusal: { code: 'seat-taken', taken: ['A-1-1'] } };
  expect(await take(['A-1-1'])).toMatchObject(refused);
  await expire();
  await expire();
  expect(await take(['A-1-1'])).toMatchObject(refused);
  expect(await withheld()).toEqual([
    ['A-1-3', 'House seats'],
    [...PAIR, 'House seats'],
  ]);
  expect(await shown()).toBe('xxx0000000');
  await pay();
  await place({ fromWithheld: true });
  expect(new Set(published().map(({ type }) => type))).toEqual(
    new Set(['SeatsHeld', 'SeatsReleased', 'SeatAlreadySold', 'SeatsRefused']),
  );
  expect(claims()).toMatchObject({ 'A-1-1': 'r1 2' });
  expect(await returnWithheld(deps, 'm1.p1', PAIR)).toEqual(PAIR);
  expect(await take(['A-1-1'])).toMatchObject({ kind: 'taken' });
});

test('of a return and a sale of the same withheld seat one wins', async () => {
  const { place, meanwhile, deps, published, withheld } = await openCounter();
  meanwhile(() => returnWithheld(deps, 'm1.p1', ['A-1-2']));
  await place({ fromWithheld: true });
  expect(published()).toMatchObject([{ type: 'SeatsRefused', data: { reason: 'unknown-seats' } }]);
  expect(await withheld()).toEqual([['A-1-1', 'A-1-3', 'House seats']]);
});

test('a cancelled performance gives the seats of such a sale to nobody, and its reservation hears of it', async () => {
  const { place, expire, withheld, published, deps, allocation } = await openCounter();
  await place({ fromWithheld: true });
  await cancelPerformance(deps, 'm1.p1');
  await followUpPerformances(deps);
  expect(published().filter(({ type }) => type === 'SeatsRevoked')).toHaveLength(1);
  expect(await withheld()).toHaveLength(2);
  await expire();
  expect((await allocation('r1'))?.revoking).toBeUndefined();
});

test('staff sell before sales open and after they close, more than a customer may, and count for nobody', async () => {
  const closed = { salesOpenAt: '2026-12-01T00:00:00.000Z', salesCloseAt: '2026-11-20T00:00:00.000Z' };
  const { place, allocation, deps } = await openCounter({ ...closed, maxSeatsPerReservation: 1 });
  await place({}, { seats: ['A-1-4', 'A-1-5'] });
  expect(await allocation('r1')).toMatchObject({ phase: 'reserved', amount: 340_000 });
  expect((await deps.seats.customerCount('m1.p1', 'counter:1')).etag).toBeUndefined();
});

test('but nothing of what has begun or is cancelled, and no withheld seat without saying so', async () => {
  const begun = await openCounter({ startsAt: '2026-11-21T10:04:00.000Z' });
  await begun.place({}, { seats: ['A-1-4'] });
  expect(begun.published()).toMatchObject([{ data: { reason: 'not-on-sale' } }]);
  const open = await openCounter();
  await open.place({});
  expect(open.published()).toMatchObject([{ type: 'SeatAlreadySold', data: { taken: PAIR } }]);
});

test('what is given away keeps its lines, and each costs nothing', async () => {
  const { place, allocation } = await openCounter({ bookingFeePerSeat: 2_000 });
  await place({ fromWithheld: true, complimentary: true });
  const lines = PAIR.map((seatId) => ({ ...sampleLine(seatId), price: 0 }));
  expect(await allocation('r1')).toMatchObject({ lines, bookingFee: 0, amount: 0 });
});
