import { TooEarly } from '../../../../shared/messaging/eventHandler';
import { asRead } from '../../../../tests/samples/asRead';
import { sampleEvent } from '../../../../tests/samples/events';
import { giveSeats, openPerformance } from '../../../../tests/samples/musical';
import { reservationCancelled, reservationReduced } from '../../../reservation/contract';
import { lookAtSection } from '../caches';
import type { Allocation } from '../domain/allocation';
import { ANYBODY } from '../domain/member';
import { projectSeats } from './projectSeats';
import { readSales } from './readSales';
import { readMarks } from './readSeatMap';
import { rebuildAvailability } from './rebuildAvailability';
import { releaseSeats } from './releaseSeats';
import { returnSeats } from './returnSeats';
import { sellSeats } from './sellSeats';
import { takeSeats } from './takeSeats';

const LATER = '2026-11-21T10:15:00.000Z';
const TRIO = ['A-1-1', 'A-1-2', 'A-1-3'];
const told = {
  reservationId: 'r1',
  performanceId: 'm1.p1',
  customerId: 'kim',
  customer: {},
  currency: 'KRW',
};

/** One of those that a reservation may have. Each has an id of its own, which the number is part of. */
const reduced = (n: number, seats: string[], refund = 153_000 * n) => ({
  ...sampleEvent(reservationReduced, 'r1', {
    ...told,
    seats,
    version: 6 + n,
    n,
    lines: [],
    amount: 0,
    fee: 17_000 * n,
    refund,
    part: { fee: 17_000, refund: 153_000 },
  }),
  id: `reduced-${n}`,
});

async function openHouse(changes: Partial<Allocation> = {}) {
  const house = await openPerformance();
  const { deps, performance } = house;
  const given = await giveSeats(house, {
    seats: TRIO,
    turns: [1, 1, 1],
    phase: 'sold',
    amount: 510_000,
    captured: 510_000,
    ...changes,
  });
  const take = (seats: string[]) =>
    takeSeats(deps, {
      performance,
      allocationId: 'r2',
      customerId: 'lee',
      request: { seats },
      buyer: async () => ANYBODY,
      phase: 'hold',
      expiresAt: LATER,
      heldUntil: LATER,
    });
  const answers = () => house.published().map(({ type, data }) => `${type} ${data.n}`);
  const mark = async () => JSON.parse((await readMarks(deps, 'm1.p1')).text().json).marks.A['1'];
  return { ...house, given, take, answers, mark };
}

test('seats that are returned are somebody else’s to take, and the rest stays sold', async () => {
  const { deps, given, allocation, take, claims, answers } = await openHouse();
  await returnSeats(deps, reduced(1, ['A-1-2']));
  expect(await allocation('r1')).toEqual({
    ...given,
    seats: ['A-1-1', 'A-1-3'],
    turns: [1, 1],
    lines: given.lines?.filter(({ seatId }) => seatId !== 'A-1-2'),
    returned: [{ seatId: 'A-1-2', turn: 1 }],
    answers: [{ n: 1, seats: ['A-1-2'] }],
    refunded: 153_000,
  });
  expect(answers()).toEqual(['SeatsReleased 1']);
  expect(await take(['A-1-1', 'A-1-2'])).toMatchObject({ refusal: { taken: ['A-1-1'] } });
  expect(await take(['A-1-2'])).toMatchObject({ kind: 'taken' });
  expect(claims()).toMatchObject({ 'A-1-2': 'r2 2' });
});

test('more can be returned later, and the money is the larger total, in whatever order it is told', async () => {
  const { deps, allocation, answers } = await openHouse();
  await returnSeats(deps, reduced(2, ['A-1-3']));
  await returnSeats(deps, reduced(1, ['A-1-1']));
  expect(await allocation('r1')).toMatchObject({
    seats: ['A-1-2'],
    returned: [
      { seatId: 'A-1-3', turn: 1 },
      { seatId: 'A-1-1', turn: 1 },
    ],
    refunded: 306_000,
  });
  expect(answers()).toEqual(['SeatsReleased 2', 'SeatsReleased 1']);
});

