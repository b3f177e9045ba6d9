import {
  call,
  eventually,
  inDays,
  key,
  newPerformance,
  openTheatre,
  pay,
  reserve,
  seatMap,
  soldAtCounter,
  type Theatre,
  untilStatus,
} from '../marquee';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

test('withheld seats are sold to nobody, are told apart by staff alone, and come back on sale', async () => {
  const performanceId = await newPerformance(theatre);
  const staff = await theatre.person('counter-staff', { roles: ['box-office'] });
  const buyer = await theatre.person('counter-buyer');
  const at = `/admin/performances/${performanceId}/withheld`;
  const withhold = { seats: ['A-1-1', 'A-1-2'], reason: 'House seats', note: 'For the author' };
  const strangers = [await buyer.post(at, withhold), await buyer.get(at)];
  expect(strangers.map(({ status }) => status)).toEqual([403, 403]);

  const once = key();
  expect((await staff.post(at, withhold, once)).body).toEqual({ seats: withhold.seats, taken: [] });
  expect((await staff.post(at, withhold, once)).body).toEqual({ seats: withhold.seats, taken: [] });
  expect((await staff.get(at)).body.items).toMatchObject([withhold]);
  const refused = await reserve(buyer, { performanceId, seats: ['A-1-2', 'A-1-3'] });
  expect(refused).toMatchObject({ status: 409, body: { code: 'seat-taken', taken: ['A-1-2'] } });
  const ten = await reserve(buyer, { performanceId, sectionId: 'A', quantity: 4 });
  expect(ten.status).toBe(201);

  const marks = async () => (await theatre.anyone(`/performances/${performanceId}/availability`)).body.marks;
  await eventually(marks, ({ A }) => A['1'].startsWith('xx') && A['1'].includes('1111'));
  expect((await seatMap(theatre, performanceId))['A-1-1']).toBe('sold');
  const forStaff = (await staff.get(`/admin/performances/${performanceId}/seats`)).body.marks.A['1'];
  expect([forStaff.slice(0, 2), forStaff.includes('rrrr')]).toEqual(['ww', true]);
  const sales = (await staff.get(`/admin/performances/${performanceId}/sales`)).body;
  expect(sales).toMatchObject({ capacity: 15, available: 9, held: 4, sold: 0, withheld: 2 });

  const back = await staff.post(`${at}/return`, { seats: ['A-1-2'] });
  expect(back.body).toEqual({ seats: ['A-1-2'] });
  await eventually(marks, ({ A }) => A['1'].startsWith('x0'));
  expect(await reserve(buyer, { performanceId, seats: ['A-1-1'] })).toMatchObject({ status: 409 });
  const other = await theatre.person('counter-other');
  expect(await reserve(other, { performanceId, seats: ['A-1-2'] })).toMatchObject({ status: 201 });
});

test('staff sell at the counter, from what is withheld and outside the time of sales, and only they act for the customer', async () => {
  const performanceId = await newPerformance(theatre, { salesOpenAt: inDays(5) });
  const staff = await theatre.person('counter-staff', { roles: ['box-office'] });
  await staff.post(`/admin/performances/${performanceId}/withheld`, {
    seats: ['A-1-1'],
    reason: 'House seats',
  });
  const sale = { performanceId, customer: { name: '김손님' }, payment: { method: 'cash' } };
  expect(
    (await reserve(await theatre.person('counter-online'), { performanceId, seats: ['A-1-2'] })).status,
  ).toBe(409);
  const body = { ...sale, seats: ['A-1-1'], fromWithheld: true };
  const once = key();
  const sold = await soldAtCounter(staff, body, once);
  expect(sold).toMatchObject({
    status: 201,
    body: { seats: ['A-1-1'], amount: 100_000, status: 'completed' },
  });
  expect(sold.body.payment).toMatchObject({ method: 'cash' });
  const { reservationId, customerId } = sold.body;
  expect((await staff.post('/admin/reservations', body, once)).body.reservationId).toBe(reservationId);
  expect(customerId).toMatch(/^counter:/);
  const claimed = await call(`${theatre.urls.identity}/token`, 'POST', {}, { sub: customerId });
  const asThem = { authorization: `Bearer ${claimed.body.access_token}` };
  expect((await call(`${theatre.urls.api}/reservations/${reservationId}`, 'GET', asThem)).status).toBe(401);
  const stranger = await theatre.person('counter-stranger');
  expect((await stranger.get(`/reservations/${reservationId}`)).status).toBe(403);
  expect((await stranger.post('/admin/reservations', body, key())).status).toBe(403);

  const taken = { ...body, fromWithheld: undefined };
  const again = await staff.post('/admin/reservations', taken, { ...key(), prefer: 'wait=20' });
  expect(again).toMatchObject({ status: 409, body: { code: 'seat-taken' } });
  const free = await soldAtCounter(staff, {
    ...sale,
    sectionId: 'A',
    quantity: 2,
    payment: { method: 'complimentary' },
    customer: { name: 'Critic', email: 'critic@example.com', locale: 'en', phone: '+82 10 1234 5678' },
  });
  expect(free).toMatchObject({ status: 201, body: { amount: 0, payment: { method: 'complimentary' } } });
  const tickets = await eventually(
    async () => (await staff.get(`/reservations/${free.body.reservationId}/tickets`)).body.items ?? [],
    (items) => items.length === 2,
  );
  expect(tickets).toMatchObject([{ status: 'valid' }, { status: 'valid' }]);
  const mails = await eventually(theatre.mails, (all) =>
    all.some(({ to }) => to.some(({ address }) => address === 'critic@example.com')),
  );
  expect(mails.filter(({ text }) => text.includes(reservationId))).toEqual([]);
  const sales = (await staff.get(`/admin/performances/${performanceId}/sales`)).body;
  expect(sales).toMatchObject({ sold: 3, gross: 100_000, withheld: 0 });
  expect(await theatre.payments()).toEqual([]);
});

