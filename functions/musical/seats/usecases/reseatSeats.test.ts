import { TooEarly } from '../../../../shared/messaging/eventHandler';
import { sampleEvent } from '../../../../tests/samples/events';
import { sampleLine } from '../../../../tests/samples/house';
import { giveSeats, openPerformance } from '../../../../tests/samples/musical';
import { reseatAsked, reservationReduced } from '../../../reservation/contract';
import type { Performance } from '../../catalogue/domain/performance';
import type { Allocation } from '../domain/allocation';
import { ANYBODY } from '../domain/member';
import { readSales } from './readSales';
import { rebuildAvailability } from './rebuildAvailability';
import { reseatSeats } from './reseatSeats';
import { returnSeats } from './returnSeats';
import { takeSeats } from './takeSeats';
import { withholdSeats } from './withholdSeats';

const told = { reservationId: 'r1', performanceId: 'm1.p1', customerId: 'kim' };
type More = Partial<Parameters<typeof reseatSeats>[1]['data']>;

const asked = (n: number, from: string[], to: string[], more: More = {}) => ({
  ...sampleEvent(reseatAsked, 'r1', { ...told, n, from, to, ...more }),
  id: `asked-${n}`,
});

/** Kim has bought A-1-1 and A-1-2. */
async function openHouse(changes: Partial<Allocation> = {}, ofPerformance: Partial<Performance> = {}) {
  const house = await openPerformance(ofPerformance);
  const { deps, performance } = house;
  await giveSeats(house, { phase: 'sold', captured: 340_000, ...changes });
  let takers = 1;
  const held = { expiresAt: '2026-11-21T10:15:00.000Z', heldUntil: '2026-11-21T10:15:00.000Z' };
  return {
    ...house,
    reseat: (...reseat: Parameters<typeof asked>) => reseatSeats(deps, asked(...reseat)),
    take: (seats: readonly string[]) =>
      takeSeats(deps, {
        performance,
        allocationId: `r${++takers}`,
        customerId: 'lee',
        request: { seats },
        buyer: async () => ANYBODY,
        phase: 'hold',
        ...held,
      }),
    said: () => house.published().map(({ type, data }) => [type, data.n, data.reason ?? data.to]),
  };
}

test('a sold seat is changed for another in one batch, at its price, and the first is free', async () => {
  const { reseat, allocation, claims, said, take, deps } = await openHouse();
  await reseat(1, ['A-1-2'], ['A-1-5']);
  expect(await allocation('r1')).toMatchObject({
    phase: 'sold',
    seats: ['A-1-1', 'A-1-5'],
    turns: [1, 1],
    lines: ['A-1-1', 'A-1-5'].map(sampleLine),
    returned: [{ seatId: 'A-1-2', turn: 1 }],
    amount: 340_000,
  });
  expect(claims()).toMatchObject({ 'A-1-5': 'r1 1' });
  expect(said()).toEqual([['SeatsReseated', 1, [{ seatId: 'A-1-5', tier: 'VIP' }]]]);
  expect(await take(['A-1-5'])).toMatchObject({ kind: 'refused' });
  expect(await take(['A-1-2'])).toMatchObject({ kind: 'taken' });
  expect(await readSales(deps, 'm1.p1')).toMatchObject({ sold: 2, held: 1 });
});

test('a copy is answered as before, whatever was done since, and its own returned seat is claimed anew', async () => {
  const { reseat, allocation, said, claims } = await openHouse();
  await reseat(1, ['A-1-2'], ['A-1-5']);
  await reseat(2, ['A-1-5'], ['A-1-2']);
  await reseat(1, ['A-1-2'], ['A-1-5']);
  expect((await allocation('r1'))?.seats).toEqual(['A-1-1', 'A-1-2']);
  expect(claims()).toMatchObject({ 'A-1-2': 'r1 2', 'A-1-5': 'r1 1' });
  expect(said()).toEqual([
    ['SeatsReseated', 1, [{ seatId: 'A-1-5', tier: 'VIP' }]],
    ['SeatsReseated', 2, [{ seatId: 'A-1-2', tier: 'VIP' }]],
  ]);
});

test('what returned a seat before and is told again does not strip a seat that came in its place', async () => {
  const { reseat, allocation, deps } = await openHouse();
  const money = { lines: [], amount: 0, fee: 0, refund: 170_000, part: { fee: 0, refund: 170_000 } };
  const reduced = sampleEvent(reservationReduced, 'r1', {
    ...told,
    currency: 'KRW',
    seats: ['A-1-2'],
    version: 7,
    n: 1,
    ...money,
  });
  await returnSeats(deps, reduced);
  await reseat(2, ['A-1-1'], ['A-1-2']);
  await returnSeats(deps, reduced);
  expect((await allocation('r1'))?.seats).toEqual(['A-1-2']);
});

