import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ServiceBusClient } from '@azure/service-bus';
import { openDatabase } from '../../shared/cosmos/cosmos';
import { cosmosSettings, readSettings } from '../../shared/kernel/config';
import {
  call,
  eventually,
  inDays,
  newPerformance,
  openTheatre,
  type Person,
  pay,
  reserve,
  type Theatre,
  untilStatus,
} from '../marquee';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

async function buy(buyer: Person, performanceId: string, seats: readonly string[]): Promise<string> {
  const held = await reserve(buyer, { performanceId, seats });
  await pay(theatre, buyer, held.body);
  await untilStatus(buyer, held.body.reservationId, 'completed');
  return held.body.reservationId;
}

const mailTo = (address: string) =>
  eventually(
    async () => (await theatre.mails()).filter(({ to }) => to[0]?.address === address),
    (mails) => mails.length === 1,
  );

test('a customer says where and how to be told, and is told so of what was bought before', async () => {
  const performanceId = await newPerformance(theatre);
  const nari = await theatre.person('nari', { locale: 'ko' });
  const reservationId = await buy(nari, performanceId, ['A-1-1']);
  await mailTo('nari@example.com');

  expect((await nari.put('/me', { email: 'nari at home' })).status).toBe(400);
  const said = { name: '김나리', email: 'nari@home.example.com', locale: 'en' };
  expect(await nari.put('/me', said)).toMatchObject({ status: 200, body: said });

  const heldSeats = [{ performanceId, entries: [{ allocationId: reservationId, seats: 1 }] }];
  expect((await nari.get('/me')).body).toMatchObject({
    ...{ customerId: 'nari', ...said, heldSeats },
    reservations: [{ reservationId, status: 'completed', seats: ['A-1-1'], customer: said }],
    notices: [{ noticeId: `${reservationId}:completed`, to: 'nari@example.com' }],
  });
  const lee = await theatre.person('lee-who-bought-nothing');
  expect((await lee.get('/me')).body).toEqual({
    ...{ customerId: lee.sub, reservations: [], notices: [], heldSeats: [], loans: [] },
    ...{ memberships: [], bills: [] },
  });

  expect((await nari.post(`/reservations/${reservationId}/cancellation`)).status).toBe(202);
  const [mail] = await mailTo('nari@home.example.com');
  expect(mail?.text).toContain('Your reservation is cancelled.');
});

const HOUR_SECONDS = 60 * 60;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Starts again, so much later. */
async function shifted(seconds: number): Promise<void> {
  await theatre.system().stop();
  await theatre.restart({ MARQUEE_CLOCK_OFFSET_SECONDS: String(seconds) });
}

/** The files of the local system that hold any of these words, as text or as JSON writes it. */
function filesWith(...words: readonly string[]): string[] {
  const written = words.flatMap((word) => [
    word,
    JSON.stringify(word).slice(1, -1),
    encodeURIComponent(word),
  ]);
  const bytes = [...written, ...words.map(escaped)].map((word) => Buffer.from(word));
  return readdirSync(theatre.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => bytes.some((word) => readFileSync(file).includes(word)))
    .map((file) => path.relative(theatre.dataDir, file));
}

const escaped = (word: string): string =>
  [...word]
    .map((sign) => (sign > '~' ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign))
    .join('');

async function aDeadLetterOf(customerId: string, reservationId: string): Promise<void> {
  const bus = new ServiceBusClient(theatre.settings().SERVICEBUS ?? '');
  const sender = bus.createSender('notification');
  const data = { reservationId, customerId, performanceId: 'm.p', seats: 'none that can be read' };
  const about = { specversion: '1.0', source: '/marquee/reservation', subject: reservationId };
  const body = { ...about, id: `dead-${reservationId}`, type: 'ReservationCompleted', data };
  const written = { ...body, time: new Date().toISOString(), datacontenttype: 'application/json' };
  await sender.sendMessages([{ body: written, contentType: 'application/json' }]);
  await bus.close();
  await eventually(
    async () => (await theatre.admin.get('/admin/dead-letters')).body.items,
    (letters) => letters.length === 1,
  );
}

