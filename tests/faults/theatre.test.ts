import {
  type Answer,
  call,
  eventually,
  house,
  inDays,
  key,
  newPerformance,
  openTheatre,
  type Person,
  pay,
  reserve,
  seatMap,
  statusOf,
  type Theatre,
  untilStatus,
} from '../marquee';
import { keptFor, MEANT, noticesOf, SHORT, salesOf, sandboxPayment, timelineOf } from './breaking';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ env: { ...SHORT, HOLD_DURATION_SECONDS: '60' } });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const completed = async (buyer: Person, performanceId: string, seats: readonly string[]): Promise<string> => {
  const held = await reserve(buyer, { performanceId, seats });
  expect(held.status).toBe(201);
  expect((await pay(theatre, buyer, held.body)).status).toBe(200);
  await untilStatus(buyer, held.body.reservationId, 'completed');
  return held.body.reservationId;
};

const wasRevoked = async (buyer: Person, reservationId: string, reason: string) => {
  await untilStatus(buyer, reservationId, 'cancelled');
  const { body } = await buyer.get(`/reservations/${reservationId}`);
  expect(body.cancellation).toMatchObject({ reason, fee: 0 });
  expect(await keptFor(theatre, reservationId)).toBe(0);
  await eventually(
    () => noticesOf(buyer),
    (kinds) => kinds.filter((kind) => kind === 'cancelled').length === 1,
  );
};

test.concurrent('a cancelled performance: everybody back to where they were, and nobody new', async () => {
  const performanceId = await newPerformance(theatre);
  const people = await Promise.all(
    ['c-completed', 'c-held', 'c-paying', 'c-hold', 'c-new'].map((sub) => theatre.person(sub)),
  );
  const [buyer, holder, payer, visitor, newcomer] = people as [Person, Person, Person, Person, Person];
  const bought = await completed(buyer, performanceId, ['A-1-1', 'A-1-2']);
  const held = (await reserve(holder, { performanceId, seats: ['A-1-3'] })).body;
  const hold = await visitor.post(`/performances/${performanceId}/holds`, { seats: ['A-1-4'] });
  const paying = (await reserve(payer, { performanceId, seats: ['A-1-5'] })).body;
  const order = { orderId: paying.reservationId, amount: paying.amount, card: 'approve-late' };
  const paymentKey = await sandboxPayment(theatre, order);
  const late = payer.post(
    `/reservations/${paying.reservationId}/payment`,
    { paymentKey, amount: paying.amount },
    { 'idempotency-key': paymentKey },
  );

  const unread = await theatre.admin.delete(`/performances/${performanceId}${MEANT}`, {
    'if-match': '"another"',
  });
  expect(unread).toMatchObject({ status: 412, body: { code: 'stale' } });
  const { etag } = Object.fromEntries((await theatre.anyone(`/performances/${performanceId}`)).headers);
  for (const _again of [1, 2]) {
    const cancelled = await theatre.admin.delete(`/performances/${performanceId}${MEANT}`, {
      'if-match': etag ?? '',
    });
    expect(cancelled.status).toBe(204);
  }
  // A host knows a performance for a second. What is held in that second is revoked by the follow-up; until then
  // the seat is taken, by the newcomer's own hold too.
  await eventually(
    () => newcomer.post(`/performances/${performanceId}/holds`, { seats: ['A-1-9'] }),
    ({ status, body }) => status === 409 && body.code === 'not-on-sale',
  );
  expect(await reserve(newcomer, { performanceId, seats: ['A-1-9'] })).toMatchObject({
    status: 409,
    body: { code: 'not-on-sale' },
  });
  expect(await reserve(visitor, { performanceId, holdId: hold.body.holdId })).toMatchObject({
    status: 409,
    body: { code: 'not-on-sale' },
  });
  await late;
  await wasRevoked(buyer, bought, 'performance-cancelled');
  await wasRevoked(holder, held.reservationId, 'performance-cancelled');
  await wasRevoked(payer, paying.reservationId, 'performance-cancelled');
  expect(await timelineOf(theatre, bought)).toContain('SeatsRevoked');
  const { body } = await buyer.get('/notifications');
  expect(body.items[0].body).toContain('공연이 취소되었습니다');
  await eventually(
    () => salesOf(theatre, performanceId),
    ({ sold, held: left, gross, refunded }) =>
      sold === 0 && left === 0 && gross === refunded && gross === 300_000,
  );
});

