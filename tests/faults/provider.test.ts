import {
  call,
  eventually,
  key,
  newPerformance,
  openTheatre,
  type Person,
  pay,
  reserve,
  type Theatre,
  untilStatus,
} from '../marquee';
import { keptFor, MEANT, noticesOf, paymentOf, providerFaults, SHORT, timelineOf } from './breaking';

/** What happens at the payment provider without us, and who says so. */

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ env: { ...SHORT, RECONCILIATION_SECONDS: '5' } });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

type Bought = {
  readonly buyer: Person;
  readonly performanceId: string;
  readonly reservationId: string;
  readonly amount: number;
  readonly paymentKey: string;
};

async function bought(name: string): Promise<Bought> {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person(name);
  const { reservationId, amount } = (await reserve(buyer, { performanceId, seats: ['A-1-1'] })).body;
  expect((await pay(theatre, buyer, { reservationId, amount })).status).toBe(200);
  await untilStatus(buyer, reservationId, 'completed');
  const [payment] = await paymentOf(theatre, reservationId);
  return { buyer, performanceId, reservationId, amount, paymentKey: payment?.paymentKey ?? '' };
}

const atDesk = (paymentKey: string, what: 'refund' | 'capture' | 'webhook', body: object = {}) =>
  call(`${theatre.urls.payment}/v1/sandbox/payments/${paymentKey}/${what}`, 'POST', {}, body);

/** Anybody can call the webhook, with whatever they like. */
const anybodySays = (body: unknown) =>
  call(`${theatre.urls.api}/payment-events`, 'POST', { 'content-type': 'application/json' }, body);

type Difference = {
  readonly reservationId?: string;
  readonly billId?: string;
  readonly ours: object;
  readonly provider: object;
};

/** Of a reservation or of a bill. */
const differencesOf = async (id: string): Promise<Difference[]> =>
  (await theatre.admin.get('/admin/reconciliation?limit=100')).body.items.filter(
    ({ reservationId, billId }: Difference) => (reservationId ?? billId) === id,
  );

/** How often the webhook of a reservation was heard, as its trace has it. */
const heard = async (reservationId: string): Promise<number> => {
  const { body } = await call(`${theatre.urls.traces}/traces?reservationId=${reservationId}`, 'GET', {});
  const spans = (body.traces as { spans: { name: string }[] }[]).flatMap((trace) => trace.spans);
  return countOf(
    spans.map(({ name }) => name),
    'hear PaymentNoticed',
  );
};

const untilHeard = (reservationId: string, times: number) =>
  eventually(
    () => heard(reservationId),
    (seen) => seen >= times,
  );

const countOf = (types: readonly string[], type: string) => types.filter((one) => one === type).length;

test.concurrent('money returned at the desk is shown to staff, counts against what is owed, and is paid once', async () => {
  const { buyer, reservationId, amount, paymentKey } = await bought('desk-refund');
  await atDesk(paymentKey, 'refund', { amount: 30_000 });
  await atDesk(paymentKey, 'webhook', { times: 3 });
  const [difference] = await eventually(
    () => differencesOf(reservationId),
    (found) => found.length === 1,
  );
  expect(difference).toMatchObject({
    ours: { captured: amount, refunded: 0 },
    provider: { captured: amount, refunded: 30_000 },
    note: expect.any(String),
  });
  const types = await timelineOf(theatre, reservationId);
  expect(countOf(types, 'MoneyReturnedOutside')).toBe(1);
  await buyer.post(`/reservations/${reservationId}/cancellation`);
  await untilStatus(buyer, reservationId, 'cancelled');
  expect(await keptFor(theatre, reservationId)).toBe(0);
  await eventually(
    () => differencesOf(reservationId),
    (found) => found.length === 0,
  );
});

test.concurrent('a webhook that comes late, after the cancellation, changes nothing', async () => {
  const { buyer, reservationId, paymentKey } = await bought('late-webhook');
  await buyer.post(`/reservations/${reservationId}/cancellation`);
  await untilStatus(buyer, reservationId, 'cancelled');
  const before = await eventually(
    () => timelineOf(theatre, reservationId),
    (types) => types.includes('SeatsReleased'),
  );
  // It was sent when the money was captured, and says so.
  await atDesk(paymentKey, 'webhook', { delayMs: 1_000, forged: true });
  await untilHeard(reservationId, 1);
  expect(await timelineOf(theatre, reservationId)).toEqual(before);
  expect((await buyer.get(`/reservations/${reservationId}`)).body.status).toBe('cancelled');
  expect(await keptFor(theatre, reservationId)).toBe(0);
});

