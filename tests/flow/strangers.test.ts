import { call, eventually, key, newPerformance, openTheatre, pay, reserve, type Theatre } from '../marquee';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

test('a stranger neither sees, pays nor cancels a reservation, and cannot use or end a hold', async () => {
  const performanceId = await newPerformance(theatre);
  const owner = await theatre.person('owner');
  const stranger = await theatre.person('stranger');
  const { body: reservation } = await reserve(owner, { performanceId, seats: ['A-1-1'] });
  const at = `/reservations/${reservation.reservationId}`;
  const paymentKey = await theatre.card(reservation.reservationId, reservation.amount);
  const tries = [
    await stranger.get(at),
    await stranger.get(`${at}/cancellation`),
    await stranger.post(`${at}/cancellation`),
    await stranger.post(`${at}/payment`, { paymentKey, amount: reservation.amount }, key()),
  ];
  expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  expect((await owner.get(at)).body.status).toBe('held');

  const holds = `/performances/${performanceId}/holds`;
  const { holdId } = (await owner.post(holds, { seats: ['A-1-2'] })).body;
  expect((await reserve(stranger, { performanceId, holdId })).status).toBeGreaterThanOrEqual(400);
  expect((await stranger.delete(`${holds}/${holdId}`)).status).toBeGreaterThanOrEqual(400);
  expect((await reserve(owner, { performanceId, holdId })).status).toBe(201);
});

test('a call past the gateway is refused, with a customer’s token and on public calls too; only health may be asked', async () => {
  const owner = await theatre.person('owner');
  const past = `${theatre.urls.functions}/api`;
  const own = { authorization: `Bearer ${owner.token}` };
  const elses = await theatre.token({ sub: 'other', oid: 'other', aud: theatre.settings().GATEWAY_AUDIENCE });
  const tries = [
    await call(`${past}/musicals`, 'GET', {}),
    await call(`${past}/mypage`, 'GET', own),
    await call(`${past}/mypage`, 'GET', { ...own, 'x-gateway-authorization': own.authorization }),
    await call(`${past}/mypage`, 'GET', { ...own, 'x-gateway-authorization': `Bearer ${elses}` }),
  ];
  expect(tries.map(({ status }) => status)).toEqual([401, 401, 401, 403]);
  expect((await owner.get('/mypage')).status).toBe(200);
  expect((await call(`${past}/health`, 'GET', {})).status).toBe(200);
});

test('an id that is of something else names nothing', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('curious');
  await buyer.post(`/performances/${performanceId}/holds`, { seats: ['A-1-1'] });
  const musicalId = performanceId.split('.')[0] ?? '';
  const tries = [
    await theatre.anyone(`/performances/${musicalId}/seats`),
    await theatre.anyone(`/musicals/${performanceId}`),
    await buyer.delete(`/performances/${performanceId}/holds/A-1-1`),
    await buyer.get('/reservations/%2e%2e'),
  ];
  expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect((await reserve(buyer, { performanceId: '..', seats: ['A-1-1'] })).status).toBe(400);
  for (const other of [musicalId, 'nix.nix'])
    expect(await reserve(buyer, { performanceId: other, seats: ['A-1-1'] })).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
});

test('who writes somebody else’s address into a token has nothing mailed there, and reads it in the app', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('pretender', { email: 'victim@example.com', email_verified: false });
  const kinds = async () =>
    (await buyer.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind).sort();
  const held = await reserve(buyer, { performanceId, seats: ['A-1-1'] });
  expect((await pay(theatre, buyer, held.body)).status).toBe(200);
  expect((await reserve(buyer, { performanceId, seats: ['A-9-9'] })).status).toBe(409);
  await eventually(kinds, (seen) => seen.join() === 'completed,rejected');
  expect((await theatre.mails()).flatMap(({ to }) => to)).not.toContainEqual(
    expect.objectContaining({ address: 'victim@example.com' }),
  );
});

test('a name that is written by another keyboard is found, and is one section with what looks the same', async () => {
  const decomposed = (text: string) => text.normalize('NFD');
  const title = `가나다 ${key()['idempotency-key']}`;
  const sections = [{ sectionId: decomposed('가'), kind: 'standing', tier: 'R', capacity: 1 }];
  const performanceId = await newPerformance(theatre, { sections }, { title: decomposed(title) });
  for (const query of [title, decomposed(title)]) {
    const found = await theatre.anyone(`/musicals?query=${encodeURIComponent(query)}`);
    expect(found.body.items).toMatchObject([{ title }]);
  }
  const buyer = await theatre.person('decomposed');
  const holds = `/performances/${performanceId}/holds`;
  expect((await buyer.post(holds, { seats: ['가-1'] })).status).toBe(201);
  expect((await buyer.post(holds, { seats: [decomposed('가-1')] })).body.code).toBe('seat-taken');
});

test('a long path costs as little as a short one, and is told to nobody', async () => {
  const at = `/admin/reservations/${'eyJ-'.repeat(3_500)}/timeline`;
  const answers = await Promise.all(Array.from({ length: 20 }, () => theatre.anyone(at)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
});
