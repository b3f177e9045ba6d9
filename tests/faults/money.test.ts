import {
  eventually,
  inDays,
  key,
  newPerformance,
  openTheatre,
  type Person,
  pay,
  reserve,
  seatMap,
  type Theatre,
  untilStatus,
} from '../marquee';
import {
  keptFor,
  noticesOf,
  paymentOf,
  providerFaults,
  SHORT,
  salesOf,
  sandboxPayment,
  timelineOf,
} from './breaking';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ env: SHORT });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

type Held = { readonly reservationId: string; readonly amount: number };

const heldBy = async (buyer: Person, performanceId: string, seats: readonly string[]): Promise<Held> => {
  const held = await reserve(buyer, { performanceId, seats });
  expect(held.status).toBe(201);
  return held.body;
};

const payWith = (buyer: Person, { reservationId, amount }: Held, paymentKey: string) =>
  buyer.post(`/reservations/${reservationId}/payment`, { paymentKey, amount }, key());

const payLate = async (buyer: Person, held: Held, captureAfterMs: number) => {
  const order = { orderId: held.reservationId, amount: held.amount, card: 'approve-late', captureAfterMs };
  return payWith(buyer, held, await sandboxPayment(theatre, order));
};

const countOf = (types: readonly string[], type: string) => types.filter((t) => t === type).length;

test.concurrent('a card that never answers: 202 paying, then expired and nothing captured', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('hang');
  const held = await heldBy(buyer, performanceId, ['A-1-1']);
  const order = { orderId: held.reservationId, amount: held.amount, card: 'hang' };
  const paymentKey = await sandboxPayment(theatre, order);
  expect(await payWith(buyer, held, paymentKey)).toMatchObject({ status: 202, body: { status: 'paying' } });
  expect(await payWith(buyer, held, paymentKey)).toMatchObject({ status: 202 });
  const second = await payWith(buyer, held, await theatre.card(held.reservationId, held.amount));
  expect(second).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  await untilStatus(buyer, held.reservationId, 'expired');
  expect((await paymentOf(theatre, held.reservationId)).map(({ status }) => status)).not.toContain('DONE');
  await eventually(
    () => noticesOf(buyer),
    (kinds) => kinds.join() === 'expired',
  );
  await eventually(
    () => seatMap(theatre, performanceId),
    (map) => map['A-1-1'] === 'available',
  );
});

test.concurrent('an answer that comes too late is found, and the reservation completed', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('late-answer');
  const held = await heldBy(buyer, performanceId, ['A-1-1', 'A-1-2']);
  expect((await payLate(buyer, held, 0)).status).toBe(202);
  await untilStatus(buyer, held.reservationId, 'completed');
  expect(await keptFor(theatre, held.reservationId)).toBe(200_000);
  await eventually(
    () => noticesOf(buyer),
    (kinds) => kinds.join() === 'completed',
  );
});

test.concurrent('approved after the time to pay, and nobody has taken the seats: they are the customer’s', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('late-but-free');
  const held = await heldBy(buyer, performanceId, ['A-1-1']);
  expect((await payLate(buyer, held, 4_300)).status).toBe(202);
  await untilStatus(buyer, held.reservationId, 'completed');
  expect(await keptFor(theatre, held.reservationId)).toBe(100_000);
});

test.concurrent('a capture that shows up after the payment was given up is refunded in full, once', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('very-late');
  const held = await heldBy(buyer, performanceId, ['A-1-1']);
  expect((await payLate(buyer, held, 12_000)).status).toBe(202);
  await untilStatus(buyer, held.reservationId, 'expired');
  await eventually(
    () => timelineOf(theatre, held.reservationId),
    (types) => countOf(types, 'LateCaptureRefunded') === 1,
  );
  expect(await paymentOf(theatre, held.reservationId)).toMatchObject([
    { status: 'CANCELED', balanceAmount: 0 },
  ]);
  expect((await buyer.get('/mypage')).body.summary).toMatchObject({ completedCount: 0, spent: {} });
});

