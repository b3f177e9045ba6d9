import { openDatabase } from '../../shared/cosmos/cosmos';
import { cosmosSettings, readSettings } from '../../shared/kernel/config';
import {
  call,
  eventually,
  openTheatre,
  type Person,
  pay,
  reserve,
  seatMap,
  type Theatre,
  untilStatus,
} from '../marquee';
import before from '../samples/before/documents.json';

/**
 * A theatre that the first version sold in goes on with today's. The documents are as that version stored them, letter by
 * letter; only their times are moved, and the keys of payments are those of this test's provider.
 */
const { ids } = before;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The ends of holds on the availability are seconds in base 36, six digits each. */
const laterEnds = (ends: string, bySeconds: number): string =>
  ends.replaceAll(/.{6}/g, (end) => (Number.parseInt(end, 36) + bySeconds).toString(36));

function moved(text: string, byMs: number): string {
  const days = Math.floor(byMs / DAY_MS) * DAY_MS;
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (time) =>
      time.startsWith('1970') ? time : new Date(Date.parse(time) + byMs).toISOString(),
    )
    .replaceAll(/\d{4}-\d\d-\d\d(?!T)/g, (day) => new Date(Date.parse(day) + days).toISOString().slice(0, 10))
    .replaceAll(/(?<="until":")[0-9a-z]+(?=")/g, (ends) => laterEnds(ends, Math.ceil(byMs / 1000)));
}

/** Plays what the customers paid then at this provider: the old key of each payment → the new one. */
async function payAgain(theatre: Theatre): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  const headers = {
    authorization: `Basic ${Buffer.from(`${theatre.settings().PAYMENT_SECRET_KEY}:`).toString('base64')}`,
  };
  for (const { reservationId, sale, ...rest } of before.documents.reservations) {
    const paid = 'payment' in rest ? rest.payment : undefined;
    if (paid === undefined || sale === undefined) continue;
    const order = { orderId: reservationId, amount: sale.amount };
    const paymentKey = await theatre.card(order.orderId, order.amount);
    await call(`${theatre.urls.payment}/v1/payments/confirm`, 'POST', headers, { ...order, paymentKey });
    keys.set(paid.paymentKey, paymentKey);
  }
  return keys;
}

let theatre: Theatre;
let kim: Person;
let lee: Person;
beforeAll(async () => {
  theatre = await openTheatre({ env: { SWEEP_SECONDS: '1' } });
  [kim, lee] = [await theatre.person('kim'), await theatre.person('lee')];
  let text = moved(JSON.stringify(before.documents), Date.now() - Date.parse(before.at));
  for (const [old, paymentKey] of await payAgain(theatre)) text = text.replaceAll(old, paymentKey);
  const database = openDatabase(readSettings(cosmosSettings, theatre.settings()));
  for (const [container, documents] of Object.entries(JSON.parse(text) as Record<string, object[]>)) {
    for (const document of documents) await database.container(container).items.upsert(document);
  }
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const captured = async (reservationId: string) => {
  const payments = await theatre.payments();
  return payments
    .filter(({ orderId }) => orderId === reservationId)
    .reduce((sum, { balanceAmount }) => sum + balanceAmount, 0);
};

test('the seats are whose they were', async () => {
  const seats = await seatMap(theatre, ids.performanceId);
  const taken = Object.entries(seats).filter(([, status]) => status !== 'available');
  expect(Object.fromEntries(taken)).toEqual({
    'A-1-1': 'sold',
    'A-1-2': 'sold',
    'A-1-3': 'held',
    'A-1-8': 'held',
    'F-3': 'sold',
    'F-4': 'sold',
  });
  const refused = await reserve(kim, { performanceId: ids.performanceId, seats: ['A-1-3'] });
  expect(refused).toMatchObject({ status: 409, body: { code: 'seat-taken' } });
});

test('MyPage, notices and sales say what they said', async () => {
  expect((await kim.get('/mypage')).body.summary).toMatchObject({ completedCount: 1 });
  const { reservations } = (await kim.get('/mypage')).body;
  const shown = reservations.filter(({ reservationId }: { reservationId: string }) =>
    [ids.done, ids.gone].includes(reservationId),
  );
  expect(shown.map(({ status }: { status: string }) => status).sort()).toEqual(['cancelled', 'completed']);
  const kinds = (await kim.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['completed', 'completed', 'cancelled']));
  const sales = await theatre.admin.get(`/admin/performances/${ids.performanceId}/sales`);
  expect(sales.body).toMatchObject({ sold: 4, held: 2, gross: 500_000, refunded: 200_000 });
});

test('what was held is paid, what was only on hold is reserved, and what was bought is given back', async () => {
  const held = (await lee.get(`/reservations/${ids.held}`)).body;
  expect(held).toMatchObject({ status: 'held', seats: ['A-1-3'], amount: 100_000 });
  expect((await pay(theatre, lee, held)).status).toBe(200);
  await untilStatus(lee, ids.held, 'completed');

  const reserved = await reserve(lee, { performanceId: ids.performanceId, holdId: ids.hold });
  expect(reserved).toMatchObject({ status: 201, body: { seats: ['A-1-8'], amount: 100_000 } });

  expect((await kim.get(`/reservations/${ids.done}/cancellation`)).body).toMatchObject({
    allowed: true,
    fee: 0,
    refund: 200_000,
  });
  expect((await kim.post(`/reservations/${ids.done}/cancellation`)).status).toBe(202);
  await untilStatus(kim, ids.done, 'cancelled');
  expect([await captured(ids.done), await captured(ids.standing)]).toEqual([0, 100_000]);
  await eventually(
    () => seatMap(theatre, ids.performanceId),
    (seats) => seats['A-1-1'] === 'available' && seats['A-1-2'] === 'available',
  );
});
