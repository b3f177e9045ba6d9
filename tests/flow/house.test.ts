import { eventually, inDays, key, openTheatre, type Person, type Theatre } from '../marquee';
import hall from '../samples/oddEvenHall.json';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

/** A hall of the public seating file, row by row as it stands there. */
const { tiers, ...halls } = hall;
const sections = Object.entries(halls).map(([sectionId, rows]) => ({
  sectionId,
  kind: 'seated',
  rows: Object.entries(rows).map(([row, numbers]) => ({ row, numbers })),
}));

async function newMusical(): Promise<string> {
  const { body } = await theatre.admin.post('/musicals', {
    title: 'Odd and Even',
    startDate: inDays(20).slice(0, 10),
    endDate: inDays(40).slice(0, 10),
    venue: { name: 'Elsewhere', timeZone: 'Asia/Seoul' },
  });
  return body.musicalId;
}

const terms = { startsAt: inDays(30), currency: 'EUR', priceTiers: { rank1: 4_000, rank2: 2_500 }, tiers };
const standsBeside = (seats: readonly string[]): boolean => {
  const [sectionId = '', row = ''] = seats[0]?.split('-') ?? [];
  const numbers: readonly number[] =
    (halls as Record<string, Record<string, number[]>>)[sectionId]?.[row] ?? [];
  const at = seats.map((seatId) => numbers.indexOf(Number(seatId.split('-')[2]))).sort((a, b) => a - b);
  return at.every((position, index) => position === (at[0] ?? 0) + index);
};
const hold = async (buyer: Person, performanceId: string, body: object) =>
  buyer.post(`/performances/${performanceId}/holds`, body, key());

test('a hall numbered 1-3-5-6-4-2 is entered as it is, and all of it is sold side by side', async () => {
  const venue = await theatre.admin.post('/venues', {
    name: 'Odd Hall',
    timeZone: 'Europe/Berlin',
    sections,
  });
  expect(venue).toMatchObject({ status: 201, body: { capacity: 20 } });
  const { venueId } = venue.body;
  const made = await theatre.admin.post(`/musicals/${await newMusical()}/performances`, {
    ...terms,
    venueId,
  });
  expect(made).toMatchObject({ status: 201, body: { venue: { name: 'Odd Hall' }, capacity: 20 } });
  const { performanceId } = made.body;

  const held: string[] = [];
  for (let pair = 0; pair < 8; pair++) {
    const buyer = await theatre.person(`pair-${pair}`);
    const { status, body } = await hold(buyer, performanceId, { sectionId: 'main', quantity: 2 });
    expect([status, body.seats, standsBeside(body.seats)]).toEqual([201, body.seats, true]);
    const isThird = body.seats.every((seatId: string) => seatId.startsWith('main-3-'));
    expect(body.amount).toBe(isThird ? 5_000 : 8_000);
    held.push(...body.seats);
  }
  expect(new Set(held).size).toBe(16);
  const late = await theatre.person('late');
  expect(await hold(late, performanceId, { sectionId: 'main', quantity: 1 })).toMatchObject({
    status: 409,
    body: { code: 'sold-out' },
  });
  expect((await hold(late, performanceId, { tier: 'rank1', quantity: 4 })).body.seats).toEqual([
    'balcony-1-1',
    'balcony-1-3',
    'balcony-1-4',
    'balcony-1-2',
  ]);

  const at = `/performances/${performanceId}/availability`;
  const full = await eventually(
    () => theatre.anyone(at),
    ({ body }) => body.available === 0,
  );
  expect(full.body).toEqual({
    plan: made.body.plan,
    available: 0,
    capacity: 20,
    byTier: { rank1: { available: 0, capacity: 14 }, rank2: { available: 0, capacity: 6 } },
    marks: { main: { 1: '1111', 2: '111111', 3: '111111' }, balcony: { 1: '1111' } },
  });
  expect(await theatre.admin.delete(`/venues/${venueId}`)).toMatchObject({
    status: 409,
    body: { code: 'in-use' },
  });
});

test('a seating plan of 20,000 seats comes in, is sold from, is polled for little, and goes out as it came', async () => {
  const seat = (row: number, n: number) => ({
    seat_guid: `11111111-2222-4333-8444-${String(row * 100 + n).padStart(12, '0')}`,
    seat_number: n === 1 ? '0-0' : String(n),
    position: { x: n * 25, y: 0 },
    category: row < 20 ? 'Front row!' : 'Rear',
  });
  const plan = {
    name: 'Arena',
    size: { width: 2600, height: 6000 },
    categories: [
      { name: 'Front row!', color: '#aa0000' },
      { name: 'Rear', color: '#00aa00' },
    ],
    zones: [
      {
        name: 'Parkett',
        position: { x: 10, y: 20 },
        rows: Array.from({ length: 200 }, (_, row) => ({
          row_number: String(row + 1),
          position: { x: 0, y: row * 30 },
          seats: Array.from({ length: 100 }, (_, n) => seat(row, n + 1)),
        })),
        areas: [{ shape: 'text', text: { text: 'Stage' } }],
      },
    ],
  };
  const imported = await theatre.admin.post('/venues/import', { format: 'pretix', plan });
  expect(imported).toMatchObject({ status: 201, body: { capacity: 20_000 } });
  expect(imported.body.notKept.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/size',
    '/zones/*/areas',
  ]);
  const { venueId } = imported.body;
  const exported = (await theatre.anyone(`/venues/${venueId}?format=pretix`)).body;
  expect(exported.categories).toEqual(plan.categories);
  expect(exported.zones[0].rows).toEqual(plan.zones[0]?.rows);

  const prices = { priceTiers: { 'Front-row': 9_000, Rear: 3_000 }, tiers: {} };
  const made = await theatre.admin.post(`/musicals/${await newMusical()}/performances`, {
    ...terms,
    ...prices,
    venueId,
  });
  expect(made.status).toBe(201);
  const { performanceId } = made.body;
  const buyer = await theatre.person('buyer');
  expect((await hold(buyer, performanceId, { seats: ['Parkett-1-00', 'Parkett-1-2'] })).body.amount).toBe(
    18_000,
  );
  const polled = await eventually(
    () =>
      fetch(`${theatre.urls.api}/performances/${performanceId}/availability`, {
        headers: { 'accept-encoding': 'gzip' },
      }),
    ({ status }) => status === 200,
  );
  expect(polled.headers.get('content-encoding')).toBe('gzip');
  const etag = polled.headers.get('etag') ?? '';
  const again = await fetch(polled.url, { headers: { 'if-none-match': etag } });
  expect([200, 304]).toContain(again.status);
  const text = await polled.text();
  expect(text.length).toBeLessThan(25_000);
});
