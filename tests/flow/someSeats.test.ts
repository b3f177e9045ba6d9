import {
  eventually,
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

/** Some of the seats of a reservation are cancelled, over the real local system. */
let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ env: { SWEEP_SECONDS: '1' } });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

async function buy(buyer: Person, body: object): Promise<string> {
  const held = await reserve(buyer, body);
  await pay(theatre, buyer, held.body);
  await untilStatus(buyer, held.body.reservationId, 'completed');
  await ticketsOf(buyer, held.body.reservationId);
  return held.body.reservationId;
}

type Ticket = { readonly seatId: string; readonly code: string; readonly status: string };

const ticketsOf = async (buyer: Person, reservationId: string): Promise<readonly Ticket[]> =>
  (
    await eventually(
      () => buyer.get(`/reservations/${reservationId}/tickets`),
      ({ status }) => status === 200,
    )
  ).body.items;

const cancel = (buyer: Person, reservationId: string, seats?: readonly string[]) =>
  buyer.post(
    `/reservations/${reservationId}/cancellation`,
    seats === undefined ? undefined : { seats },
    key(),
  );

type Shown = { readonly n: number; readonly seats: readonly string[]; readonly status: string };

/** As it is shown when each of its cancellations is known. */
const whenDone = async (buyer: Person, reservationId: string, count: number) =>
  (
    await eventually(
      () => buyer.get(`/reservations/${reservationId}`),
      ({ body }) =>
        body.cancellations.length === count &&
        body.cancellations.every(({ status }: Shown) => status !== 'accepted'),
    )
  ).body;

const refundedOf = async (reservationId: string): Promise<number> => {
  const payment = (await theatre.payments()).find(({ orderId }) => orderId === reservationId);
  return (payment?.totalAmount ?? 0) - (payment?.balanceAmount ?? 0);
};

const kindsOf = async (buyer: Person): Promise<readonly string[]> =>
  (await buyer.get('/notifications')).body.items.map(({ noticeId }: { noticeId: string }) =>
    noticeId.slice(noticeId.indexOf(':') + 1),
  );

test('one seat after the other, then all that is left: each goes back to sale, and all of the money', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('some-one-by-one');
  const reservationId = await buy(buyer, { performanceId, seats: ['A-1-1', 'A-1-2', 'A-1-3'] });

  expect((await cancel(buyer, reservationId, ['A-1-1'])).status).toBe(202);
  expect((await cancel(buyer, reservationId, ['A-1-2'])).status).toBe(202);
  expect(await whenDone(buyer, reservationId, 2)).toMatchObject({
    status: 'completed',
    seats: ['A-1-3'],
    amount: 100_000,
    cancellation: { fee: 0, refund: 200_000 },
    cancellations: [
      { n: 1, seats: ['A-1-1'], refund: 100_000, status: 'refunded' },
      { n: 2, seats: ['A-1-2'], refund: 100_000, status: 'refunded' },
    ],
  });
  expect(await refundedOf(reservationId)).toBe(200_000);
  await eventually(
    () => seatMap(theatre, performanceId),
    (map) => map['A-1-1'] === 'available' && map['A-1-2'] === 'available' && map['A-1-3'] === 'sold',
  );
  expect((await cancel(buyer, reservationId, ['A-1-1'])).body.code).toBe('wrong-state');
  const tickets = await ticketsOf(buyer, reservationId);
  expect(tickets.map(({ status }) => status)).toEqual(['void', 'void', 'valid']);

  expect((await cancel(buyer, reservationId)).status).toBe(202);
  expect(await whenDone(buyer, reservationId, 3)).toMatchObject({
    status: 'cancelled',
    cancellations: [{}, {}, { n: 3, seats: ['A-1-3'], refund: 100_000, status: 'refunded' }],
  });
  expect(await refundedOf(reservationId)).toBe(300_000);
  await eventually(
    () => theatre.admin.get(`/admin/performances/${performanceId}/sales`),
    ({ body }) => body.sold === 0 && body.gross === 300_000 && body.refunded === 300_000,
  );
  await eventually(
    () => kindsOf(buyer),
    (kinds) => ['reduced:1', 'reduced:2', 'cancelled'].every((kind) => kinds.includes(kind)),
  );
});