test.concurrent('a refused card that is captured after all is refunded in full, and does not pay for the seats', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('captured-after-refusal');
  const { reservationId, amount } = (await reserve(buyer, { performanceId, seats: ['A-1-1'] })).body;
  expect((await pay(theatre, buyer, { reservationId, amount }, 'decline')).status).toBe(402);
  const [refused] = await paymentOf(theatre, reservationId);
  await atDesk(refused?.paymentKey ?? '', 'capture');
  await atDesk(refused?.paymentKey ?? '', 'webhook', { times: 2 });
  await untilStatus(buyer, reservationId, 'expired');
  await eventually(
    () => paymentOf(theatre, reservationId),
    ([payment]) => payment?.status === 'CANCELED' && payment.balanceAmount === 0,
  );
  await eventually(
    () => timelineOf(theatre, reservationId),
    (types) => countOf(types, 'MoneyCapturedOutside') === 1 && countOf(types, 'BooksAgreed') === 1,
  );
});

test.concurrent('a webhook that got lost is found by the reconciliation', async () => {
  const { reservationId, paymentKey } = await bought('lost-webhook');
  await atDesk(paymentKey, 'refund', { amount: 10_000 });
  const [difference] = await eventually(
    () => differencesOf(reservationId),
    (found) => found.length === 1,
  );
  expect(difference).toMatchObject({ currency: 'KRW' });
});

/** A member's first bill, and a card of the member's for it. */
async function billed(name: string, card: 'approve' | 'decline') {
  const fee = { monthlyFee: 9_000, currency: 'KRW', benefits: {} };
  const { planId } = (await theatre.admin.post('/plans', { name, ...fee })).body;
  const member = await theatre.person(name);
  expect((await member.post('/memberships', { planId }, key())).status).toBe(201);
  const [{ billId, orderId, amount }] = (await member.get('/bills')).body.items;
  const paymentKey = await theatre.card(orderId, amount, card);
  const { status } = await member.post(`/bills/${billId}/payment`, { paymentKey, amount }, key());
  const bill = async () => (await member.get(`/bills/${billId}`)).body;
  return { member, billId, paymentKey, status, bill };
}

test.concurrent('a bill’s money that is returned at the desk is shown to staff, also when the webhook got lost', async () => {
  for (const sends of [true, false]) {
    const { billId, paymentKey, bill } = await billed(`bill-desk-refund-${sends}`, 'approve');
    await atDesk(paymentKey, 'refund', { amount: 3_000 });
    if (sends) await atDesk(paymentKey, 'webhook', { times: 2 });
    const [difference] = await eventually(
      () => differencesOf(billId),
      (found) => found.length === 1,
    );
    expect(difference).toMatchObject({
      billId,
      ours: { captured: 9_000, refunded: 0 },
      provider: { captured: 9_000, refunded: 3_000 },
    });
    expect((await bill()).status).toBe('paid');
  }
});

test.concurrent('a refused card that is captured for a bill after all is refunded, and the bill is paid under another order', async () => {
  const { member, billId, paymentKey, status, bill } = await billed('bill-captured-late', 'decline');
  expect(status).toBe(402);
  await atDesk(paymentKey, 'capture');
  await atDesk(paymentKey, 'webhook', { times: 2 });
  const { orderId, amount } = await eventually(bill, (shown) => shown.orderId !== billId);
  const [payment] = await paymentOf(theatre, billId);
  expect(payment).toMatchObject({ status: 'CANCELED', balanceAmount: 0 });
  const again = { paymentKey: await theatre.card(orderId, amount), amount };
  expect((await member.post(`/bills/${billId}/payment`, again, key())).body.status).toBe('paid');
  await eventually(
    () => differencesOf(billId),
    (found) => found.length === 0,
  );
});

