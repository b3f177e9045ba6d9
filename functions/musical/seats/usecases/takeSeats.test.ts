import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import { asRead } from '../../../../tests/samples/asRead';
import { sampleAllocation, sampleLine, samplePerformance, standing } from '../../../../tests/samples/house';
import { giveSeats, NOW, openPerformance } from '../../../../tests/samples/musical';
import type { Performance } from '../../catalogue/domain/performance';
import type { Allocation } from '../domain/allocation';
import { emptyAvailability, withAllocation } from '../domain/availability';
import { ANYBODY } from '../domain/member';
import { type TakeCommand, takeSeats } from './takeSeats';

const EARLIER = '2026-11-21T10:00:00.000Z';
const LATER = '2026-11-21T10:15:00.000Z';
const PAIR = ['A-1-1', 'A-1-2'];

/** Lee wants seats of the sample performance. */
async function openHouse(changes: Partial<Performance> = {}) {
  const musical = await openPerformance(changes);
  const take = (some: Partial<TakeCommand> = {}, deps = musical.deps) =>
    takeSeats(deps, {
      performance: musical.performance,
      allocationId: 'r2',
      customerId: 'lee',
      request: { seats: PAIR },
      buyer: async () => ANYBODY,
      phase: 'hold',
      expiresAt: LATER,
      heldUntil: LATER,
      ...some,
    });
  return { ...musical, take };
}

test('given seats nobody has, they are taken at their price, on the terms of the moment', async () => {
  const { take, allocation, claims, performance } = await openHouse();
  const { title, startsAt, venue, cancellationPolicy } = performance;
  const taken = {
    id: 'r2',
    performanceId: 'm1.p1',
    customerId: 'lee',
    seats: PAIR,
    lines: PAIR.map(sampleLine),
    bookingFee: 0,
    turns: [1, 1],
    phase: 'hold',
    expiresAt: LATER,
    heldUntil: LATER,
    amount: 340_000,
    currency: 'KRW',
    terms: { title, startsAt, venue, cancellationPolicy },
  };
  expect(await take()).toEqual({ kind: 'taken', allocation: taken });
  expect(await allocation('r2')).toEqual(taken);
  expect(claims()).toEqual({ 'A-1-1': 'r2 1', 'A-1-2': 'r2 1' });
});

test.each([{ sectionId: 'A', quantity: 5 }, { seats: ['A-1-1', 'A-1-2', 'A-1-3', 'A-1-4', 'A-1-5'] }])(
  'given more seats than one customer may have, nothing is looked for',
  async (request) => {
    const { take, deps } = await openHouse();
    const read = () => Promise.reject<never>(new Error('nothing is looked for'));
    const blind = { ...deps.seats, seatsAsRead: read, sectionAsRead: read };
    const outcome = await take(
      { request },
      { ...deps, seats: blind, availabilityOf: read, lookAtSection: read },
    );
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'customer-limit' } });
  },
);

test.each<[string, Partial<Allocation>]>([
  ['is held', { phase: 'hold', heldUntil: LATER }],
  ['waits for its payment', { phase: 'reserved', heldUntil: LATER }],
  ['is sold, though its hold would have run out', { phase: 'sold', heldUntil: EARLIER }],
])('given one of two seats that %s, neither is taken and that one is named', async (_what, owner) => {
  const house = await openHouse();
  await giveSeats(house, { ...owner, seats: ['A-1-2'], turns: [1] });
  expect(await house.take()).toEqual({ kind: 'refused', refusal: { code: 'seat-taken', taken: ['A-1-2'] } });
  expect(house.claims()).toEqual({ 'A-1-2': 'r1 1' });
  expect(await house.allocation('r2')).toBeUndefined();
});

test.each(['hold', 'reserved'] as const)(
  'given a seat whose owner (%s) is overdue, the owner is ended and loses all of its seats',
  async (phase) => {
    const house = await openHouse();
    await giveSeats(house, { phase, heldUntil: EARLIER, seats: ['A-1-2', 'A-1-3'] });
    expect(await house.take()).toMatchObject({ allocation: { turns: [1, 2] } });
    expect(house.claims()).toEqual({ 'A-1-1': 'r2 1', 'A-1-2': 'r2 2', 'A-1-3': 'r1 1' });
    expect(await house.allocation('r1')).toMatchObject({ phase: 'released' });
  },
);

