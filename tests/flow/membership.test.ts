import { eventually, key, openTheatre, type Person, type Theatre } from '../marquee';

const DAY_SECONDS = 24 * 60 * 60;

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const PLAN = { name: 'Friends', monthlyFee: 9_000, currency: 'KRW', benefits: { presale: true } };

async function offer(): Promise<string> {
  const answer = await theatre.admin.post('/plans', PLAN);
  expect(answer.status).toBe(201);
  return answer.body.planId;
}

type Told = { readonly kind: string };

/** Pays a bill with a card, under the order that the bill shows. */
async function pay(who: Person, { billId, orderId, amount }: Shown, card: 'approve' | 'decline' = 'approve') {
  const paymentKey = await theatre.card(orderId, amount, card);
  return who.post(`/bills/${billId}/payment`, { paymentKey, amount }, key());
}
type Shown = { readonly billId: string; readonly orderId: string; readonly amount: number };

test('joined, billed, looked at, paid, taken back, unpaid again, and all of it in the history', async () => {
  const planId = await offer();
  const mina = await theatre.person('member-mina');
  expect((await theatre.anyone('/plans')).body.items).toMatchObject([{ planId, ...PLAN }]);
  const joined = await mina.post('/memberships', { planId }, key());
  expect(joined).toMatchObject({ status: 201, body: { status: 'active', monthlyFee: 9_000 } });
  expect(joined.body.nextBillOn).toMatch(/-01$/);
  expect((await mina.post('/memberships', { planId }, key())).body).toMatchObject({ code: 'wrong-state' });

  const [bill] = (await mina.get('/bills')).body.items;
  expect(bill).toMatchObject({ status: 'unpaid', amount: 9_000, currency: 'KRW', orderId: bill.billId });
  expect((await mina.get('/bills?status=paid')).body.items).toEqual([]);
  expect((await pay(mina, bill, 'decline')).status).toBe(402);
  expect(await pay(mina, bill)).toMatchObject({ status: 200, body: { status: 'paid' } });
  expect((await pay(mina, bill)).body).toMatchObject({ code: 'wrong-state' });

  expect((await mina.post(`/bills/${bill.billId}/payment/cancellation`)).status).toBe(202);
  const { body: unpaid } = await eventually(
    () => mina.get(`/bills/${bill.billId}`),
    ({ body }) => body.status === 'unpaid',
  );
  expect(unpaid).toMatchObject({
    orderId: `${bill.billId}-2`,
    paidBack: [{ orderId: bill.billId, refund: 9_000 }],
  });
  expect(await pay(mina, unpaid)).toMatchObject({ status: 200, body: { status: 'paid' } });

  const { body: mypage } = await eventually(
    () => mina.get('/mypage'),
    // It was paid before, too: the one that is meant is after what went back.
    ({ body }) => body.bills.paidCount === 1 && body.bills.items[0].paidBack !== undefined,
  );
  expect(mypage.memberships).toMatchObject({ membershipCount: 1, items: [{ status: 'active' }] });
  expect(mypage.bills).toMatchObject({
    billCount: 1,
    unpaidCount: 0,
    items: [{ paidBack: [{ refund: 9_000 }] }],
  });
  await eventually(
    () => mina.get('/notifications'),
    ({ body }) =>
      ['joined', 'bill-issued', 'bill-paid', 'bill-paid-back'].every((kind) =>
        body.items.some((one: Told) => one.kind === kind),
      ),
  );
  const { body: member } = await theatre.admin.get('/admin/members/member-mina');
  expect(member).toMatchObject({
    standing: { status: 'active', benefits: PLAN.benefits, overdue: 0 },
    memberships: [{ membershipId: joined.body.membershipId }],
    bills: [{ billId: bill.billId, status: 'paid' }],
  });
  expect((await mina.get('/admin/members/member-mina')).status).toBe(403);
  expect((await theatre.admin.get('/admin/members/nobody')).status).toBe(404);
  expect((await mina.delete(`/memberships/${joined.body.membershipId}`)).body).toMatchObject({
    status: 'ending',
  });
});

test('two months later both are billed once, what is late is told, and who has left is billed no more', async () => {
  const planId = await offer();
  const staying = await theatre.person('member-stays');
  const leaving = await theatre.person('member-leaves');
  const month = (await theatre.admin.post('/admin/billing-runs', { month: '2000-01' })).body;
  expect(month).toEqual({ month: '2000-01', issued: 0, isDone: true });
  expect((await theatre.admin.post('/admin/billing-runs', { month: '2999-01' })).status).toBe(409);
  const preview = await theatre.admin.get('/admin/billing-runs?month=2000-01');
  expect(preview.body).toEqual({ month: '2000-01', members: 0, bills: 0, sums: [], isAll: true });
  expect((await theatre.admin.get('/admin/billing-runs?month=January')).status).toBe(400);
  expect((await staying.post('/admin/billing-runs', { month: '2000-01' })).status).toBe(403);
  for (const who of [staying, leaving]) {
    const { body } = await who.post('/memberships', { planId }, key());
    if (who === leaving) await who.delete(`/memberships/${body.membershipId}`);
  }
  await theatre.system().stop();
  await theatre.restart({ MARQUEE_CLOCK_OFFSET_SECONDS: String(62 * DAY_SECONDS) });
  const [stayed, left] = [await theatre.person('member-stays'), await theatre.person('member-leaves')];
  const { body: bills } = await eventually(
    () => stayed.get('/bills'),
    ({ body }) => body.items.length >= 3,
  );
  const months = bills.items.map((one: { month: string }) => one.month);
  expect(new Set(months).size).toBe(months.length);
  await eventually(
    () => stayed.get('/notifications'),
    ({ body }) => body.items.some(({ kind }: Told) => kind === 'bill-overdue'),
  );
  await eventually(
    () => left.get('/memberships'),
    ({ body }) => body.items[0]?.status === 'ended',
  );
  expect((await left.get('/bills')).body.items).toHaveLength(1);
}, 240_000);
