import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import { asRead } from '../../../../tests/samples/asRead';
import { standing } from '../../../../tests/samples/house';
import { giveSeats, HOLD_MS, NOW, openPerformance } from '../../../../tests/samples/musical';
import type { Performance } from '../../catalogue/domain/performance';
import type { Allocation } from '../domain/allocation';
import { type HoldCommand, holdSeats } from './holdSeats';
import { releaseHold } from './releaseHold';

const LATER = '2026-11-21T10:15:00.000Z';
const EXPIRES_AT = new Date(Date.parse(NOW) + HOLD_MS).toISOString();
const PAIR = ['A-1-1', 'A-1-2'];

async function openHouse(changes: Partial<Performance> = {}) {
  const musical = await openPerformance(changes);
  const command: HoldCommand = {
    performanceId: 'm1.p1',
    customerId: 'kim',
    holdId: 'r1',
    mayBeRepeated: true,
    request: { seats: PAIR },
  };
  const hold = (some: Partial<HoldCommand> = {}, deps = musical.deps) =>
    holdSeats(deps, { ...command, ...some });
  return { ...musical, hold };
}

test('seats that are free are held for as long as a hold lasts', async () => {
  const { hold, allocation } = await openHouse();
  const held = await hold();
  expect(held).toMatchObject({
    id: 'r1',
    seats: PAIR,
    phase: 'hold',
    amount: 340_000,
    expiresAt: EXPIRES_AT,
    heldUntil: EXPIRES_AT,
  });
  expect(await allocation('r1')).toEqual(held);
});

test.each([
  ['sales close', { salesCloseAt: '2026-11-21T10:07:00.000Z' }],
  ['it begins', { startsAt: '2026-11-21T10:07:00.000Z' }],
])('no hold lasts longer than until %s', async (_what, changes) => {
  const { hold, clock } = await openHouse(changes);
  const end = '2026-11-21T10:07:00.000Z';
  expect(await hold()).toMatchObject({ expiresAt: end, heldUntil: end });
  clock.nowMs = Date.parse(end);
  await expect(hold({ holdId: 'r2', request: { seats: ['A-1-3'] } })).rejects.toMatchObject({
    code: 'not-on-sale',
  });
});

test('the same command again is the same hold, is found by one read, and does not make it longer', async () => {
  const { hold, deps, clock, claims } = await openHouse();
  const first = await hold();
  clock.nowMs += 1_000;
  const seatsAsRead = () => Promise.reject<never>(new Error('no seat is looked for'));
  expect(await hold({}, { ...deps, seats: { ...deps.seats, seatsAsRead } })).toEqual(first);
  expect(claims()).toEqual({ 'A-1-1': 'r1 1', 'A-1-2': 'r1 1' });
});

test('of two copies at once neither is in the way of the other, whenever the other one is faster', async () => {
  const { hold, meanwhile, claims } = await openHouse();
  meanwhile(() => hold());
  expect(await hold()).toMatchObject({ id: 'r1', phase: 'hold' });
  expect(claims()).toEqual({ 'A-1-1': 'r1 1', 'A-1-2': 'r1 1' });

  const house = await openHouse();
  const { deps } = house;
  const seatsAsRead: typeof deps.seats.seatsAsRead = async (...asked) => {
    await house.hold();
    return deps.seats.seatsAsRead(...asked);
  };
  const slower = { ...deps, seats: { ...deps.seats, seatsAsRead } };
  expect(await house.hold({}, slower)).toMatchObject({ id: 'r1', phase: 'hold' });
});

test.each<[string, Partial<Allocation>]>([
  ['ran out', { phase: 'hold', heldUntil: NOW }],
  ['was released', { phase: 'released' }],
])('a command whose hold %s takes no seats a second time', async (_what, before) => {
  const house = await openHouse();
  await giveSeats(house, before);
  await expect(house.hold()).rejects.toMatchObject({
    code: 'hold-expired',
    detail: expect.stringMatching(/with a new key/),
  });
});

const others = { id: 'r2', customerId: 'lee', seats: ['A-1-2'], turns: [1], heldUntil: LATER };

test.each<[string, Partial<HoldCommand>, object]>([
  [
    'of which somebody has one',
    {},
    {
      code: 'seat-taken',
      detail: expect.stringMatching(/^Taken: A-1-2\./),
      extensions: { taken: ['A-1-2'] },
    },
  ],
  [
    'more than are left',
    { request: { sectionId: 'S', quantity: 3 } },
    { code: 'sold-out', detail: 'There are no 3 such seats left (section S).' },
  ],
  [
    'more than one customer may have',
    { request: { sectionId: 'A', quantity: 5 } },
    { code: 'customer-limit', detail: expect.stringMatching(/at most 4/) },
  ],
  [
    'that the house does not have, by name',
    { request: { seats: ['Z-1'] } },
    { code: 'invalid-request', extensions: { errors: [{ pointer: '/seats', detail: expect.any(String) }] } },
  ],
  [
    'of a section that the house does not have',
    { request: { sectionId: 'Z', quantity: 1 } },
    {
      code: 'invalid-request',
      extensions: { errors: [{ pointer: '/sectionId', detail: expect.any(String) }] },
    },
  ],
  [
    'of a tier that the house does not have',
    { request: { tier: 'GOLD', quantity: 1 } },
    { code: 'invalid-request', extensions: { errors: [{ pointer: '/tier', detail: expect.any(String) }] } },
  ],
  [
    'of a tier that a section does not have',
    { request: { sectionId: 'A', tier: 'R', quantity: 1 } },
    {
      code: 'invalid-request',
      extensions: { errors: [{ pointer: '/sectionId', detail: expect.stringMatching(/no tier R/) }] },
    },
  ],
  [
    'for a wheelchair where there is no such place',
    { request: { quantity: 1, kinds: { wheelchair: 1 } } },
    { code: 'sold-out', detail: 'There is no such seat left.' },
  ],
  ['of a performance that is not there', { performanceId: 'm1.p9' }, { code: 'not-found' }],
])('who wants seats %s is told so', async (_what, command, expected) => {
  const house = await openHouse({ sections: [{ ...firstRows }, standing('S', 2)] });
  await giveSeats(house, others);
  await expect(house.hold(command)).rejects.toMatchObject(expected);
  expect(await house.allocation('r1')).toBeUndefined();
});

