import {
  eventually,
  house,
  key,
  newPerformance,
  openTheatre,
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

const name = { ko: '경로 우대', en: 'Senior' };
const senior = {
  priceTypeId: 'senior',
  name,
  percentOff: 50,
  tiers: ['R'],
  proof: { ko: '신분증', en: 'An identity card' },
};
const guest = { priceTypeId: 'guest', name: { ko: '초대', en: 'Guest' }, percentOff: 100 };
const R = { price: 100_001, name: { ko: 'R석', en: 'Royal' }, colour: '#aa0000' };
const prices = { priceTiers: { R, FLOOR: 50_000 }, priceTypes: [senior, guest], bookingFeePerSeat: 2_000 };

test('a hold freezes what everybody pays, the customer says who pays less, and each seat is a line to the end', async () => {
  const performanceId = await newPerformance(theatre, prices);
  const buyer = await theatre.person('prices-buyer', { locale: 'en' });
  const plan = await theatre.anyone(`/performances/${performanceId}/plan`);
  expect(plan.body).toMatchObject(prices);

  const seats = ['A-1-1', 'A-1-2'];
  const hold = await buyer.post(`/performances/${performanceId}/holds`, { seats });
  expect(hold.body).toMatchObject({
    amount: 204_002,
    bookingFee: 4_000,
    lines: seats.map((seatId) => ({ seatId, tier: 'R', priceTypeId: 'standard', price: 100_001 })),
    priceTypes: [senior, guest],
  });
  const { headers, body: before } = await theatre.admin.get(`/performances/${performanceId}`);
  const { startsAt } = before;
  const dearer = house({ ...prices, startsAt, priceTiers: { R: 900_000, FLOOR: 1 }, priceTypes: [] });
  const changed = await theatre.admin.put(`/performances/${performanceId}`, dearer, {
    'if-match': headers.get('etag') ?? '',
  });
  expect(changed.status).toBe(200);

  const priceTypes = { 'A-1-2': 'senior' };
  const held = await reserve(buyer, { performanceId, holdId: hold.body.holdId, priceTypes });
  const lines = [
    { seatId: 'A-1-1', tier: 'R', priceTypeId: 'standard', price: 100_001 },
    { seatId: 'A-1-2', tier: 'R', priceTypeId: 'senior', price: 50_000 },
  ];
  expect(held).toMatchObject({
    status: 201,
    body: { lines, bookingFee: 4_000, amount: 154_001, priceTypes: [senior] },
  });
  expect((await pay(theatre, buyer, held.body)).status).toBe(200);
  await untilStatus(buyer, held.body.reservationId, 'completed');
  const [payment] = (await theatre.payments()).filter(({ orderId }) => orderId === held.body.reservationId);
  expect(payment).toMatchObject({ totalAmount: 154_001 });
  const shown = await buyer.get(`/reservations/${held.body.reservationId}`);
  expect(shown.body).toMatchObject({ lines, bookingFee: 4_000, amount: 154_001 });
});

test('of a quantity so many pay less, and what cannot be is refused with what is wrong', async () => {
  const performanceId = await newPerformance(theatre, prices);
  const buyer = await theatre.person('prices-counts');
  const some = await reserve(buyer, {
    performanceId,
    sectionId: 'A',
    quantity: 2,
    priceTypes: { senior: 1 },
  });
  expect(some).toMatchObject({ status: 201, body: { amount: 154_001 } });

  const refused = async (body: object) => {
    const answer = await reserve(buyer, { performanceId, ...body });
    return [answer.status, answer.body.errors?.map(({ pointer }: { pointer: string }) => pointer)];
  };
  const other = await buyer.post(`/performances/${performanceId}/holds`, { seats: ['F-1'] });
  expect(await refused({ seats: ['A-1-1'], priceTypes: { 'A-1-9': 'senior' } })).toEqual([
    400,
    ['/priceTypes/A-1-9'],
  ]);
  expect(await refused({ sectionId: 'A', quantity: 1, priceTypes: { child: 1 } })).toEqual([
    400,
    ['/priceTypes/child'],
  ]);
  const atOnce = { performanceId, sectionId: 'A', quantity: 1, priceTypes: { child: 1 } };
  expect(await buyer.post('/reservations', atOnce, key())).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/priceTypes/child' }] },
  });
  expect(await refused({ holdId: other.body.holdId, priceTypes: { 'F-1': 'senior' } })).toEqual([
    400,
    ['/priceTypes/F-1'],
  ]);
});

