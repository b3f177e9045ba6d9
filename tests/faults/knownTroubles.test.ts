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
import { keptFor, noticesOf, paymentOf, SHORT, sandboxPayment } from './breaking';

/** A test for each trouble that the trackers of systems like this one are full of; the title names the trouble. */

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ env: { ...SHORT, HOLD_DURATION_SECONDS: '10' } });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const crowdOf = (name: string, size: number): Promise<Person[]> =>
  Promise.all(Array.from({ length: size }, (_, i) => theatre.person(`${name}-${i}`)));

test.concurrent('two buyers, one seat', async () => {
  const performanceId = await newPerformance(theatre);
  const crowd = await crowdOf('one-seat', 20);
  const answers = await Promise.all(
    crowd.map((buyer) => reserve(buyer, { performanceId, seats: ['A-1-1'] })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ body }) => body.code === 'seat-taken')).toHaveLength(19);
});

test('paid but stuck in a rush', async () => {
  const sections = [{ sectionId: 'F', kind: 'standing', tier: 'FLOOR', capacity: 60 }];
  const performanceId = await newPerformance(theatre, { sections });
  const crowd = await crowdOf('rush', 60);
  const bought = await Promise.all(
    crowd.map(async (buyer) => {
      const held = await reserve(buyer, { performanceId, sectionId: 'F', quantity: 1 });
      expect(held.status).toBe(201);
      expect((await pay(theatre, buyer, held.body)).status).toBe(200);
      return { buyer, reservationId: held.body.reservationId as string };
    }),
  );
  for (const { buyer, reservationId } of bought) await untilStatus(buyer, reservationId, 'completed');
});

test.concurrent('money taken after the hold expired and no seat', async () => {
  const performanceId = await newPerformance(theatre);
  const [slow, quick] = [await theatre.person('slow-money'), await theatre.person('quick-money')];
  const held = (await reserve(slow, { performanceId, seats: ['A-1-1'] })).body;
  const order = {
    orderId: held.reservationId,
    amount: held.amount,
    card: 'approve-late',
    captureAfterMs: 15_000,
  };
  const paymentKey = await sandboxPayment(theatre, order);
  const paid = await slow.post(
    `/reservations/${held.reservationId}/payment`,
    { paymentKey, amount: held.amount },
    key(),
  );
  expect(paid.status).toBe(202);
  await eventually(
    () => quick.post(`/performances/${performanceId}/holds`, { seats: ['A-1-1'] }),
    ({ status }) => status === 201,
  );
  await eventually(
    () => paymentOf(theatre, held.reservationId),
    ([payment]) => payment?.status === 'CANCELED' && payment.balanceAmount === 0,
  );
  expect((await slow.get(`/reservations/${held.reservationId}`)).body.status).not.toBe('completed');
});

test.concurrent('holds that never come back', async () => {
  const performanceId = await newPerformance(theatre, { maxSeatsPerReservation: 10 });
  const crowd = await crowdOf('gone', 5);
  await Promise.all(
    crowd.map((buyer, i) => buyer.post(`/performances/${performanceId}/holds`, { seats: [`A-1-${i + 1}`] })),
  );
  const held = (map: Readonly<Record<string, string>>) =>
    Object.values(map).filter((status) => status === 'held').length;
  await eventually(
    () => seatMap(theatre, performanceId),
    (map) => held(map) === 5,
  );
  await eventually(
    () => seatMap(theatre, performanceId),
    (map) => held(map) === 0,
  );
  const next = await theatre.person('all-of-them');
  const seats = ['A-1-1', 'A-1-2', 'A-1-3', 'A-1-4', 'A-1-5'];
  expect((await reserve(next, { performanceId, seats })).status).toBe(201);
});

test.concurrent('a retried webhook swallowed: the answer of the payment was lost, and is found without one', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('no-webhook');
  const held = (await reserve(buyer, { performanceId, seats: ['A-1-1'] })).body;
  expect((await pay(theatre, buyer, held, 'approve-late')).status).toBe(202);
  await untilStatus(buyer, held.reservationId, 'completed');
  expect(await keptFor(theatre, held.reservationId)).toBe(100_000);
});