const erasureOf = async (customerId: string): Promise<string | undefined> => {
  const database = openDatabase(readSettings(cosmosSettings, theatre.settings()));
  const { resource } = await database.container('reservation-erasures').item('customer', customerId).read();
  return resource?.erasure?.step;
};

test('a customer who is erased is in no byte of any store, queue, dead letter, log or mail', async () => {
  const name = '남궁소라 Seraphine';
  const email = 'seraphine@example.org';
  const performanceId = await newPerformance(theatre, { startsAt: inDays(2) });
  const later = await newPerformance(theatre);
  const sora = await theatre.person('u-4711', { name, email, expiresInSeconds: 30 * DAY_SECONDS });
  const staff = await theatre.person('staff', { roles: ['admin'], expiresInSeconds: 30 * DAY_SECONDS });
  const seen = await buy(sora, performanceId, ['A-1-1']);
  const cancelled = await buy(sora, performanceId, ['A-1-2']);
  expect((await sora.post(`/reservations/${cancelled}/cancellation`)).status).toBe(202);
  await untilStatus(sora, cancelled, 'cancelled');
  expect((await sora.put('/me', { locale: 'en' })).status).toBe(200);
  await eventually(
    async () => (await theatre.mails()).filter(({ to }) => to[0]?.address === email),
    (mails) => mails.length === 3,
  );
  const found = async (query: string): Promise<string[]> =>
    (await staff.get(`/admin/reservations?query=${encodeURIComponent(query)}`)).body.items.map(
      ({ reservationId }: { reservationId: string }) => reservationId,
    );
  for (const query of ['남궁', 'SERAPHINE', 'seraphine@example.org'])
    expect((await found(query)).sort()).toEqual([seen, cancelled].sort());
  await aDeadLetterOf(sora.sub, seen);
  expect(await sora.delete('/me')).toMatchObject({ status: 409, body: { code: 'in-use', reason: 'coming' } });
  await theatre.system().stop();
  expect(filesWith(name, email).length).toBeGreaterThan(1);

  // The performance is over, and seats that are held stand against it: the customer is told, and can ask sora.
  await shifted(3 * DAY_SECONDS);
  const hold = await sora.post(`/performances/${later}/holds`, { seats: ['A-1-1'] });
  expect((await sora.delete('/me')).status).toBe(202);
  const noticeKinds = async () =>
    (await sora.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind);
  await eventually(noticeKinds, (kinds) => kinds.includes('not-erased'));
  expect((await sora.delete(`/performances/${later}/holds/${hold.body.holdId}`)).status).toBe(204);
  expect((await sora.delete('/me')).status).toBe(202);
  await eventually(
    () => sora.post(`/performances/${later}/holds`, { seats: ['A-1-1'] }),
    ({ body }) => body.code === 'erasure-under-way',
  );
  const reserved = await reserve(sora, { performanceId: later, seats: ['A-1-2'] });
  expect(reserved).toMatchObject({ status: 409, body: { code: 'erasure-under-way' } });

  await shifted(3 * DAY_SECONDS + HOUR_SECONDS);
  await eventually(
    () => erasureOf(sora.sub),
    (step) => step === 'empty',
  );
  await shifted(3 * DAY_SECONDS + 2 * HOUR_SECONDS);
  await eventually(
    () => erasureOf(sora.sub),
    (step) => step === 'done',
  );
  for (const { id, to } of await theatre.mails())
    if (to[0]?.address === email) await call(`${theatre.urls.mail}/api/email/${id}`, 'DELETE', {});
  const left = (await sora.get('/me')).body;
  expect(left).toMatchObject({ customerId: 'u-4711', notices: [] });
  expect(
    left.reservations.map(({ status, customer }: { status: string; customer: object }) => [status, customer]),
  ).toEqual([
    ['cancelled', {}],
    ['completed', {}],
  ]);
  expect((await staff.get('/admin/dead-letters')).body.items).toHaveLength(1);
  expect([await found('seraphine'), await found(seen)]).toEqual([[], [seen]]);
  await theatre.system().stop();
  expect(filesWith(name, email)).toEqual([]);
}, 400_000);
