import { musicalDeps, musicalSettings } from '../../functions/musical/deps';
import { holdSeats } from '../../functions/musical/seats/usecases/holdSeats';
import { openDatabase } from '../../shared/cosmos/cosmos';
import { readSettings } from '../../shared/kernel/config';
import {
  eventually,
  house,
  inDays,
  key,
  newPerformance,
  openTheatre,
  reserve,
  seatMap,
  type Theatre,
  untilStatus,
} from '../marquee';
import { noticesOf, SHORT, timelineOf, wallClock } from './breaking';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ env: SHORT });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const soon = (ms: number) => Date.now() + ms;

test.concurrent('a hold that ran out is shown as free, and is free for others from the same instant', async () => {
  const performanceId = await newPerformance(theatre);
  const [slow, next] = [await theatre.person('slow'), await theatre.person('next')];
  const hold = await slow.post(`/performances/${performanceId}/holds`, { seats: ['A-1-1', 'A-1-2'] });
  const takeOver = () => next.post(`/performances/${performanceId}/holds`, { seats: ['A-1-2'] });
  expect((await takeOver()).body).toMatchObject({ code: 'seat-taken', taken: ['A-1-2'] });
  await eventually(
    () => seatMap(theatre, performanceId),
    (map) => map['A-1-2'] === 'held',
  );
  await eventually(
    () => seatMap(theatre, performanceId),
    (map) => map['A-1-1'] === 'available' && map['A-1-2'] === 'available',
  );
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(hold.body.expiresAt));
  const taken = await takeOver();
  expect(taken.status).toBe(201);
  expect((await slow.delete(`/performances/${performanceId}/holds/${hold.body.holdId}`)).status).toBe(204);
  expect((await reserve(next, { performanceId, holdId: taken.body.holdId })).status).toBe(201);
  const late = await reserve(slow, { performanceId, holdId: hold.body.holdId });
  expect(late).toMatchObject({ status: 409, body: { code: 'hold-expired' } });
});

test.concurrent('an unpaid reservation expires by the sweep: seats back, the customer told, paying refused', async () => {
  const performanceId = await newPerformance(theatre);
  const [slow, next] = [await theatre.person('unpaid'), await theatre.person('after-unpaid')];
  const held = await reserve(slow, { performanceId, seats: ['A-1-3'] });
  expect(held.status).toBe(201);
  const { reservationId, amount } = held.body;
  await untilStatus(slow, reservationId, 'expired');
  await eventually(
    () => seatMap(theatre, performanceId),
    (map) => map['A-1-3'] === 'available',
  );
  expect((await reserve(next, { performanceId, seats: ['A-1-3'] })).status).toBe(201);
  await eventually(
    () => noticesOf(slow),
    (kinds) => kinds.join() === 'expired',
  );
  await eventually(
    () => timelineOf(theatre, reservationId),
    (types) => types.join() === 'ReservationPlaced,SeatsHeld,ReservationExpired,SeatsReleased',
  );
  const paymentKey = await theatre.card(reservationId, amount);
  const late = await slow.post(`/reservations/${reservationId}/payment`, { paymentKey, amount }, key());
  expect(late).toMatchObject({ status: 409, body: { code: 'hold-expired' } });
  await eventually(
    () => slow.get('/mypage'),
    ({ body }) => body.reservations[0]?.status === 'expired',
  );
});

test.concurrent.each(['Asia/Seoul', 'America/New_York'])(
  'sales open and close by the clock on the wall in %s',
  async (timeZone) => {
    const buyer = await theatre.person(`window-${timeZone.replace('/', '-')}`);
    const venue = { name: 'Marquee', timeZone };
    const tryToHold = (performanceId: string, seat: string) =>
      buyer.post(`/performances/${performanceId}/holds`, { seats: [seat] });
    const startsAt = inDays(30);
    const change = (performanceId: string, fields: object) =>
      theatre.admin.put(`/performances/${performanceId}`, house({ startsAt, ...fields }));

    const opening = await newPerformance(theatre, { startsAt, salesOpenAt: inDays(1) }, { venue });
    expect((await tryToHold(opening, 'A-1-1')).body.code).toBe('not-on-sale');
    expect(await reserve(buyer, { performanceId: opening, seats: ['A-1-2'] })).toMatchObject({
      status: 409,
      body: { code: 'not-on-sale' },
    });
    const opensMs = Math.ceil(soon(1_500) / 1000) * 1000;
    expect((await change(opening, { salesOpenAt: wallClock(opensMs, timeZone) })).status).toBe(200);
    await eventually(
      () => tryToHold(opening, 'A-1-1'),
      ({ status }) => status === 201,
    );
    expect(Date.now()).toBeGreaterThanOrEqual(opensMs);

    const closing = await newPerformance(theatre, { startsAt, salesCloseAt: inDays(1) }, { venue });
    expect((await tryToHold(closing, 'A-1-1')).status).toBe(201);
    const closesMs = Math.ceil(soon(1_500) / 1000) * 1000;
    expect((await change(closing, { salesCloseAt: wallClock(closesMs, timeZone) })).status).toBe(200);
    await eventually(
      () => tryToHold(closing, 'A-1-2'),
      ({ body }) => body.code === 'not-on-sale',
    );
    expect(Date.now()).toBeGreaterThanOrEqual(closesMs);
  },
);

/** Two hosts' own code on the system's own data, with clocks that differ by as much as the design allows and more. */
test.concurrent('hosts whose clocks are three seconds apart never both have a seat', async () => {
  const performanceId = await newPerformance(theatre);
  const settings = readSettings(musicalSettings, theatre.settings());
  const hosts = [-1_500, 1_500].map((skewMs) => ({
    ...musicalDeps(settings, openDatabase(settings)),
    clock: { now: () => Date.now() + skewMs },
    holdDurationMs: 300,
  }));
  const owners = new Map<string, number>();
  const TAKINGS = 10;
  let taken = 0;
  const fight = async (lane: number): Promise<void> => {
    const deps = hosts[lane % hosts.length] as (typeof hosts)[number];
    for (let round = 0; taken < TAKINGS; round++) {
      const holdId = `clock-${lane}-${round}`;
      const wish = { performanceId, customerId: `lane-${lane}`, holdId, mayBeRepeated: false };
      const held = await holdSeats(deps, { ...wish, request: { seats: ['A-1-8', 'A-1-9'] } }).catch(
        () => undefined,
      );
      if (held === undefined) continue;
      taken += 1;
      for (const turn of held.turns) owners.set(`${turn}`, (owners.get(`${turn}`) ?? 0) + 1);
    }
  };
  await Promise.all([0, 1, 2, 3].map(fight));
  // Each taking of a seat has a turn of its own: two owners at once would have the same one.
  expect([...owners.values()].every((count) => count === 2)).toBe(true);
  const { claims, owners: last } = await (hosts[0] as (typeof hosts)[number]).seats.seatsAsRead(
    performanceId,
    ['A-1-8', 'A-1-9'],
  );
  expect(claims.size).toBe(2);
  expect(last.size).toBe(1);
});
