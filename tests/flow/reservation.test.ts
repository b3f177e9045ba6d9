import {
  call,
  eventually,
  key,
  newPerformance,
  openTheatre,
  pay,
  reserve,
  seatMap,
  type Theatre,
  untilStatus,
} from '../marquee';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

test('from the seat map to the mail, to the refund, to the next buyer of the same seats', async () => {
  const performanceId = await newPerformance(theatre);
  const mina = await theatre.person('mina-flow', { locale: 'en' });
  const seats = ['A-1-5', 'A-1-6'];
  expect(await seatMap(theatre, performanceId)).toMatchObject({ 'A-1-5': 'available', 'F-1': 'available' });

  const hold = await mina.post(`/performances/${performanceId}/holds`, { seats });
  expect(hold).toMatchObject({ status: 201, body: { seats, amount: 200_000, currency: 'KRW' } });
  await eventually(
    () => seatMap(theatre, performanceId),
    (map) => map['A-1-5'] === 'held' && map['A-1-6'] === 'held',
  );

  const held = await reserve(mina, { performanceId, holdId: hold.body.holdId });
  expect(held).toMatchObject({ status: 201, body: { status: 'held', seats, amount: 200_000 } });
  const { reservationId } = held.body;

  const paid = await pay(theatre, mina, held.body);
  expect(paid.status).toBe(200);
  expect(['paid', 'completed']).toContain(paid.body.status);
  await untilStatus(mina, reservationId, 'completed');
  await eventually(
    () => seatMap(theatre, performanceId),
    (map) => map['A-1-5'] === 'sold',
  );

  const [mail] = await eventually(
    async () => (await theatre.mails()).filter(({ to }) => to[0]?.address === 'mina-flow@example.com'),
    (mails) => mails.length === 1,
  );
  expect(mail?.subject).toContain('등불지기의 노래');
  expect(mail?.text).toContain('A-1-5, A-1-6');
  expect(mail?.headers['message-id']).toContain(reservationId);
  const told = await mina.get('/notifications');
  expect(told.body.items).toMatchObject([{ noticeId: `${reservationId}:completed`, kind: 'completed' }]);
  await eventually(
    () => mina.get('/mypage'),
    ({ body }) => body.summary.completedCount === 1 && body.summary.spent.KRW === 200_000,
  );

  await eventually(
    () => theatre.admin.get(`/admin/reservations/${reservationId}/timeline`),
    ({ body }) => body.items.at(-1).type === 'TicketsIssued',
  );
  const quote = await mina.get(`/reservations/${reservationId}/cancellation`);
  expect(quote.body).toEqual({ fee: 0, refund: 200_000, currency: 'KRW', allowed: true });
  expect((await mina.post(`/reservations/${reservationId}/cancellation`)).status).toBe(202);
  await untilStatus(mina, reservationId, 'cancelled');
  const [payment] = (await theatre.payments()).filter(({ orderId }) => orderId === reservationId);
  expect(payment).toMatchObject({ totalAmount: 200_000, balanceAmount: 0 });
  await eventually(
    () => mina.get('/mypage'),
    ({ body }) => body.summary.spent.KRW === 0 && body.reservations[0].status === 'cancelled',
  );

  await eventually(
    () => seatMap(theatre, performanceId),
    (map) => map['A-1-5'] === 'available',
  );
  const jamie = await theatre.person('jamie-flow');
  const next = await reserve(jamie, { performanceId, seats });
  expect(next).toMatchObject({ status: 201, body: { seats } });
  expect((await pay(theatre, jamie, next.body)).status).toBe(200);
  await untilStatus(jamie, next.body.reservationId, 'completed');

  const timeline = await theatre.admin.get(`/admin/reservations/${reservationId}/timeline`);
  expect(timeline.body.items.map(({ type }: { type: string }) => type)).toEqual([
    'ReservationPlaced',
    'SeatsHeld',
    'PaymentStarted',
    'PaymentApproved',
    'SeatsSold',
    'ReservationCompleted',
    'TicketsIssued',
    'CancellationAccepted',
    'TicketsVoided',
    'RefundMade',
    'ReservationCancelled',
    'SeatsReleased',
  ]);
  const sales = await theatre.admin.get(`/admin/performances/${performanceId}/sales`);
  expect(sales.body).toEqual({
    capacity: 15,
    available: 13,
    held: 0,
    sold: 2,
    withheld: 0,
    gross: 400_000,
    refunded: 200_000,
    currency: 'KRW',
  });
});