const firstRows = {
  sectionId: 'A',
  kind: 'seated',
  tier: 'VIP',
  rows: [{ row: '1', seats: 10 }],
} as const;

test('by quantity, places for wheelchairs go to who asks for them, also when the claims themselves are read', async () => {
  const kinds = [
    { kinds: ['wheelchair' as const], seats: 1 },
    { kinds: ['companion' as const], seats: 1 },
    { kinds: [], seats: 2 },
  ];
  const sections: Performance['sections'] = [{ ...firstRows, rows: [{ row: '1', seats: 4, kinds }] }];
  const house = await openHouse({ sections });
  const held = await house.hold({ request: { tier: 'VIP', quantity: 2 } });
  expect(held.seats).toEqual(['A-1-3', 'A-1-4']);
  const late = house.hold({ holdId: 'r2', customerId: 'lee', request: { quantity: 1 } });
  await expect(late).rejects.toMatchObject({ code: 'sold-out' });
  const asked = { quantity: 2, kinds: { wheelchair: 1, companion: 1 } };
  expect((await house.hold({ holdId: 'r3', request: asked })).seats).toEqual(['A-1-1', 'A-1-2']);
});

test('nothing is held before sales open', async () => {
  const { hold } = await openHouse({ salesOpenAt: LATER });
  await expect(hold()).rejects.toMatchObject({ code: 'not-on-sale', detail: `Sales open at ${LATER}.` });
});

const release = ({ deps }: Awaited<ReturnType<typeof openHouse>>, customerId = 'kim') =>
  releaseHold(deps, 'm1.p1', 'r1', customerId);

test('a hold that is released is free for the next at once', async () => {
  const house = await openHouse();
  await house.hold();
  await release(house);
  expect(await house.allocation('r1')).toMatchObject({ phase: 'released' });
  expect(await house.hold({ holdId: 'r2', customerId: 'lee' })).toMatchObject({ turns: [2, 2] });
});

test.each<[string, Partial<Allocation>, object]>([
  ['that is not there', { id: 'r2' }, { code: 'not-found' }],
  ['of somebody else', { customerId: 'lee' }, { code: 'forbidden' }],
  ['on which a reservation was made', { phase: 'reserved' }, { code: 'wrong-state' }],
  ['whose reservation is paid', { phase: 'sold' }, { code: 'wrong-state' }],
])('nobody releases a hold %s', async (_what, allocation, expected) => {
  const house = await openHouse();
  const given = await giveSeats(house, allocation);
  await expect(release(house)).rejects.toMatchObject(expected);
  expect(await house.allocation(given.id)).toEqual(given);
});

test.each(['released', 'refused', 'revoked'] as const)(
  'a hold that is %s already is released',
  async (phase) => {
    const house = await openHouse();
    await giveSeats(house, { phase });
    const before = await house.deps.seats.allocation('m1.p1', 'r1');
    await release(house);
    expect(await house.deps.seats.allocation('m1.p1', 'r1')).toEqual(before);
  },
);

test('when a reservation is made on the hold between reading and writing, the seats stay its own', async () => {
  const house = await openHouse();
  const hold = await giveSeats(house, { heldUntil: LATER });
  house.meanwhile(async () => {
    const stored = await house.deps.seats.allocation('m1.p1', 'r1');
    await house.deps.seats.replace(asRead({ ...hold, phase: 'reserved' }, stored?.etag));
  });
  await expect(release(house)).rejects.toMatchObject({ code: 'wrong-state' });
  expect(await house.allocation('r1')).toMatchObject({ phase: 'reserved' });
});

test('a hold that changes at every try is given up for now', async () => {
  const house = await openHouse();
  await giveSeats(house, { heldUntil: LATER });
  const touch = async () => {
    const stored = await house.deps.seats.allocation('m1.p1', 'r1');
    house.faults.beforeWrite = () => {};
    if (stored !== undefined) await house.deps.seats.replace(stored);
    house.faults.beforeWrite = touch;
  };
  house.faults.beforeWrite = touch;
  await expect(release(house)).rejects.toThrow(StoreUnavailable);
  expect(await house.allocation('r1')).toMatchObject({ phase: 'hold' });
});
