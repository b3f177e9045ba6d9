import { eventIdOf } from '../../../../shared/kernel/ids';
import { asRead } from '../../../../tests/samples/asRead';
import { sampleEvent } from '../../../../tests/samples/events';
import { sampleLine, samplePerformance, standing } from '../../../../tests/samples/house';
import { GRACE_MS, giveSeats, HOLD_MS, NOW, openPerformance } from '../../../../tests/samples/musical';
import { reservationExpired, reservationPlaced } from '../../../reservation/contract';
import type { Performance } from '../../catalogue/domain/performance';
import type { Allocation } from '../domain/allocation';
import { releaseSeats } from './releaseSeats';
import { reserveSeats } from './reserveSeats';

const LATER = '2026-11-21T10:15:00.000Z';
const PAIR = ['A-1-1', 'A-1-2'];
const iso = (ms: number) => new Date(ms).toISOString();
const EXPIRES_AT = iso(Date.parse(NOW) + HOLD_MS);
const HELD_UNTIL = iso(Date.parse(NOW) + HOLD_MS + GRACE_MS);

const { title, startsAt, venue, cancellationPolicy } = samplePerformance();
const terms = { title, startsAt, venue, cancellationPolicy };
const held: Partial<Allocation> = { phase: 'hold', heldUntil: LATER, terms };
const byHold = { holdId: 'r1' };
const bySeats = { seats: PAIR };

type Request = Parameters<typeof reserveSeats>[1]['data']['request'];
const placed = (request: Request) =>
  sampleEvent(reservationPlaced, 'r1', {
    reservationId: 'r1',
    performanceId: 'm1.p1',
    customerId: 'kim',
    request,
  });

/** The sample performance, and what ReservationPlaced of r1 by Kim is answered with. */
async function openHouse(changes: Partial<Performance> = {}) {
  const musical = await openPerformance(changes);
  const place = (request: Request) => reserveSeats(musical.deps, placed(request));
  const answer = (type: string, data: object) => ({
    type,
    id: eventIdOf(placed(bySeats).id, type),
    data: { reservationId: 'r1', performanceId: 'm1.p1', ...data },
  });
  const answers = () => musical.published().map(({ id, type, data }) => ({ type, id, data }));
  return { ...musical, place, answer, answers };
}

const sale = {
  seats: PAIR,
  lines: PAIR.map(sampleLine),
  bookingFee: 0,
  amount: 340_000,
  currency: 'KRW',
  expiresAt: EXPIRES_AT,
  ...terms,
};

test('given a live hold, its seats are reserved with time to pay, and SeatsHeld says what is sold', async () => {
  const house = await openHouse();
  const hold = await giveSeats(house, held);
  await house.place(byHold);
  expect(await house.allocation('r1')).toEqual({
    ...hold,
    phase: 'reserved',
    expiresAt: EXPIRES_AT,
    heldUntil: HELD_UNTIL,
  });
  expect(house.answers()).toEqual([house.answer('SeatsHeld', sale)]);
});

test.each([
  ['a hold', byHold],
  ['free seats', bySeats],
])(
  'given %s, the time to pay ends with the sale, and the grace of a payment follows it',
  async (_what, request) => {
    const end = '2026-11-21T10:07:00.000Z';
    const house = await openHouse({ salesCloseAt: end });
    if (request === byHold) await giveSeats(house, held);
    await house.place(request);
    const heldUntil = iso(Date.parse(end) + GRACE_MS);
    expect(await house.allocation('r1')).toMatchObject({ phase: 'reserved', expiresAt: end, heldUntil });
  },
);

test('given a live hold, and sales that have closed since, it is refused', async () => {
  const house = await openHouse({ salesCloseAt: NOW });
  await giveSeats(house, held);
  await house.place(byHold);
  const detail = `Sales closed at ${NOW}.`;
  expect(house.answers()).toEqual([house.answer('SeatsRefused', { reason: 'not-on-sale', detail })]);
  expect((await house.allocation('r1'))?.phase).toBe('refused');
});