test.concurrent('paid in another currency than the price: not paid, refunded in full, and the seats are free', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('other-currency');
  const held = await heldBy(buyer, performanceId, ['A-1-1']);
  const { reservationId, amount } = held;
  const yen = await sandboxPayment(theatre, { orderId: reservationId, amount, currency: 'JPY' });
  expect(await payWith(buyer, held, yen)).toMatchObject({
    status: 409,
    body: { code: 'wrong-state', detail: expect.stringContaining('pay in KRW') },
  });
  await untilStatus(buyer, reservationId, 'cancelled');
  expect(await paymentOf(theatre, reservationId)).toMatchObject([{ status: 'CANCELED', balanceAmount: 0 }]);
  await eventually(
    () => seatMap(theatre, performanceId),
    (map) => map['A-1-1'] === 'available',
  );
});

test.concurrent('cancelled while held: free at once, nothing to refund', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('cancel-held');
  const held = await heldBy(buyer, performanceId, ['A-1-1']);
  const cancelled = await buyer.post(`/reservations/${held.reservationId}/cancellation`);
  expect(cancelled).toMatchObject({ status: 202, body: { status: 'cancelled' } });
  await eventually(
    () => seatMap(theatre, performanceId),
    (map) => map['A-1-1'] === 'available',
  );
  await eventually(
    () => noticesOf(buyer),
    (kinds) => kinds.join() === 'cancelled',
  );
  expect(await paymentOf(theatre, held.reservationId)).toEqual([]);
});

test.concurrent('cancelled while paying: noted, and done when the payment is known', async () => {
  const performanceId = await newPerformance(theatre);
  const [captured, hung] = [await theatre.person('cancel-captured'), await theatre.person('cancel-hung')];
  const first = await heldBy(captured, performanceId, ['A-1-1']);
  const second = await heldBy(hung, performanceId, ['A-1-2']);
  expect((await payLate(captured, first, 0)).status).toBe(202);
  const order = { orderId: second.reservationId, amount: second.amount, card: 'hang' };
  expect((await payWith(hung, second, await sandboxPayment(theatre, order))).status).toBe(202);
  for (const [buyer, { reservationId }] of [
    [captured, first],
    [hung, second],
  ] as const) {
    const noted = await buyer.post(`/reservations/${reservationId}/cancellation`);
    expect(noted).toMatchObject({
      status: 202,
      body: { status: expect.stringMatching(/^(paying|cancell)/) },
    });
  }
  await untilStatus(captured, first.reservationId, 'cancelled');
  await untilStatus(hung, second.reservationId, 'cancelled');
  expect(await keptFor(theatre, first.reservationId)).toBe(0);
  expect(await keptFor(theatre, second.reservationId)).toBe(0);
  await eventually(
    () => noticesOf(captured),
    (kinds) => kinds.join() === 'cancelled',
  );
  await eventually(
    () => noticesOf(hung),
    (kinds) => kinds.join() === 'cancelled',
  );
});

test.concurrent('what is quoted for a cancellation is what it costs, and what the house keeps', async () => {
  const performanceId = await newPerformance(theatre, { startsAt: inDays(5) });
  const buyer = await theatre.person('with-fee');
  const held = await heldBy(buyer, performanceId, ['A-1-1', 'A-1-2']);
  expect((await pay(theatre, buyer, held)).status).toBe(200);
  const quoted = await buyer.get(`/reservations/${held.reservationId}/cancellation`);
  expect(quoted.body).toEqual({ fee: 40_000, refund: 160_000, currency: 'KRW', allowed: true });
  // At once, so that it may still be paid and not yet completed.
  await buyer.post(`/reservations/${held.reservationId}/cancellation`);
  await untilStatus(buyer, held.reservationId, 'cancelled');
  expect(await keptFor(theatre, held.reservationId)).toBe(40_000);
  await eventually(
    () => buyer.get('/mypage'),
    ({ body }) => body.summary.spent.KRW === 40_000,
  );
  await eventually(
    () => salesOf(theatre, performanceId),
    ({ gross, refunded, sold }) => gross === 200_000 && refunded === 160_000 && sold === 0,
  );
});