test('while the door lets people in, each seat is either in or refunded, and nobody is both', async () => {
  const seats = Array.from({ length: 8 }, (_, i) => `A-1-${i + 1}`);
  const performanceId = await newPerformance(theatre, { maxSeatsPerReservation: 10 });
  const buyer = await theatre.person('some-at-the-door');
  const door = await theatre.person('some-door', { roles: ['door'] });
  const reservationId = await buy(buyer, { performanceId, seats });
  const tickets = await ticketsOf(buyer, reservationId);
  /** All of them are in one document, so a scanner may have to ask again. */
  const scan = async (scanId: string, code: string): Promise<string> =>
    (
      await eventually(
        () => door.post(`/admin/performances/${performanceId}/admissions`, { scans: [{ scanId, code }] }),
        ({ status }) => status === 200,
      )
    ).body.items[0].verdict;

  const verdicts = await Promise.all(
    tickets.slice(1).map(async ({ seatId, code }, i) => {
      const [verdict] = await Promise.all([
        scan(`some-scan-${i}`, code),
        cancel(buyer, reservationId, [seatId]),
      ]);
      return { seatId, verdict };
    }),
  );
  const { cancellations, status } = await whenDone(buyer, reservationId, 7);
  expect(status).toBe('completed');
  for (const { seatId, verdict } of verdicts) {
    const one = cancellations.find((shown: Shown) => shown.seats.includes(seatId));
    expect([seatId, one.status]).toEqual([seatId, verdict === 'admitted' ? 'put-back' : 'refunded']);
  }
  const refunds = verdicts.filter(({ verdict }) => verdict !== 'admitted').length;
  expect(await refundedOf(reservationId)).toBe(100_000 * refunds);

  // The one that is left comes in, and then it is too late for its refund.
  const [first] = tickets;
  expect(await scan('some-scan-first', first?.code ?? '')).toBe('admitted');
  expect((await cancel(buyer, reservationId, [first?.seatId ?? ''])).body).toMatchObject({
    status: 409,
    code: 'ticket-admitted',
  });
  await eventually(
    () => kindsOf(buyer),
    (kinds) => kinds.includes('put-back:8'),
  );
});

test('staff give back one seat beyond the terms, and the rest stays', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('some-by-staff');
  const reservationId = await buy(buyer, { performanceId, seats: ['A-1-5', 'A-1-6'] });
  const body = { reason: 'A seat broke.', refund: 'none', seats: ['A-1-5'] };
  const again = key();
  for (const _twice of [1, 2])
    expect(
      (await theatre.admin.post(`/admin/reservations/${reservationId}/cancellation`, body, again)).status,
    ).toBe(202);
  expect(await whenDone(buyer, reservationId, 1)).toMatchObject({
    status: 'completed',
    seats: ['A-1-6'],
    cancellations: [{ n: 1, seats: ['A-1-5'], reason: 'theatre', fee: 100_000, refund: 0 }],
  });
});

const DAY_SECONDS = 24 * 60 * 60;

test('a family of four of two price types cancels one seat eight days before: a tenth of it and its booking fee are kept', async () => {
  const youth = { priceTypeId: 'youth', name: { ko: '청소년', en: 'Youth' }, percentOff: 50 };
  const performanceId = await newPerformance(theatre, { priceTypes: [youth], bookingFeePerSeat: 2_000 });
  const seats = ['A-1-1', 'A-1-2', 'A-1-3', 'A-1-4'];
  const priceTypes = { 'A-1-3': 'youth', 'A-1-4': 'youth' };
  const reservationId = await buy(await theatre.person('family'), { performanceId, seats, priceTypes });

  await theatre.system().stop();
  await theatre.restart({ MARQUEE_CLOCK_OFFSET_SECONDS: String(22 * DAY_SECONDS) });
  // Their token has run out meanwhile.
  const family = await theatre.person('family');
  const quote = await family.get(`/reservations/${reservationId}/cancellation?seats=A-1-4`);
  expect(quote.body).toEqual({ allowed: true, fee: 7_000, refund: 45_000, currency: 'KRW' });
  expect((await cancel(family, reservationId, ['A-1-4'])).status).toBe(202);
  expect(await whenDone(family, reservationId, 1)).toMatchObject({
    status: 'completed',
    seats: ['A-1-1', 'A-1-2', 'A-1-3'],
    lines: [{ price: 100_000 }, { price: 100_000 }, { priceTypeId: 'youth', price: 50_000 }],
    bookingFee: 6_000,
    amount: 256_000,
    payment: { amount: 308_000 },
    cancellations: [{ n: 1, seats: ['A-1-4'], fee: 7_000, refund: 45_000, status: 'refunded' }],
  });
  expect(await refundedOf(reservationId)).toBe(45_000);
  await eventually(
    () => family.get('/mypage'),
    ({ body }) => body.summary.spent.KRW === 263_000,
  );
  const [mail] = await eventually(
    async () =>
      (await theatre.mails()).filter(
        ({ to, text }) => to[0]?.address === 'family@example.com' && text.includes('45,000'),
      ),
    (mails) => mails.length === 1,
  );
  expect(mail?.text).toContain('A-1-1, A-1-2, A-1-3');
}, 200_000);