test('given free seats, they are taken and reserved at once', async () => {
  const house = await openHouse();
  await house.place(bySeats);
  expect(await house.allocation('r1')).toMatchObject({
    phase: 'reserved',
    expiresAt: EXPIRES_AT,
    heldUntil: HELD_UNTIL,
  });
  expect(house.claims()).toEqual({ 'A-1-1': 'r1 1', 'A-1-2': 'r1 1' });
  expect(house.answers()).toEqual([house.answer('SeatsHeld', sale)]);
});

test('seats that were asked for by quantity are named in the answer', async () => {
  const house = await openHouse();
  await house.place({ sectionId: 'A', quantity: 2 });
  const stored = await house.allocation('r1');
  expect(stored).toMatchObject({ phase: 'reserved', seats: [expect.any(String), expect.any(String)] });
  expect(house.answers()).toEqual([
    house.answer('SeatsHeld', { ...sale, seats: stored?.seats, lines: stored?.seats.map(sampleLine) }),
  ]);
});

test.each<[string, Request, string, object]>([
  ['a seat is somebody else’s', bySeats, 'SeatAlreadySold', { taken: ['A-1-2'] }],
  ['a section has too few', { sectionId: 'S', quantity: 3 }, 'SeatsSoldOut', { sectionId: 'S', quantity: 3 }],
  [
    'the house has no such seat',
    { seats: ['Z-1'] },
    'SeatsRefused',
    { reason: 'unknown-seats', detail: 'This performance has no seat Z-1.' },
  ],
  [
    'there was never such a hold',
    byHold,
    'SeatsRefused',
    { reason: 'hold-expired', detail: expect.stringMatching(/Hold seats again/) },
  ],
])(
  'when %s, the refusal is stored, and a copy of the request gets it again',
  async (_why, request, type, data) => {
    const house = await openHouse({
      sections: [...samplePerformance().sections.slice(0, 1), standing('S', 2)],
    });
    await giveSeats(house, { id: 'r2', customerId: 'lee', seats: ['A-1-2'], turns: [1], phase: 'sold' });
    await house.place(request);
    expect(await house.allocation('r1')).toMatchObject({ phase: 'refused', seats: [] });
    const first = await house.deps.seats.allocation('m1.p1', 'r1');
    await house.place(request);
    expect(await house.deps.seats.allocation('m1.p1', 'r1')).toEqual(first);
    expect(house.answers()).toEqual([house.answer(type, data)]);
  },
);

test('a refusal stays, though the seats are free by the time the copy comes', async () => {
  const house = await openHouse();
  await giveSeats(house, { id: 'r2', customerId: 'lee', seats: ['A-1-2'], turns: [1], heldUntil: LATER });
  await house.place(bySeats);
  house.clock.nowMs = Date.parse(LATER) + 1;
  await house.place(bySeats);
  expect(house.claims()).toEqual({ 'A-1-2': 'r2 1' });
  expect(house.answers()).toEqual([house.answer('SeatAlreadySold', { taken: ['A-1-2'] })]);
});

test.each<[string, Partial<Allocation>, Partial<Performance>, string]>([
  ['has run out', { heldUntil: NOW }, {}, 'hold-expired'],
  ['was released', { phase: 'released' }, {}, 'hold-expired'],
  ['was revoked', { phase: 'revoked' }, {}, 'not-on-sale'],
  ['is of a cancelled performance', {}, { status: 'cancelled' }, 'not-on-sale'],
  ['is of a performance that was moved', {}, { startsAt: '2027-01-01T10:30:00.000Z' }, 'not-on-sale'],
  ['has a seat that was withdrawn', {}, { sections: [standing('S', 2)] }, 'not-on-sale'],
])('a reservation on a hold that %s is refused', async (_what, hold, changes, reason) => {
  const house = await openHouse(changes);
  await giveSeats(house, { ...held, ...hold });
  await house.place(byHold);
  expect(house.answers()).toEqual([house.answer('SeatsRefused', { reason, detail: expect.any(String) })]);
  expect((await house.allocation('r1'))?.phase).not.toBe('reserved');
});