test.concurrent('a forged webhook changes nothing: of this order, of none, or of no order at all', async () => {
  const { buyer, reservationId, amount, paymentKey } = await bought('forged-webhook');
  const before = (await buyer.get(`/reservations/${reservationId}`)).body;
  await atDesk(paymentKey, 'webhook', { forged: true });
  const data = {
    orderId: reservationId,
    paymentKey,
    status: 'CANCELED',
    totalAmount: amount,
    balanceAmount: 0,
  };
  expect((await anybodySays({ eventType: 'PAYMENT_STATUS_CHANGED', data })).status).toBe(200);
  expect((await anybodySays({ data: { orderId: 'nobodys-order' } })).status).toBe(200);
  for (const garbage of ['{', [], { data: { orderId: '' } }, { data: { orderId: '../admin' } }])
    expect((await anybodySays(garbage)).status).toBe(400);
  await untilHeard(reservationId, 2);
  const { status, version } = (await buyer.get(`/reservations/${reservationId}`)).body;
  expect({ status, version }).toEqual({ status: before.status, version: before.version });
  expect(await differencesOf(reservationId)).toEqual([]);
  expect(await keptFor(theatre, reservationId)).toBe(amount);
  expect((await theatre.admin.get('/admin/dead-letters')).body.items).toEqual([]);
});

test.concurrent('staff cancel beyond the terms: told at once, refunded as they say, and no refund once it is settled otherwise', async () => {
  const [full, none, settled] = await Promise.all(['staff-full', 'staff-none', 'staff-settled'].map(bought));
  const cancel = async (one: Bought | undefined, body: object) => {
    const at = `/admin/reservations/${one?.reservationId}/cancellation`;
    return theatre.admin.post(at, { reason: 'a seat broke', ...body }, key());
  };
  expect((await full?.buyer.post(`/admin/reservations/${full.reservationId}/cancellation`, {}))?.status).toBe(
    403,
  );
  expect((await cancel(full, { refund: 'full' })).status).toBe(202);
  expect((await cancel(none, { refund: 'none' })).status).toBe(202);
  const waits = await cancel(settled, { refund: 'full', settledOtherwise: 'by bank transfer' });
  expect(waits.body.status).toBe('cancelling');
  for (const one of [full, none])
    await untilStatus(one?.buyer as Person, one?.reservationId ?? '', 'cancelled');
  expect(await keptFor(theatre, full?.reservationId ?? '')).toBe(0);
  expect(await keptFor(theatre, none?.reservationId ?? '')).toBe(none?.amount);
  await eventually(
    () => noticesOf(settled?.buyer as Person),
    (kinds) => countOf(kinds, 'cancelled') === 1,
  );
  expect(await keptFor(theatre, settled?.reservationId ?? '')).toBe(settled?.amount);
  expect(
    (await theatre.admin.get(`/admin/reservations/${settled?.reservationId}/timeline`)).body.why,
  ).toContain('by bank transfer');
});

test.concurrent('the list of differences is for staff', async () => {
  const buyer = await theatre.person('curious');
  expect((await buyer.get('/admin/reconciliation')).status).toBe(403);
});

/** These two after the concurrent ones: what they break is broken for everybody. */
test('a performance is cancelled while the provider is away: everybody is told at once, and once', async () => {
  const { buyer, reservationId, performanceId } = await bought('told-at-once');
  await providerFaults(theatre, { down: true });
  await theatre.admin.delete(`/performances/${performanceId}${MEANT}`);
  const told = (kinds: readonly string[]) => countOf(kinds, 'cancelled') === 1;
  await eventually(() => noticesOf(buyer), told);
  expect((await buyer.get(`/reservations/${reservationId}`)).body.status).toBe('cancelling');
  await providerFaults(theatre, { down: false });
  await untilStatus(buyer, reservationId, 'cancelled');
  await eventually(
    () => timelineOf(theatre, reservationId),
    (types) => types.includes('SeatsReleased'),
  );
  expect(told(await noticesOf(buyer))).toBe(true);
});

/** After the others, whose webhooks would be refused as well. */
test('too many webhooks are told to come later, and people still buy', async () => {
  const sent = Array.from({ length: 400 }, (_, i) => anybodySays({ data: { orderId: `order-${i}` } }));
  const answers = await Promise.all(sent);
  const counted = new Set(answers.map(({ status }) => status));
  expect([...counted].sort()).toEqual([200, 429]);
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.body).toMatchObject({ code: 'too-many-requests' });
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  await bought('in-the-flood');
});