test.concurrent('placements under way while the performance is cancelled end without seats and without money', async () => {
  const performanceId = await newPerformance(theatre);
  const crowd = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => theatre.person(`under-way-${n}`)));
  const tried = crowd.map(async (buyer, i) => {
    const held = await reserve(buyer, { performanceId, seats: [`A-1-${i + 1}`] });
    if (held.status === 201) await pay(theatre, buyer, held.body);
    return { buyer, reservationId: held.body.reservationId as string };
  });
  await Promise.race(tried);
  expect((await theatre.admin.delete(`/performances/${performanceId}${MEANT}`)).status).toBe(204);
  for (const { buyer, reservationId } of await Promise.all(tried)) {
    await eventually(statusOf(buyer, reservationId), (status) => ['cancelled', 'rejected'].includes(status));
    expect(await keptFor(theatre, reservationId)).toBe(0);
  }
});

test.concurrent('a move that is refunded: a full refund for whoever bought the old date, and only for them', async () => {
  const performanceId = await newPerformance(theatre);
  const [before, after] = [await theatre.person('m-before'), await theatre.person('m-after')];
  const bought = await completed(before, performanceId, ['A-1-1']);
  const hold = await after.post(`/performances/${performanceId}/holds`, { seats: ['A-1-2'] });
  const moved = await theatre.admin.put(
    `/performances/${performanceId}${MEANT}`,
    house({ startsAt: inDays(31), onMove: 'refund' }),
  );
  expect(moved.status).toBe(200);
  // Refused, or accepted by a host that knew the old date for a second more, and then revoked.
  const late = await reserve(after, { performanceId, holdId: hold.body.holdId });
  expect([201, 409]).toContain(late.status);
  if (late.status === 201) await untilStatus(after, late.body.reservationId, 'cancelled');
  await wasRevoked(before, bought, 'performance-moved');
  const kept = await completed(after, performanceId, ['A-1-1']);
  expect((await seatMap(theatre, performanceId))['A-1-1']).toBeDefined();
  expect(await keptFor(theatre, kept)).toBe(100_000);
});

test.concurrent('a broken row: its holders are refunded in full and told, the others keep their seats', async () => {
  const rows = (...names: string[]) => [
    { sectionId: 'A', kind: 'seated', tier: 'R', rows: names.map((row) => ({ row, seats: 5 })) },
  ];
  const startsAt = inDays(30);
  const performanceId = await newPerformance(theatre, { startsAt, sections: rows('1', '2') });
  const [broken, whole] = [await theatre.person('r-broken'), await theatre.person('r-whole')];
  const lost = await completed(broken, performanceId, ['A-2-1', 'A-2-2']);
  const kept = await completed(whole, performanceId, ['A-1-1']);
  const changed = await theatre.admin.put(
    `/performances/${performanceId}${MEANT}`,
    house({ startsAt, sections: rows('1') }),
  );
  expect(changed.status).toBe(200);
  await wasRevoked(broken, lost, 'seats-withdrawn');
  // A host shows the plan that it knew for a second more.
  await eventually(
    async () => Object.keys(await seatMap(theatre, performanceId)),
    (seats) => seats.length === 5,
  );
  expect(await reserve(broken, { performanceId, seats: ['A-2-1'] })).toMatchObject({
    status: 409,
    body: { code: 'not-on-sale' },
  });
  expect((await whole.get(`/reservations/${kept}`)).body.status).toBe('completed');
  expect(await keptFor(theatre, kept)).toBe(100_000);
  expect(await noticesOf(whole)).toEqual(['completed']);
});

test.concurrent('a performance that has begun stays, and so does what was paid for it', async () => {
  // Time enough to buy, for once it has begun nobody can.
  const startsMs = Date.now() + 12_000;
  const performanceId = await newPerformance(theatre, { startsAt: new Date(startsMs).toISOString() });
  const { musicalId } = (await theatre.anyone(`/performances/${performanceId}`)).body;
  const buyer = await theatre.person('b-there');
  const bought = await completed(buyer, performanceId, ['A-1-1']);
  const held = await buyer.post(`/performances/${performanceId}/holds`, { seats: ['A-1-2'] });
  await eventually(
    async () => Date.now(),
    (nowMs) => nowMs > startsMs,
  );
  expect(await reserve(buyer, { performanceId, holdId: held.body.holdId })).toMatchObject({
    status: 409,
    body: { code: 'hold-expired' },
  });
  const tooLate = { status: 409, body: { code: 'wrong-state' } };
  expect(await theatre.admin.delete(`/performances/${performanceId}`)).toMatchObject(tooLate);
  const moved = house({ startsAt: inDays(1) });
  expect(await theatre.admin.put(`/performances/${performanceId}`, moved)).toMatchObject(tooLate);
  expect((await theatre.admin.delete(`/musicals/${musicalId}`)).status).toBe(204);
  expect((await theatre.anyone(`/performances/${performanceId}`)).body.status).toBe('scheduled');
  expect((await buyer.get(`/reservations/${bought}`)).body.status).toBe('completed');
  expect(await keptFor(theatre, bought)).toBe(100_000);
});