test('a return that is told again writes nothing, and is answered with the same event', async () => {
  const { deps, answers } = await openHouse();
  await returnSeats(deps, reduced(1, ['A-1-1']));
  const first = await deps.seats.allocation('m1.p1', 'r1');
  await returnSeats(deps, reduced(1, ['A-1-1']));
  expect(await deps.seats.allocation('m1.p1', 'r1')).toEqual(first);
  expect(answers()).toEqual(['SeatsReleased 1']);
});

test('a copy does not strip the customer of a seat that was given again since', async () => {
  const { deps, allocation } = await openHouse();
  await returnSeats(deps, reduced(1, ['A-1-1']));
  const stored = await deps.seats.allocation('m1.p1', 'r1');
  if (stored === undefined) throw new Error('r1 is gone');
  const { seats, turns } = stored.value;
  const again = { ...stored.value, seats: [...seats, 'A-1-1'], turns: [...turns, 2] };
  await deps.seats.replace({ ...stored, value: again });
  await returnSeats(deps, reduced(1, ['A-1-1']));
  expect(await allocation('r1')).toEqual(again);
});

test.each<[string, Partial<Allocation>]>([
  ['revoked', { phase: 'revoked', revoking: 'performance-cancelled' }],
  ['released', { phase: 'released' }],
])('what is %s has no seats left to give, and answers all the same', async (_phase, changes) => {
  const { deps, given, allocation, answers } = await openHouse(changes);
  await returnSeats(deps, reduced(1, ['A-1-1']));
  expect(await allocation('r1')).toEqual({ ...given, answers: [{ n: 1, seats: [] }], refunded: 153_000 });
  expect(answers()).toEqual(['SeatsReleased 1']);
});

test.each(['hold', 'reserved'] as const)('what is seen as %s comes again', async (phase) => {
  const { deps, answers } = await openHouse({ phase });
  await expect(returnSeats(deps, reduced(1, ['A-1-1']))).rejects.toThrow(TooEarly);
  expect(answers()).toEqual([]);
});

test('when somebody is faster, it is decided anew on what is there then', async () => {
  const { deps, meanwhile, allocation } = await openHouse();
  meanwhile(() => returnSeats(deps, reduced(2, ['A-1-3'])));
  await returnSeats(deps, reduced(1, ['A-1-1']));
  expect(await allocation('r1')).toMatchObject({ seats: ['A-1-2'] });
});

test('the end that follows frees the rest, and says which end it is', async () => {
  const { deps, allocation, answers, take } = await openHouse();
  await returnSeats(deps, reduced(1, ['A-1-1']));
  const end = { ...told, seats: TRIO, amount: 510_000, reason: 'customer', n: 2 } as const;
  await releaseSeats(deps, sampleEvent(reservationCancelled, 'r1', { ...end, fee: 51_000, refund: 459_000 }));
  expect(await allocation('r1')).toMatchObject({ phase: 'released', captured: 510_000, refunded: 459_000 });
  expect(answers()).toEqual(['SeatsReleased 1', 'SeatsReleased 2']);
  expect(await take(TRIO)).toMatchObject({ kind: 'taken' });
});

test('a payment that is heard again is still answered as sold', async () => {
  const { deps, topic } = await openHouse();
  await returnSeats(deps, reduced(1, ['A-1-1']));
  await sellSeats(deps, {
    ...asRead({}),
    ...sampleEvent({ type: 'PaymentApproved', source: '', data: undefined as never }, 'r1', {
      ...told,
      amount: 510_000,
    }),
  });
  expect(topic.published().map(({ type }) => type)).toContain('SeatsSold');
});

test('map, rebuilt map, section and sales know of it', async () => {
  const { deps, mark, allocation, clock } = await openHouse();
  const fold = async () =>
    projectSeats(deps, [{ kind: 'allocation', ...(await allocation('r1')) }], async () => {});
  await fold();
  await returnSeats(deps, reduced(1, ['A-1-2']));
  await fold();
  expect(await mark()).toBe('2020000000');
  await rebuildAvailability(deps, 'm1.p1');
  clock.nowMs += 1_000;
  expect(await mark()).toBe('2020000000');
  const taken = await lookAtSection(deps.seats, deps.clock)('m1.p1', 'A');
  expect([...taken].sort()).toEqual(['A-1-1', 'A-1-3']);
  expect(await readSales(deps, 'm1.p1')).toMatchObject({ sold: 2, gross: 510_000, refunded: 153_000 });
});
