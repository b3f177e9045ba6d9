import { updateDocuments } from '../../local/marquee/start/updateDocuments';
import { openDatabase } from '../../shared/cosmos/cosmos';
import { cosmosSettings, eventGridSettings, readSettings } from '../../shared/kernel/config';
import { eventGridPublisher } from '../../shared/messaging/publish';
import {
  call,
  eventually,
  key,
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
 * A theatre that the first version sold in, lent in and had members in, goes on with today's. The documents are as that version stored them, letter
 * by letter; only their times are moved, and the keys of payments are those of this test's provider.
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
  for (const { paymentKey: old, ...order } of paidThen()) {
    const paymentKey = await theatre.card(order.orderId, order.amount);
    await call(`${theatre.urls.payment}/v1/payments/confirm`, 'POST', headers, { ...order, paymentKey });
    keys.set(old, paymentKey);
  }
  return keys;
}

type Paid = { readonly orderId: string; readonly amount: number; readonly paymentKey: string };

/** What the provider had captured then, for seats and for bills. */
function paidThen(): Paid[] {
  const { reservations, memberships } = before.documents;
  const ofSeats = reservations.flatMap(({ reservationId, sale, ...rest }): Paid[] => {
    const paid = 'payment' in rest ? rest.payment : undefined;
    if (paid === undefined || sale === undefined) return [];
    return [{ orderId: reservationId, amount: sale.amount, paymentKey: paid.paymentKey }];
  });
  const ofBills = memberships.flatMap(({ amount, payment }): Paid[] => {
    if (amount === undefined || payment === undefined) return [];
    return [{ orderId: payment.orderId, amount, paymentKey: payment.paymentKey }];
  });
  return [...ofSeats, ...ofBills];
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

test('one command brings it to today’s form: lines and tickets, and again it changes nothing', async () => {
  const settings = readSettings(cosmosSettings.extend(eventGridSettings.shape), theatre.settings());
  const update = () => updateDocuments(openDatabase(settings), eventGridPublisher(settings), Date.now());
  expect((await update()).sales).toBeGreaterThan(0);
  const tickets = await eventually(
    () => kim.get(`/reservations/${ids.done}/tickets`),
    ({ status }) => status === 200,
  );
  expect(tickets.body.items.map(({ seatId }: { seatId: string }) => seatId).sort()).toEqual([
    'A-1-1',
    'A-1-2',
  ]);
  const { body } = await kim.get(`/reservations/${ids.done}`);
  expect(body.lines).toEqual(
    ['A-1-1', 'A-1-2'].map((seatId) => ({ seatId, tier: 'R', priceTypeId: 'standard', price: 100_000 })),
  );
  await eventually(update, ({ tickets: asked }) => asked === 0);
  expect(await update()).toEqual({ events: 0, places: 0, sales: 0, tickets: 0 });
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

test('what was lent is out until it is back, and what was only asked for is decided', async () => {
  const itemAt = `/items/${ids.item}`;
  const available = async () => (await theatre.anyone(itemAt)).body.available;
  await eventually(
    () => lee.get(`/loans/${ids.asked}`),
    ({ body }) => body.status === 'lent',
  );
  expect(await available()).toBe(0);
  expect((await kim.get('/loans')).body.items).toMatchObject([
    { loanId: ids.lent, status: 'lent', quantity: 3, overdue: false },
  ]);
  expect((await lee.get('/loans')).body.items.map(({ status }: { status: string }) => status)).toEqual([
    'lent',
    'returned',
    'cancelled',
  ]);
  expect((await kim.post(`/loans/${ids.lent}/return`)).status).toBe(200);
  await eventually(available, (left) => left === 3);
});

test('who was a member is one, pays what is overdue, and takes back what was paid', async () => {
  expect((await kim.get('/memberships')).body.items).toMatchObject([
    { membershipId: ids.membership, status: 'active', benefits: { presale: true } },
  ]);
  const { orderId, amount, ...bill } = (await kim.get(`/bills/${ids.overdueBill}`)).body;
  expect({ orderId, amount, status: bill.status }).toEqual({
    orderId: ids.overdueBill,
    amount: 9_000,
    status: 'overdue',
  });
  const paymentKey = await theatre.card(orderId, amount);
  const paid = await kim.post(`/bills/${ids.overdueBill}/payment`, { paymentKey, amount }, key());
  expect(paid.body).toMatchObject({ status: 'paid' });
  await eventually(
    () => kim.get('/mypage'),
    ({ body }) => body.bills.paidCount === 1 && body.bills.overdueCount === 0,
  );

  const paidAt = `/bills/${ids.paidBill}`;
  expect((await lee.get(paidAt)).body).toMatchObject({
    status: 'paid',
    payment: { orderId: `${ids.paidBill}-2` },
    paidBack: [{ orderId: ids.paidBill, refund: 9_000 }],
  });
  expect((await lee.post(`${paidAt}/payment/cancellation`)).status).toBe(202);
  await eventually(
    () => lee.get(paidAt),
    ({ body }) => body.orderId === `${ids.paidBill}-3`,
  );
});