test('a hold from before a move is reserved for the new time, and SeatsHeld says so, to every copy', async () => {
  const move = (n: number, from: string, to: string) => ({
    n,
    from: { startsAt: from, venue },
    to: { startsAt: to, venue },
  });
  const [christmas, later] = ['2026-12-25T10:30:00.000Z', '2026-12-26T10:30:00.000Z'];
  const moves = [move(1, startsAt, christmas), move(2, christmas, later)];
  const house = await openHouse({
    startsAt: later,
    moves: moves.map((one) => ({ ...one, onMove: 'keep' as const })),
  });
  await giveSeats(house, held);
  await house.place(byHold);
  await house.place(byHold);
  expect(house.answers()).toEqual([house.answer('SeatsHeld', { ...sale, startsAt: later, moves })]);
  expect(await house.allocation('r1')).toMatchObject({ phase: 'reserved', move: 2, moves });
});

test('what is taken after a move notes its number, and has nothing to be told', async () => {
  const where = { startsAt, venue };
  const house = await openHouse({ moves: [{ n: 1, from: where, to: where, onMove: 'keep' }] });
  await house.place(bySeats);
  expect(await house.allocation('r1')).toMatchObject({ phase: 'reserved', move: 1 });
  expect(house.answers()).toEqual([house.answer('SeatsHeld', sale)]);
});

test('a performance that is not there is not on sale', async () => {
  const house = await openHouse();
  const data = { ...placed(bySeats).data, performanceId: 'm1.p9' };
  await reserveSeats(house.deps, { ...placed(bySeats), data });
  expect(house.published('m1.p9')).toMatchObject([
    { type: 'SeatsRefused', data: { reason: 'not-on-sale', detail: 'There is no performance m1.p9.' } },
  ]);
});

test.each([
  ['is reserved', 'reserved', 'SeatsHeld'],
  ['is sold', 'sold', 'SeatsHeld'],
  ['has ended', 'released', 'SeatsRefused'],
] as const)(
  'a copy that comes when the reservation %s changes nothing and is answered',
  async (_when, phase, type) => {
    const house = await openHouse();
    const before = await giveSeats(house, { ...held, phase });
    await house.place(byHold);
    expect(await house.allocation('r1')).toEqual(before);
    expect(house.answers().map((answer) => answer.type)).toEqual([type]);
  },
);

test('a reservation whose end was heard first takes no seats any more', async () => {
  const house = await openHouse();
  const customer = {};
  const data = { reservationId: 'r1', performanceId: 'm1.p1', customerId: 'kim', customer };
  const ended = { ...data, seats: [], amount: 0, currency: '' };
  await releaseSeats(house.deps, sampleEvent(reservationExpired, 'r1', ended));
  await house.place(bySeats);
  expect(house.claims()).toEqual({});
  expect(
    house
      .answers()
      .map(({ type }) => type)
      .sort(),
  ).toEqual(['SeatsRefused', 'SeatsReleased']);
});

test('when the hold is taken over between reading and writing, the reservation is refused', async () => {
  const house = await openHouse();
  const hold = await giveSeats(house, held);
  house.meanwhile(async () => {
    const stored = await house.deps.seats.allocation('m1.p1', 'r1');
    await house.deps.seats.replace(asRead({ ...hold, phase: 'released' }, stored?.etag));
  });
  await house.place(byHold);
  expect(await house.allocation('r1')).toEqual({ ...hold, phase: 'released' });
  expect(house.answers()).toMatchObject([{ type: 'SeatsRefused', data: { reason: 'hold-expired' } }]);
});

test('two copies at once give the seats once, and both are answered with the same event', async () => {
  const house = await openHouse();
  house.meanwhile(() => house.place(bySeats));
  await house.place(bySeats);
  expect(house.claims()).toEqual({ 'A-1-1': 'r1 1', 'A-1-2': 'r1 1' });
  expect(house.answers()).toEqual([house.answer('SeatsHeld', sale)]);
});
