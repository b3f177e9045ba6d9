import { key, newPerformance, openTheatre, reserve, type Theatre } from '../marquee';

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