test('a refund at the counter is owed until staff note it, and then the seats are back and the customer can be erased', async () => {
  const performanceId = await newPerformance(theatre);
  const staff = await theatre.person('counter-staff', { roles: ['box-office'] });
  const sold = await soldAtCounter(staff, {
    performanceId,
    seats: ['A-1-1', 'A-1-2'],
    customer: { name: 'Somebody' },
    payment: { method: 'card-terminal', reference: 'slip 12' },
  });
  const { reservationId } = sold.body;
  const at = `/reservations/${reservationId}`;
  await eventually(
    async () => (await staff.get(`${at}/tickets`)).body.items ?? [],
    (items) => items.length === 2,
  );
  const some = await staff.post(`${at}/cancellation`, { seats: ['A-1-1'] }, key());
  expect(some.status).toBe(202);
  const cancellations = async () => (await staff.get(at)).body.cancellations;
  expect(await cancellations()).toMatchObject([{ n: 1, seats: ['A-1-1'], status: 'accepted' }]);
  const settled = (n: number) =>
    staff.post(`/admin${at}/cancellations/${n}/settlement`, { note: 'On the card.' });
  expect((await settled(1)).status).toBe(202);
  const [first] = await eventually(cancellations, ([{ status }]) => status !== 'accepted');
  expect(first).toMatchObject({ n: 1, status: 'refunded', refund: 100_000 });
  await eventually(
    () => seatMap(theatre, performanceId),
    (seats) => seats['A-1-1'] === 'available' && seats['A-1-2'] === 'sold',
  );

  const erase = () => theatre.admin.post(`/admin${at}/erasure`);
  expect(await erase()).toMatchObject({ status: 409, body: { code: 'in-use' } });
  expect((await staff.post(`${at}/cancellation`)).status).toBe(202);
  expect((await staff.get('/admin/pending')).status).toBe(403);
  expect((await staff.get('/admin/pending?kind=refund')).status).toBe(200);
  expect(await erase()).toMatchObject({ status: 409, body: { code: 'in-use' } });
  expect((await settled(2)).status).toBe(202);
  await untilStatus(staff, reservationId, 'cancelled');
  await eventually(erase, ({ status }) => status === 202);
  const sales = async () => (await staff.get(`/admin/performances/${performanceId}/sales`)).body;
  await eventually(sales, ({ gross, refunded }) => gross === 200_000 && refunded === 200_000);
  expect(await theatre.payments()).toEqual([]);
});

test('staff give a customer another seat: new tickets, the old one is void, the customer is told, the first seat is free', async () => {
  const performanceId = await newPerformance(theatre);
  const staff = await theatre.person('counter-staff', { roles: ['box-office'] });
  const buyer = await theatre.person('counter-reseated', { locale: 'en' });
  const held = await reserve(buyer, { performanceId, seats: ['A-1-1', 'A-1-2'] });
  await pay(theatre, buyer, held.body);
  const { reservationId } = held.body;
  const at = `/reservations/${reservationId}`;
  const tickets = async () => (await buyer.get(`${at}/tickets`)).body.items ?? [];
  await eventually(tickets, (items) => items.length === 2);

  const move = { from: ['A-1-2'], to: ['A-1-5'] };
  expect((await buyer.post(`/admin${at}/reseat`, move, key())).status).toBe(403);
  const once = key();
  const moved = await staff.post(`/admin${at}/reseat`, move, once);
  expect(moved).toMatchObject({ status: 200, body: { seats: ['A-1-1', 'A-1-5'], amount: 200_000 } });
  expect((await staff.post(`/admin${at}/reseat`, move, once)).status).toBe(200);
  const { items } = (await theatre.admin.get('/admin/audit')).body;
  const reseats = items.filter(({ call }: { call: string }) => call.endsWith('/reseat'));
  expect(reseats[0]).toMatchObject({ ids: { reservationId }, said: move, outcome: { status: 200 } });
  const standing = { from: ['A-1-1'], to: ['F-1'] };
  expect(await staff.post(`/admin${at}/reseat`, standing, key())).toMatchObject({
    status: 422,
    body: { code: 'amount-mismatch' },
  });
  const own = { from: ['A-1-1'], to: ['A-1-5'] };
  expect(await staff.post(`/admin${at}/reseat`, own, key())).toMatchObject({ status: 409 });

  const issued = await eventually(tickets, (items) => items.length === 3);
  expect(issued.map(({ seatId, status }: { seatId: string; status: string }) => [seatId, status])).toEqual([
    ['A-1-1', 'valid'],
    ['A-1-2', 'void'],
    ['A-1-5', 'valid'],
  ]);
  await eventually(
    () => seatMap(theatre, performanceId),
    (seats) => seats['A-1-2'] === 'available' && seats['A-1-5'] === 'sold',
  );
  const mails = async () =>
    (await theatre.mails()).filter(({ to }) =>
      to.some(({ address }) => address === 'counter-reseated@example.com'),
    );
  await eventually(mails, (all) => all.some(({ subject }) => subject.startsWith('Other seats')));
  const waived = await staff.post(`/admin${at}/reseat`, { ...standing, difference: 'waive' }, key());
  expect(waived).toMatchObject({ status: 200, body: { seats: ['F-1', 'A-1-5'], amount: 200_000 } });
  expect((await buyer.post(`${at}/cancellation`, { seats: ['F-1'] }, key())).status).toBe(202);
});
