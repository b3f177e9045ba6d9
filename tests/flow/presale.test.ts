import {
  type Answer,
  eventually,
  inDays,
  key,
  newPerformance,
  openTheatre,
  type Person,
  reserve,
  type Theatre,
} from '../marquee';

const DAY_SECONDS = 24 * 60 * 60;
const priceTypes = [
  { priceTypeId: 'friends', name: { ko: '친구', en: 'Friends' }, percentOff: 50, membersOnly: true },
];

let theatre: Theatre;
/** One that is in its presale, and one that everybody buys. */
let performanceId: string;
let onSale: string;
let mina: Person;
beforeAll(async () => {
  theatre = await openTheatre();
  performanceId = await newPerformance(theatre, {
    presaleOpenAt: inDays(-1),
    salesOpenAt: inDays(10),
    priceTypes,
  });
  onSale = await newPerformance(theatre, { priceTypes });
  const plan = { name: 'Friends', monthlyFee: 9_900, currency: 'KRW' };
  const benefits = { presale: true, percentOff: 10 };
  const { planId } = (await theatre.admin.post('/plans', { ...plan, benefits }, key())).body;
  mina = await theatre.person('presale-mina');
  expect((await mina.post('/memberships', { planId }, key())).status).toBe(201);
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const hold = (who: Person, ...seats: string[]): Promise<Answer> =>
  who.post(`/performances/${performanceId}/holds`, { seats });

test('in the presale a member holds and pays the member’s prices, and nobody else holds', async () => {
  const shown = (await theatre.anyone(`/performances/${performanceId}`)).body;
  expect(shown).toMatchObject({ priceTypes: [{ priceTypeId: 'friends', membersOnly: true }] });
  expect(shown.presaleOpenAt < shown.salesOpenAt).toBe(true);
  const refused = await hold(await theatre.person('presale-jamie'), 'A-1-3');
  expect(refused).toMatchObject({ status: 409, body: { code: 'members-only', buyer: 'anybody' } });
  expect(refused.body.salesOpenAt).toBe(shown.salesOpenAt);

  const held = await eventually(
    () => hold(mina, 'A-1-1', 'A-1-2'),
    ({ status }) => status === 201,
  );
  expect(held.body.priceTypes.map(({ priceTypeId }: { priceTypeId: string }) => priceTypeId)).toEqual([
    'friends',
    'member',
  ]);
  const chosen = { 'A-1-1': 'member', 'A-1-2': 'friends' };
  const reserved = await reserve(mina, { performanceId, holdId: held.body.holdId, priceTypes: chosen });
  expect(reserved).toMatchObject({ status: 201, body: { amount: 140_000 } });
  const [{ saleState }] = (await theatre.anyone(`/musicals/${shown.musicalId}/performances`)).body.items;
  expect(saleState).toBe('presale');
});

/** Pays a bill under the order that it shows. */
async function payBill(who: Person, { billId, orderId, amount }: Answer['body']): Promise<Answer> {
  const paymentKey = await theatre.card(orderId, amount);
  return who.post(`/bills/${billId}/payment`, { paymentKey, amount }, key());
}

test('an overdue bill suspends: no hold in the presale and no member’s price, until it is paid', async () => {
  await theatre.system().stop();
  await theatre.restart({ MARQUEE_CLOCK_OFFSET_SECONDS: String(2 * DAY_SECONDS) });
  const late = await theatre.person('presale-mina');
  // Another month may have begun, and its bill is not due yet.
  const overdue = await eventually(
    () => late.get('/bills?status=overdue'),
    ({ body }) => body.items.length === 1,
  );
  const refused = await eventually(
    () => hold(late, 'A-1-5'),
    ({ body }) => body.code === 'members-only',
  );
  expect(refused).toMatchObject({ status: 409, body: { buyer: 'overdue' } });
  const forMembers = { performanceId: onSale, seats: ['A-1-1'], priceTypes: { 'A-1-1': 'friends' } };
  expect(await reserve(late, forMembers)).toMatchObject({ status: 409, body: { code: 'members-only' } });

  const [bill] = overdue.body.items;
  expect(await payBill(late, bill)).toMatchObject({ status: 200, body: { status: 'paid' } });
  await eventually(
    () => hold(late, 'A-1-6'),
    ({ status }) => status === 201,
  );
  expect(await reserve(late, forMembers)).toMatchObject({ status: 201, body: { amount: 50_000 } });
});