test.concurrent('what was refused for its meaning can be sent again, mended, under the same Idempotency-Key', async () => {
  const once = key();
  const musical = {
    title: 'Again',
    startDate: inDays(20).slice(0, 10),
    venue: { name: 'V', timeZone: 'Asia/Seoul' },
  };
  const send = (days: number) =>
    theatre.admin.post('/musicals', { ...musical, endDate: inDays(days).slice(0, 10) }, once);
  expect((await send(10)).body).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/endDate' }] });
  const made = await send(40);
  expect(made.status).toBe(201);
  expect((await send(40)).body.musicalId).toBe(made.body.musicalId);
  const at = `/musicals/${made.body.musicalId}/performances`;
  const perform = (tier: string) =>
    theatre.admin.post(at, house({ priceTiers: { [tier]: 100_000, FLOOR: 50_000 } }), once);
  expect((await perform('VIP')).status).toBe(400);
  expect((await perform('R')).body.code).toBe('idempotency-key-reused');
});

test.concurrent('a musical with live reservations stays until nobody has seats', async () => {
  const performanceId = await newPerformance(theatre);
  const { musicalId } = (await theatre.anyone(`/performances/${performanceId}`)).body;
  const buyer = await theatre.person('d-buyer');
  const bought = await completed(buyer, performanceId, ['A-1-1']);
  expect(await theatre.admin.delete(`/musicals/${musicalId}`)).toMatchObject({
    status: 409,
    body: { code: 'live-reservations' },
  });
  await theatre.admin.delete(`/performances/${performanceId}${MEANT}`);
  await wasRevoked(buyer, bought, 'performance-cancelled');
  expect((await theatre.admin.delete(`/musicals/${musicalId}`)).status).toBe(204);
  expect((await theatre.anyone(`/musicals/${musicalId}`)).status).toBe(404);
  expect((await buyer.get(`/reservations/${bought}`)).body.status).toBe('cancelled');
});

test.concurrent('the lists of the box office: filtered, page by page, each reservation once, admins only', async () => {
  const performanceId = await newPerformance(theatre, { maxSeatsPerReservation: 10 });
  const buyer = await theatre.person('l-buyer');
  const placed: string[] = [];
  for (const seat of ['A-1-1', 'A-1-2', 'A-1-3', 'A-1-4', 'A-1-5']) {
    placed.push((await reserve(buyer, { performanceId, seats: [seat] })).body.reservationId);
  }
  await buyer.post(`/reservations/${placed[0]}/cancellation`);
  await untilStatus(buyer, placed[0] ?? '', 'cancelled');

  const list = `/admin/reservations?performanceId=${performanceId}`;
  const seen: string[] = [];
  for (let at: string | undefined = `${list}&limit=2`; at !== undefined; ) {
    const page: Answer['body'] = (await theatre.admin.get(at)).body;
    expect(page.items.length).toBeLessThanOrEqual(2);
    seen.push(...page.items.map((item: { reservationId: string }) => item.reservationId));
    at = page.continuation && `${list}&limit=2&continuation=${page.continuation}`;
  }
  expect(seen).toEqual([...placed].reverse());
  const held = (await theatre.admin.get(`${list}&status=held`)).body.items;
  expect(held).toHaveLength(4);
  expect(held[0]).toMatchObject({ customerId: 'l-buyer', status: 'held', performanceId });
  expect((await theatre.admin.get(`${list}&limit=101`)).status).toBe(400);
  expect((await theatre.admin.get(`${list}&status=lost`)).status).toBe(400);
  const calls = [
    list,
    `/admin/reservations/${placed[0]}/timeline`,
    `/admin/performances/${performanceId}/sales`,
    '/admin/dead-letters',
  ];
  for (const at of calls) {
    expect((await buyer.get(at)).status).toBe(403);
    expect((await call(theatre.urls.api + at, 'GET', {})).status).toBe(401);
  }
  expect((await buyer.post('/admin/dead-letters/musical/replay', {})).status).toBe(403);
  // The seats of a reservation that is cancelled are free a moment later.
  const sales = await eventually(
    () => salesOf(theatre, performanceId),
    ({ held: left }) => left === 4,
  );
  expect(sales).toMatchObject({ capacity: 15, available: 11, sold: 0, gross: 0 });
});