test.each<[string, Partial<Performance>, TakeCommand['request'], object]>([
  [
    'a seat that the house does not have',
    {},
    { seats: ['A-1-1', 'B-9-9'] },
    { code: 'unknown-seats', detail: 'This performance has no seat B-9-9.' },
  ],
  [
    'a section that the house does not have',
    {},
    { sectionId: 'Z', quantity: 2 },
    { code: 'unknown-seats', detail: 'This performance has no section Z.' },
  ],
  [
    'a seat before sales open',
    { salesOpenAt: LATER },
    { seats: PAIR },
    { code: 'not-on-sale', detail: `Sales open at ${LATER}.` },
  ],
  [
    'more seats than a section has',
    { sections: [standing('S', 2)] },
    { sectionId: 'S', quantity: 3 },
    { code: 'sold-out', sectionId: 'S', quantity: 3 },
  ],
])('who wants %s is refused, and nothing is stored', async (_what, changes, request, refusal) => {
  const { take, allocation, claims } = await openHouse(changes);
  expect(await take({ request })).toEqual({ kind: 'refused', refusal });
  expect(claims()).toEqual({});
  expect(await allocation('r2')).toBeUndefined();
});

test('a request by quantity gets other seats when the best ones are gone, though the availability shows them free', async () => {
  const house = await openHouse();
  const gone = ['A-1-4', 'A-1-5', 'A-1-6', 'A-1-7'];
  await giveSeats(house, { seats: gone, turns: [1, 1, 1, 1], phase: 'sold' });
  const sectionAsRead = () => Promise.reject<never>(new Error('others are found without a query'));
  const deps = { ...house.deps, seats: { ...house.deps.seats, sectionAsRead } };
  const outcome = await house.take({ request: { sectionId: 'A', quantity: 2 } }, deps);
  if (outcome.kind !== 'taken') throw new Error('it got no seats');
  const { seats } = outcome.allocation;
  expect(seats).toHaveLength(2);
  expect(seats.filter((seat) => gone.includes(seat))).toEqual([]);
  expect(house.claims()).toMatchObject(Object.fromEntries(seats.map((seat) => [seat, 'r2 1'])));
});

test('a section is sold out only by its claims: free seats that the availability does not show yet are found', async () => {
  const house = await openHouse({ sections: [standing('S', 2)] });
  const shownAsSold = sampleAllocation({ seats: ['S-1', 'S-2'], phase: 'sold' });
  const value = withAllocation(emptyAvailability('m1.p1'), shownAsSold, house.performance.sections);
  await house.deps.availability.write({ value, etag: undefined });
  const request = { sectionId: 'S', quantity: 2 };
  expect(await house.take({ request })).toMatchObject({ allocation: { amount: 260_000 } });
  const next = { request, allocationId: 'r3', customerId: 'mo' };
  expect(await house.take(next)).toEqual({
    kind: 'refused',
    refusal: { code: 'sold-out', sectionId: 'S', quantity: 2 },
  });
});

test('when somebody is faster between reading and writing, what was read counts for nothing', async () => {
  const house = await openHouse();
  house.meanwhile(() => giveSeats(house, { seats: ['A-1-2'], turns: [1], heldUntil: LATER }));
  expect(await house.take()).toEqual({ kind: 'refused', refusal: { code: 'seat-taken', taken: ['A-1-2'] } });
  expect(house.claims()).toEqual({ 'A-1-2': 'r1 1' });
});