test('what costs nothing is completed without the provider, and cancelled without it', async () => {
  const performanceId = await newPerformance(theatre, { ...prices, bookingFeePerSeat: 0 });
  const buyer = await theatre.person('prices-guest');
  const placed = await reserve(buyer, { performanceId, seats: ['A-1-5'], priceTypes: { 'A-1-5': 'guest' } });
  expect(placed).toMatchObject({ status: 201, body: { amount: 0, payment: { method: 'none', amount: 0 } } });
  const { reservationId } = placed.body;
  await untilStatus(buyer, reservationId, 'completed');
  await eventually(
    () => buyer.get('/mypage'),
    ({ body }) => body.summary.completedCount === 1 && body.summary.spent.KRW === undefined,
  );
  await buyer.post(`/reservations/${reservationId}/cancellation`, {});
  await untilStatus(buyer, reservationId, 'cancelled');
  expect((await theatre.payments()).filter(({ orderId }) => orderId === reservationId)).toEqual([]);
});

test('whoever reads English reads the title in English: in the programme, in what is bought, in the list, in the mail', async () => {
  const translations = { en: { title: 'The Lamplighter’s Song', description: 'A street stays dark.' } };
  const performanceId = await newPerformance(theatre, {}, { translations });
  const buyer = await theatre.person('prices-english', { locale: 'en' });
  const english = { 'accept-language': 'en-GB,en;q=0.9,ko;q=0.8' };
  const titles = async (at: string) => {
    const [inEnglish, inKorean] = [await buyer.get(at, english), await buyer.get(at)];
    expect([inEnglish, inKorean].map(({ headers }) => headers.get('content-language'))).toEqual(['en', 'ko']);
    expect(inEnglish.headers.get('vary')?.toLowerCase()).toContain('accept-language');
    const tags = [inEnglish, inKorean].map(({ headers }) => headers.get('etag'));
    expect(tags[0] === null || tags[0] !== tags[1]).toBe(true);
    return [inEnglish.body, inKorean.body].map(
      (body) => (body.items ?? body.reservations ?? [body])[0].title,
    );
  };
  const both = [translations.en.title, '등불지기의 노래'];
  const musicalId = performanceId.split('.')[0];
  expect(await titles(`/musicals/${musicalId}`)).toEqual(both);
  expect(await titles(`/musicals/${musicalId}/performances`)).toEqual(both);
  expect(await titles(`/performances/${performanceId}`)).toEqual(both);
  const found = await theatre.anyone('/musicals?query=lamplighter', english);
  expect(found.body.items.map(({ title }: { title: string }) => title)).toEqual([translations.en.title]);

  const etag = (await buyer.get(`/musicals/${musicalId}`, english)).headers.get('etag') ?? '';
  const known = (headers: object) =>
    buyer.get(`/musicals/${musicalId}`, { 'if-none-match': etag, ...headers }).then(({ status }) => status);
  expect(await Promise.all([known(english), known({})])).toEqual([304, 200]);

  const held = await reserve(buyer, { performanceId, seats: ['A-1-1'] }, english);
  expect(held.body.title).toBe(translations.en.title);
  await pay(theatre, buyer, held.body);
  await untilStatus(buyer, held.body.reservationId, 'completed');
  expect(await titles(`/reservations/${held.body.reservationId}`)).toEqual(both);
  await eventually(
    () => buyer.get('/mypage'),
    ({ body }) => body.reservations[0]?.status === 'completed',
  );
  expect(await titles('/mypage')).toEqual(both);
  const mail = await eventually(
    async () =>
      (await theatre.mails()).find(({ to }) => to.some(({ address }) => address.startsWith(buyer.sub))),
    (one) => one !== undefined,
  );
  expect(mail?.subject).toBe(`Your tickets: ${translations.en.title}`);
});
