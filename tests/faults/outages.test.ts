import {
  type Answer,
  eventually,
  key,
  newPerformance,
  openTheatre,
  pay,
  reserve,
  statusOf,
  type Theatre,
  untilStatus,
} from '../marquee';
import { deadLetters, noticesOf, providerFaults, type Way, without } from './breaking';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ env: { PAYMENT_TIMEOUT_MS: '3000', SWEEP_SECONDS: '1' } });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const isAway = ({ status, headers, body }: Answer) =>
  status === 503 && headers.get('retry-after') !== null && body.code === 'unavailable';

const health = () => theatre.anyone('/health');

test('the payment provider down: 503 with Retry-After after a while, no hold lost, and payments work again by themselves', async () => {
  const sections = [{ sectionId: 'F', kind: 'standing', tier: 'FLOOR', capacity: 100 }];
  const performanceId = await newPerformance(theatre, { sections });
  let buyers = 0;
  const oneMore = async () => {
    const buyer = await theatre.person(`breaker-${buyers++}`);
    const { body } = await reserve(buyer, { performanceId, sectionId: 'F', quantity: 1 });
    return { buyer, reservation: body };
  };
  const patient = await oneMore();
  const waiting: (typeof patient)[] = [];
  const paymentKey = await theatre.card(patient.reservation.reservationId, 50_000);
  const payPatiently = () =>
    patient.buyer.post(
      `/reservations/${patient.reservation.reservationId}/payment`,
      { paymentKey, amount: 50_000 },
      key(),
    );
  try {
    await providerFaults(theatre, { down: true });
    const refused = await eventually(async () => {
      const next = await oneMore();
      const answer = await pay(theatre, next.buyer, next.reservation);
      if (answer.status === 202) waiting.push(next);
      return answer;
    }, isAway);
    expect(refused.body.detail).toContain('Your seats stay held');
    expect(isAway(await payPatiently())).toBe(true);
    expect(await statusOf(patient.buyer, patient.reservation.reservationId)()).toBe('held');
  } finally {
    await providerFaults(theatre, { down: false });
  }
  await eventually(payPatiently, ({ status }) => status === 200);
  for (const { buyer, reservation } of [patient, ...waiting])
    await untilStatus(buyer, reservation.reservationId, 'completed');
});

test('the mail server away: the mail comes later, and only the mail', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('no-mail');
  const buy = async (seat: string) => {
    const held = await reserve(buyer, { performanceId, seats: [seat] });
    expect((await pay(theatre, buyer, held.body)).status).toBe(200);
    await untilStatus(buyer, held.body.reservationId, 'completed');
  };
  await without(theatre, 'mail', 'hangs', () => buy('A-1-1'));
  await without(theatre, 'mail', 'is gone', () => buy('A-1-2'));
  await eventually(
    () => noticesOf(buyer),
    (kinds) => kinds.join() === 'completed,completed',
  );
  const mails = await eventually(
    async () =>
      (await theatre.mails().catch(() => [])).filter(({ to }) => to[0]?.address === 'no-mail@example.com'),
    (found) => new Set(found.map((mail) => mail.headers['message-id'])).size === 2,
    90_000,
  );
  expect(mails.every(({ subject }) => subject.includes('등불지기의 노래'))).toBe(true);
}, 150_000);

const WAYS: readonly Way[] = ['hangs', 'is gone'];

test.each(WAYS)(
  'Cosmos DB %s: 503 that names it, and all goes on by itself',
  async (how) => {
    const performanceId = await newPerformance(theatre);
    const buyer = await theatre.person(`no-cosmos-${how.length}`);
    const held = (await reserve(buyer, { performanceId, seats: ['A-1-1'] })).body;
    const underWay = (await reserve(buyer, { performanceId, seats: ['A-1-2'] }, { prefer: '' })).body;
    expect((await pay(theatre, buyer, held)).status).toBe(200);
    const body = { performanceId, seats: ['A-1-3'] };
    const once = key();
    await without(theatre, 'cosmos', how, async () => {
      const seen = await eventually(health, ({ status }) => status === 503);
      expect(seen.body).toMatchObject({ status: 'down', checks: { database: { status: 'down' } } });
      expect(seen.body.checks.messaging).toEqual({ status: 'ok' });
      expect(seen.headers.get('retry-after')).toBe('5');
      const answers = await Promise.all([
        buyer.get(`/reservations/${held.reservationId}`),
        buyer.post('/reservations', body, once),
        buyer.post(`/performances/${performanceId}/holds`, { seats: ['A-1-4'] }),
        theatre.anyone(`/performances/${performanceId}`),
      ]);
      expect(answers.filter((answer) => !isAway(answer))).toEqual([]);
    });
    await eventually(health, ({ status }) => status === 200);
    await eventually(
      () => buyer.post('/reservations', body, once),
      ({ status }) => status === 202,
    );
    await untilStatus(buyer, held.reservationId, 'completed');
    await untilStatus(buyer, underWay.reservationId, 'held');
    await eventually(
      () => noticesOf(buyer),
      (kinds) => kinds.join() === 'completed',
    );
    expect(await deadLetters(theatre)).toEqual([]);
  },
  120_000,
);