test.concurrent('a retry that books twice, and pays twice', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('twice');
  const once = key();
  const body = { performanceId, sectionId: 'A', quantity: 2 };
  const answers = await Promise.all([1, 2, 3].map(() => reserve(buyer, body, once)));
  expect(new Set(answers.map((answer) => answer.body.reservationId)).size).toBe(1);
  const { reservationId, amount } = answers[0]?.body ?? {};
  const paymentKey = await theatre.card(reservationId, amount);
  const paying = key();
  const payments = await Promise.all(
    [1, 2, 3].map(() => buyer.post(`/reservations/${reservationId}/payment`, { paymentKey, amount }, paying)),
  );
  expect(payments.every(({ status }) => status === 200 || status === 202)).toBe(true);
  await untilStatus(buyer, reservationId, 'completed');
  expect(await keptFor(theatre, reservationId)).toBe(200_000);
  const { body: page } = await eventually(
    () => buyer.get('/mypage'),
    (seen) => seen.body.summary.reservationCount > 0,
  );
  expect(page.summary.reservationCount).toBe(1);
});

test.concurrent('best-available that sends everyone to the same seats', async () => {
  const rows = Array.from({ length: 20 }, (_, i) => ({ row: String(i + 1), seats: 20 }));
  const sections = [{ sectionId: 'A', kind: 'seated', tier: 'R', rows }];
  const performanceId = await newPerformance(theatre, { sections });
  const crowd = await crowdOf('best', 80);
  const answers = await Promise.all(
    crowd.map((buyer) =>
      buyer.post(`/performances/${performanceId}/holds`, { sectionId: 'A', quantity: 2 }, key()),
    ),
  );
  expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
  expect(new Set(answers.flatMap(({ body }) => body.seats)).size).toBe(160);
});

test.concurrent('single seats left over between groups', async () => {
  const performanceId = await newPerformance(theatre);
  const crowd = await crowdOf('pairs', 5);
  for (const buyer of crowd) {
    const held = await reserve(buyer, { performanceId, sectionId: 'A', quantity: 2 });
    const [left, right] = held.body.seats.map((seat: string) => Number(seat.split('-')[2]));
    expect(right - left).toBe(1);
    await eventually(
      () => seatMap(theatre, performanceId),
      (map) => map[`A-1-${left}`] === 'held',
    );
  }
});

test.concurrent('times shown in the wrong zone', async () => {
  const day = inDays(30).slice(0, 10);
  const performanceId = await newPerformance(
    theatre,
    { startsAt: `${day}T19:30:00` },
    { venue: { name: 'Broadway', timeZone: 'America/New_York' } },
  );
  const { body: shown } = await theatre.anyone(`/performances/${performanceId}`);
  const offsetHours = (Date.parse(shown.startsAt) - Date.parse(`${day}T19:30:00Z`)) / 3_600_000;
  expect([4, 5]).toContain(offsetHours);
  const buyer = await theatre.person('zone', { locale: 'en' });
  const held = (await reserve(buyer, { performanceId, seats: ['A-1-1'] })).body;
  expect((await pay(theatre, buyer, held)).status).toBe(200);
  const [mail] = await eventually(
    async () => (await theatre.mails()).filter(({ to }) => to[0]?.address === 'zone@example.com'),
    (mails) => mails.length > 0,
  );
  expect(mail?.text).toMatch(/7:30\sPM, Broadway/);
});

test.concurrent('duplicate mails', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('one-mail');
  const held = (await reserve(buyer, { performanceId, seats: ['A-1-1'] })).body;
  expect((await pay(theatre, buyer, held)).status).toBe(200);
  await untilStatus(buyer, held.reservationId, 'completed');
  await Promise.all([1, 2, 3].map(() => buyer.post(`/reservations/${held.reservationId}/cancellation`)));
  await eventually(
    () => noticesOf(buyer),
    (kinds) => kinds.join() === 'cancelled,completed',
  );
  const ids = async () =>
    (await theatre.mails())
      .filter(({ to }) => to[0]?.address === 'one-mail@example.com')
      .map(({ headers }) => headers['message-id']);
  await eventually(ids, (sent) => sent.length === 2);
  expect(new Set(await ids()).size).toBe(2);
});

test.concurrent('provider calls made under a lock: while one payment hangs, others pay and read and cancel', async () => {
  const performanceId = await newPerformance(theatre);
  const [stuck, other] = [await theatre.person('stuck'), await theatre.person('not-stuck')];
  const first = (await reserve(stuck, { performanceId, seats: ['A-1-1'] })).body;
  const second = (await reserve(other, { performanceId, seats: ['A-1-2'] })).body;
  const hanging = pay(theatre, stuck, first, 'hang');
  expect((await pay(theatre, other, second)).status).toBe(200);
  expect((await stuck.get(`/reservations/${first.reservationId}`)).status).toBe(200);
  expect((await stuck.post(`/reservations/${first.reservationId}/cancellation`)).status).toBe(202);
  expect((await hanging).status).toBe(202);
  await untilStatus(other, second.reservationId, 'completed');
  await untilStatus(stuck, first.reservationId, 'cancelled');
});