test('who is overdue loses the seat, and whoever is in time keeps it', async () => {
  const { reseat, take, allocation, clock, said } = await openHouse();
  await take(['A-1-5', 'A-1-6']);
  await reseat(1, ['A-1-2'], ['A-1-5']);
  clock.nowMs = Date.parse('2026-11-21T10:15:01.000Z');
  await reseat(1, ['A-1-2'], ['A-1-5']);
  await reseat(2, ['A-1-2'], ['A-1-5']);
  expect(said()).toEqual([
    ['ReseatRefused', 1, 'seat-taken'],
    ['SeatsReseated', 2, [{ seatId: 'A-1-5', tier: 'VIP' }]],
  ]);
  expect((await allocation('r2'))?.phase).toBe('released');
});

test('of a reseat and a taking at the same moment one has the seat', async () => {
  const { reseat, take, meanwhile, said, allocation } = await openHouse();
  meanwhile(() => take(['A-1-5']));
  await reseat(1, ['A-1-2'], ['A-1-5']);
  expect(said()).toEqual([['ReseatRefused', 1, 'seat-taken']]);
  expect((await allocation('r1'))?.seats).toEqual(['A-1-1', 'A-1-2']);
});

test('another price is refused, unless the difference is waived, and then the line keeps its price', async () => {
  const { reseat, allocation, said } = await openHouse();
  await reseat(1, ['A-1-2'], ['S-1']);
  await reseat(2, ['A-1-2'], ['S-1'], { difference: 'waive' });
  expect(said()).toEqual([
    ['ReseatRefused', 1, 'amount-mismatch'],
    ['SeatsReseated', 2, [{ seatId: 'S-1', tier: 'R' }]],
  ]);
  const lines = [sampleLine('A-1-1'), { ...sampleLine('S-1'), tier: 'R' }];
  expect(await allocation('r1')).toMatchObject({ lines, amount: 340_000 });
});

test('a withheld seat is given when that is said, and only then', async () => {
  const { reseat, said, deps } = await openHouse();
  await withholdSeats(deps, {
    performanceId: 'm1.p1',
    withheldId: 'w',
    seats: ['A-1-5', 'A-1-6'],
    reason: 'House',
  });
  await reseat(1, ['A-1-2'], ['A-1-5']);
  await reseat(2, ['A-1-2'], ['A-1-7'], { fromWithheld: true });
  await reseat(3, ['A-1-2'], ['A-1-5'], { fromWithheld: true });
  expect(said().map(([, , why]) => why)).toEqual([
    'seat-taken',
    'unknown-seats',
    [{ seatId: 'A-1-5', tier: 'VIP' }],
  ]);
  expect((await deps.seats.withheldAllocations('m1.p1')).map(({ seats }) => seats)).toEqual([['A-1-6']]);
});

test.each<[string, Partial<Allocation>, Partial<Performance>, string[], string[], string]>([
  ['of a reservation that has ended', { phase: 'released' }, {}, ['A-1-2'], ['A-1-5'], 'not-on-sale'],
  ['of a cancelled performance', {}, { status: 'cancelled' }, ['A-1-2'], ['A-1-5'], 'not-on-sale'],
  ['it does not have', {}, {}, ['A-1-3'], ['A-1-5'], 'unknown-seats'],
  ['the house does not have', {}, {}, ['A-1-2'], ['A-1-99'], 'unknown-seats'],
  ['it has already', {}, {}, ['A-1-2'], ['A-1-1'], 'seat-taken'],
])('seats %s are not changed', async (_what, of, performance, from, to, reason) => {
  const { reseat, said } = await openHouse(of, performance);
  await reseat(1, from, to);
  await reseat(1, from, to);
  expect(said()).toEqual([['ReseatRefused', 1, reason]]);
});

test('one that is not sold yet comes again', async () => {
  const { reseat } = await openHouse({ phase: 'reserved' });
  await expect(reseat(1, ['A-1-2'], ['A-1-5'])).rejects.toBeInstanceOf(TooEarly);
});

test('a lost reply changes nobody twice, and a rebuilt map is the same', async () => {
  const { reseat, loseNextReply, claims, deps } = await openHouse();
  loseNextReply();
  await reseat(1, ['A-1-2'], ['A-1-5']);
  expect(claims()).toMatchObject({ 'A-1-5': 'r1 1' });
  await rebuildAvailability(deps, 'm1.p1');
  const { blocks } = (await deps.availability.read('m1.p1')).value;
  expect(blocks['A-1']?.marks).toBe('sf..s');
});