test.each(WAYS)(
  'the bus %s: health names it, reservations are taken and settle later',
  async (how) => {
    const performanceId = await newPerformance(theatre);
    const buyer = await theatre.person(`no-bus-${how.length}`);
    const before = (await reserve(buyer, { performanceId, seats: ['A-1-9'] })).body;
    const placed = await without(theatre, 'servicebus', how, async () => {
      const seen = await eventually(health, ({ body }) => body.checks.messaging.status !== 'ok');
      expect(seen).toMatchObject({ status: 200, body: { status: 'degraded' } });
      expect(seen.body.checks.database).toEqual({ status: 'ok' });
      expect((await theatre.anyone(`/performances/${performanceId}/seats`)).status).toBe(200);
      expect((await pay(theatre, buyer, before)).status).toBe(200);
      expect(isAway(await theatre.admin.get('/admin/dead-letters'))).toBe(true);
      return reserve(buyer, { performanceId, seats: ['A-1-1'] }, { prefer: 'wait=1' });
    });
    expect(placed).toMatchObject({ status: 202, body: { status: 'placed' } });
    await eventually(health, ({ body }) => body.checks.messaging.status === 'ok');
    const { reservationId } = placed.body;
    await untilStatus(buyer, before.reservationId, 'completed');
    await untilStatus(buyer, reservationId, 'held');
    const { body: held } = await buyer.get(`/reservations/${reservationId}`);
    expect((await pay(theatre, buyer, held)).status).toBe(200);
    await untilStatus(buyer, reservationId, 'completed');
    expect(await deadLetters(theatre)).toEqual([]);
  },
  150_000,
);

test('without the musical context reservations are accepted, can be cancelled while placed, and settle when it is back', async () => {
  const performanceId = await newPerformance(theatre);
  const [buyer, gone] = [await theatre.person('patient'), await theatre.person('changed-mind')];
  const held = await buyer.post(`/performances/${performanceId}/holds`, { seats: ['A-1-3'] });
  await theatre.system().stop();
  await theatre.restart({ CONTEXTS: 'reservation,notification,mypage,operations' });
  const byHold = await reserve(buyer, { performanceId, holdId: held.body.holdId }, { prefer: 'wait=1' });
  const bySeat = await reserve(buyer, { performanceId, seats: ['A-1-1'] }, { prefer: 'wait=1' });
  const cancelled = await reserve(gone, { performanceId, seats: ['A-1-2'] }, { prefer: '' });
  expect([byHold, bySeat, cancelled].map(({ status }) => status)).toEqual([202, 202, 202]);
  expect(await gone.post(`/reservations/${cancelled.body.reservationId}/cancellation`)).toMatchObject({
    status: 202,
    body: { status: 'cancelled' },
  });
  await theatre.system().stop();
  await theatre.restart();
  for (const { body } of [byHold, bySeat]) {
    await untilStatus(buyer, body.reservationId, 'held');
    const { body: reservation } = await buyer.get(`/reservations/${body.reservationId}`);
    expect((await pay(theatre, buyer, reservation)).status).toBe(200);
    await untilStatus(buyer, body.reservationId, 'completed');
  }
  await eventually(
    () => noticesOf(gone),
    (kinds) => kinds.join() === 'cancelled',
  );
  const newcomer = await theatre.person('newcomer');
  expect((await reserve(newcomer, { performanceId, seats: ['A-1-2'] })).status).toBe(201);
}, 150_000);