test('the same seat twice: the second is refused, and told whose seat it is not', async () => {
  const performanceId = await newPerformance(theatre);
  const [first, second] = [await theatre.person('first'), await theatre.person('second')];
  expect((await reserve(first, { performanceId, seats: ['A-1-1'] })).status).toBe(201);
  const refused = await reserve(second, { performanceId, seats: ['A-1-1', 'A-1-2'] });
  expect(refused).toMatchObject({ status: 409, body: { code: 'seat-taken', taken: ['A-1-1'] } });
  await untilStatus(second, refused.body.reservationId, 'rejected');
  expect((await seatMap(theatre, performanceId))['A-1-2']).toBe('available');
});

test('five places: three are sold, the next three are refused, and after a cancellation they can be had', async () => {
  const performanceId = await newPerformance(theatre);
  const [first, second] = [await theatre.person('three'), await theatre.person('three-more')];
  const three = { performanceId, sectionId: 'F', quantity: 3 };
  const sold = await reserve(first, three);
  expect(sold).toMatchObject({ status: 201, body: { amount: 150_000 } });
  expect((await pay(theatre, first, sold.body)).status).toBe(200);
  await untilStatus(first, sold.body.reservationId, 'completed');
  expect(await reserve(second, three)).toMatchObject({ status: 409, body: { code: 'sold-out' } });
  const cancellation = `/reservations/${sold.body.reservationId}/cancellation`;
  const [one, ...others] = sold.body.seats as string[];
  expect(await first.post(cancellation, { seats: [one] })).toMatchObject({ status: 428 });
  expect((await first.get(`${cancellation}?seats=${one}`)).body).toMatchObject({
    allowed: true,
    refund: 50_000,
  });
  const some = key();
  for (const _again of [1, 2]) {
    const answer = await first.post(cancellation, { seats: [one] }, some);
    expect(answer).toMatchObject({ status: 202, body: { status: 'completed' } });
  }
  await eventually(
    () => first.get(`/reservations/${sold.body.reservationId}`),
    ({ body }) => body.seats.length === 2 && body.cancellations[0].status === 'refunded',
  );
  expect((await first.get(`/reservations/${sold.body.reservationId}`)).body).toMatchObject({
    seats: others,
    amount: 100_000,
    cancellations: [{ n: 1, seats: [one], fee: 0, refund: 50_000 }],
  });
  await eventually(
    () => first.get('/mypage'),
    ({ body }) => body.summary.spent.KRW === 100_000,
  );
  await eventually(
    async () => (await seatMap(theatre, performanceId))[one ?? ''],
    (status) => status === 'available',
  );
  expect((await first.post(cancellation)).status).toBe(202);
  await eventually(
    () => reserve(second, three),
    ({ status }) => status === 201,
  );
});

test('a repeated request is the same reservation; the same key for another request is refused', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('impatient');
  const once = key();
  const body = { performanceId, seats: ['A-1-7'] };
  const answers = await Promise.all([1, 2, 3].map(() => reserve(buyer, body, once)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(answers.map((answer) => answer.body.reservationId)).size).toBe(1);
  expect(await reserve(buyer, { performanceId, seats: ['A-1-8'] }, once)).toMatchObject({
    status: 422,
    body: { code: 'idempotency-key-reused' },
  });
});

test('a declined card costs nothing, and another card works while the seats are held', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('two-cards');
  const held = await reserve(buyer, { performanceId, seats: ['A-1-9'] });
  const { reservationId, amount } = held.body;
  const once = key();
  const payWith = (paymentKey: string) =>
    buyer.post(`/reservations/${reservationId}/payment`, { paymentKey, amount }, once);
  const declined = await theatre.card(reservationId, amount, 'decline');
  const refused = { status: 402, body: { code: 'payment-declined' } };
  expect(await payWith(declined)).toMatchObject(refused);
  expect(await payWith(declined)).toMatchObject(refused);
  expect(await payWith(await theatre.card(reservationId, amount))).toMatchObject({
    status: 422,
    body: { code: 'idempotency-key-reused' },
  });
  expect((await buyer.get(`/reservations/${reservationId}`)).body.status).toBe('held');
  expect((await pay(theatre, buyer, held.body)).status).toBe(200);
  await untilStatus(buyer, held.body.reservationId, 'completed');
});

test('health is told with its parts, the description of the API is there, and so is its reader', async () => {
  const { body } = await eventually(
    () => theatre.anyone('/health'),
    (answer) => answer.body.status === 'ok',
  );
  const parts = ['database', 'identity', 'mail', 'messaging', 'payment', 'timers'];
  expect(Object.keys(body.checks).sort()).toEqual(parts);
  expect(body.progress).toMatchObject({ unsettledReservations: 0, deadLetters: 0, seatMapDrift: 0 });
  expect((await theatre.anyone('/openapi.json')).body).toMatchObject({ openapi: '3.1.0' });
  expect(await call(`${theatre.urls.web}/docs/`, 'GET', {})).toMatchObject({ status: 200 });
});