test.concurrent('on the day it is no longer possible', async () => {
  // A zone in which an hour from now is still today.
  const hourIn = (timeZone: string) =>
    Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit' }).format(Date.now()));
  const timeZone = hourIn('Asia/Seoul') < 22 ? 'Asia/Seoul' : 'America/New_York';
  const venue = { name: 'Marquee', timeZone };
  const performanceId = await newPerformance(theatre, { startsAt: inDays(1 / 24) }, { venue });
  const buyer = await theatre.person('today');
  const held = await heldBy(buyer, performanceId, ['A-1-1']);
  expect((await pay(theatre, buyer, held)).status).toBe(200);
  await untilStatus(buyer, held.reservationId, 'completed');
  const quoted = await buyer.get(`/reservations/${held.reservationId}/cancellation`);
  expect(quoted.body).toMatchObject({ allowed: false, fee: 0, refund: 0 });
  expect(await buyer.post(`/reservations/${held.reservationId}/cancellation`)).toMatchObject({
    status: 409,
    body: { code: 'cancellation-closed' },
  });
  expect(await keptFor(theatre, held.reservationId)).toBe(100_000);
});

/** These two after the concurrent ones: what they break is broken for everybody. */
test('refunds refused again and again: tried until it is made, once', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('refused-refund');
  const held = await heldBy(buyer, performanceId, ['A-1-1']);
  expect((await pay(theatre, buyer, held)).status).toBe(200);
  await untilStatus(buyer, held.reservationId, 'completed');
  await providerFaults(theatre, { refuseCancels: 2 });
  const cancelled = await buyer.post(`/reservations/${held.reservationId}/cancellation`);
  expect(cancelled).toMatchObject({ status: 202, body: { status: 'cancelling' } });
  expect((await theatre.admin.get('/admin/reservations?status=cancelling')).body.items).toMatchObject([
    { reservationId: held.reservationId },
  ]);
  await untilStatus(buyer, held.reservationId, 'cancelled');
  expect(await paymentOf(theatre, held.reservationId)).toMatchObject([
    { totalAmount: 100_000, balanceAmount: 0 },
  ]);
  expect(countOf(await timelineOf(theatre, held.reservationId), 'RefundMade')).toBe(1);
  await eventually(
    () => noticesOf(buyer),
    (kinds) => kinds.join() === 'cancelled,completed',
  );
});

test('paid, but the seats were taken over in the meantime: refunded in full, and told', async () => {
  const performanceId = await newPerformance(theatre);
  const [slow, quick] = [await theatre.person('paid-too-late'), await theatre.person('took-over')];
  const held = await heldBy(slow, performanceId, ['A-1-1']);
  const paid = payLate(slow, held, 0);
  await eventually(
    () => paymentOf(theatre, held.reservationId),
    ([payment]) => payment?.status === 'DONE',
  );
  await providerFaults(theatre, { down: true });
  expect((await paid).status).toBe(202);
  const taken = await eventually(
    () => quick.post(`/performances/${performanceId}/holds`, { seats: ['A-1-1'] }),
    ({ status }) => status === 201,
  );
  await providerFaults(theatre, { down: false });
  await untilStatus(slow, held.reservationId, 'cancelled');
  expect(await paymentOf(theatre, held.reservationId)).toMatchObject([
    { totalAmount: 100_000, balanceAmount: 0 },
  ]);
  await eventually(
    () => noticesOf(slow),
    (kinds) => kinds.join() === 'cancelled',
  );
  const { body } = await slow.get('/notifications');
  expect(body.items[0].body).toContain('좌석이 다른 고객에게 판매되었습니다');
  expect(taken.body.seats).toEqual(['A-1-1']);
  await eventually(
    () => salesOf(theatre, performanceId),
    ({ gross, refunded }) => gross === 100_000 && refunded === 100_000,
  );
});
