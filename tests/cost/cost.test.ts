import { between, type Counters, readCounters, total } from '../../bench/counters';
import {
  eventually,
  newPerformance,
  openTheatre,
  type Person,
  pay,
  reserve,
  type Theatre,
  untilStatus,
} from '../marquee';

/** What things cost, counted, not timed: the same on any machine. The benchmark measures the same under load. */

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

/** The tickets are issued, and the reservation has heard of it. */
const untilIssued = (reservationId: string) =>
  eventually(
    () => theatre.admin.get(`/admin/reservations/${reservationId}/timeline`),
    ({ body }) => body.items.at(-1).type === 'TicketsIssued',
  );

async function costOf(work: () => Promise<unknown>): Promise<Counters> {
  const before = await readCounters(theatre);
  await work();
  return between(before, await readCounters(theatre));
}

async function buy(buyer: Person, performanceId: string, seats: readonly string[]): Promise<string> {
  const hold = await buyer.post(`/performances/${performanceId}/holds`, { seats });
  const held = await reserve(buyer, { performanceId, holdId: hold.body.holdId });
  await pay(theatre, buyer, held.body);
  await untilStatus(buyer, held.body.reservationId, 'completed');
  return held.body.reservationId;
}

/** The notice is the last thing that is written, when the mail is out. */
const untilTold = (buyer: Person) =>
  eventually(
    async () =>
      (await theatre.mails()).filter(({ to }) => to[0]?.address === `${buyer.sub}@example.com`).length,
    (mails) => mails === 1,
  );

test('a completed reservation of two seats writes each of its states once, and sends six events', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('cost-buyer');
  const cost = await costOf(async () => {
    const reservationId = await buy(buyer, performanceId, ['A-1-1', 'A-1-2']);
    await untilTold(buyer);
    await untilIssued(reservationId);
  });

  const writes = Object.entries(cost.ru).filter(
    ([name, charge]) =>
      charge > 0 && /^(seats|reservations|notifications|tickets|idempotency) (batch|create)$/.test(name),
  );
  expect(writes.map(([name]) => name).sort()).toEqual([
    'idempotency create',
    'notifications batch',
    'reservations batch',
    'seats batch',
    'tickets batch',
  ]);
  expect(total(Object.fromEntries(writes))).toBeGreaterThan(100);
  expect(total(Object.fromEntries(writes))).toBeLessThan(160);
  expect(cost.busOperations).toBeGreaterThanOrEqual(14);
  expect(cost.busOperations).toBeLessThanOrEqual(16);
  expect(cost.eventGridOperations).toBeGreaterThanOrEqual(13);
  expect(cost.eventGridOperations).toBeLessThanOrEqual(15);
});

test('to refuse a seat that somebody has costs a look at who has it, and none at who asks', async () => {
  const performanceId = await newPerformance(theatre);
  const [first, second] = [await theatre.person('cost-first'), await theatre.person('cost-second')];
  const holds = `/performances/${performanceId}/holds`;
  expect((await first.post(holds, { seats: ['A-1-1'] })).status).toBe(201);

  const { ru } = await costOf(async () => {
    for (let i = 0; i < 10; i++) expect((await second.post(holds, { seats: ['A-1-1'] })).status).toBe(409);
  });
  const of = (names: RegExp) =>
    total(Object.fromEntries(Object.entries(ru).filter(([name]) => names.test(name))));
  expect(of(/^seats read/)).toBe(20);
  expect(of(/^musicals read/)).toBeLessThanOrEqual(10);
  expect(of(/^(members|musical-erasures) read|^seats batch/)).toBe(0);
});

test('the seat map costs less than five request units, however many seats are sold', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => ({ row: String(i + 1), seats: 100 }));
  const performanceId = await newPerformance(theatre, {
    priceTiers: { R: 100_000 },
    sections: [{ sectionId: 'A', kind: 'seated', tier: 'R', rows }],
    maxSeatsPerReservation: 20,
  });
  const charges: number[] = [];
  for (const blocks of [1, 20]) {
    await Promise.all(
      Array.from({ length: blocks }, async (_, i) => {
        const seats = Array.from({ length: 20 }, (_, n) => `A-${blocks + i}-${n + 1}`);
        await buy(await theatre.person(`cost-crowd-${blocks}-${i}`), performanceId, seats);
      }),
    );
    // The map's writer reads too, as long as claims arrive: the cheapest of three looks is the look alone.
    const looks: number[] = [];
    for (let look = 0; look < 3; look++) {
      const { ru } = await costOf(() => theatre.anyone(`/performances/${performanceId}/seats`));
      looks.push((ru['availability read'] ?? 0) + (ru['musicals read'] ?? 0));
    }
    charges.push(Math.min(...looks));
  }
  expect(Math.min(...charges)).toBeGreaterThan(1);
  expect(Math.max(...charges)).toBeLessThanOrEqual(5);

  const map = await theatre.anyone(`/performances/${performanceId}/seats`);
  expect(map.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1');
  const etag = map.headers.get('etag') ?? '';
  const again = await theatre.anyone(`/performances/${performanceId}/seats`, { 'if-none-match': etag });
  expect(again).toMatchObject({ status: 304, body: undefined });
});
