import { call, key, newPerformance, openTheatre, reserve, type Theatre } from '../marquee';

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

test('an id that is of something else names nothing, and what is asked of it settles', async () => {
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
  const refused = await reserve(buyer, { performanceId: musicalId, seats: ['A-1-1'] });
  expect(refused).toMatchObject({ status: 409, body: { code: 'not-on-sale' } });
});