test('when an overdue reservation is paid for between reading and writing, its seats stay its own', async () => {
  const house = await openHouse();
  const overdue = await giveSeats(house, { phase: 'reserved', heldUntil: EARLIER });
  house.meanwhile(async () => {
    const stored = await house.deps.seats.allocation('m1.p1', 'r1');
    const sold = { ...overdue, phase: 'sold' as const };
    await house.deps.seats.replace(asRead(sold, stored?.etag));
  });
  expect(await house.take()).toEqual({ kind: 'refused', refusal: { code: 'seat-taken', taken: PAIR } });
  expect(await house.allocation('r1')).toMatchObject({ phase: 'sold' });
});

test('a taking whose reply was lost is found, and is not in its own way', async () => {
  const house = await openHouse();
  house.loseNextReply();
  expect(await house.take()).toMatchObject({ allocation: { id: 'r2', seats: PAIR } });
  expect(house.claims()).toEqual({ 'A-1-1': 'r2 1', 'A-1-2': 'r2 1' });
});

test('seats that stay contended are given up for now, and nothing of the request is stored', async () => {
  const house = await openHouse({ maxSeatsPerReservation: 20 });
  let others = 0;
  house.faults.beforeWrite = async (ids) => {
    if (!ids.includes('r2')) return;
    others += 1;
    await giveSeats(house, { id: `o${others}`, customerId: 'lee', seats: [`S-${others}`], turns: [1] });
  };
  await expect(house.take()).rejects.toThrow(StoreUnavailable);
  expect(others).toBeGreaterThan(1);
  expect(await house.allocation('r2')).toBeUndefined();
  expect(house.claims()).not.toHaveProperty('A-1-1');
});

const limited = {
  kind: 'refused',
  refusal: { code: 'customer-limit', detail: expect.stringMatching(/at most 4 unpaid/) },
};

test.each<[string, Partial<Allocation>, boolean]>([
  ['are held', { phase: 'hold', heldUntil: LATER }, false],
  ['wait for their payment', { phase: 'reserved', heldUntil: LATER }, false],
  ['were held until now', { phase: 'hold', heldUntil: NOW }, true],
  ['are paid for', { phase: 'sold' }, true],
  ['were released', { phase: 'released' }, true],
])('who wants 2 of at most 4 seats beside 3 that %s: within the limit?', async (_what, own, isWithin) => {
  const house = await openHouse();
  const seats = ['S-1', 'S-2', 'S-3'];
  await giveSeats(house, { customerId: 'lee', seats, turns: [1, 1, 1], ...own });
  const outcome = await house.take();
  if (isWithin) expect(outcome).toMatchObject({ allocation: { id: 'r2' } });
  else expect(outcome).toEqual(limited);
});

test('a limit in all counts what was bought too, and seats that were given back no more', async () => {
  const house = await openHouse({ maxSeatsPerCustomer: 4 });
  const own = { id: 'r1', customerId: 'lee', phase: 'sold' } as const;
  await giveSeats(house, { ...own, seats: ['S-1', 'S-2', 'S-3'], turns: [1, 1, 1] });
  expect(await house.take()).toMatchObject({
    kind: 'refused',
    refusal: { code: 'customer-limit', detail: expect.stringMatching(/at most 4 seats/) },
  });
});

test('the limit holds for two windows at once: the count is part of the batch', async () => {
  const house = await openHouse();
  const seats = ['S-1', 'S-2', 'S-3'];
  house.meanwhile(() =>
    giveSeats(house, { customerId: 'lee', seats, turns: [1, 1, 1], phase: 'hold', heldUntil: LATER }),
  );
  expect(await house.take()).toEqual(limited);
  expect(await house.allocation('r2')).toBeUndefined();
});

test('the limit is each customer’s own, and each performance’s', async () => {
  const house = await openHouse();
  await giveSeats(house, { seats: ['S-1', 'S-2', 'S-3'], turns: [1, 1, 1], heldUntil: LATER });
  expect(await house.take()).toMatchObject({ allocation: { id: 'r2' } });
  const elsewhere = samplePerformance({ performanceId: 'm1.p2' });
  const other = { performance: elsewhere, allocationId: 'r3', request: { seats: [...PAIR, 'S-1'] } };
  expect(await house.take(other)).toMatchObject({ allocation: { id: 'r3' } });
});
