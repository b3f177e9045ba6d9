import { eventually, key, openTheatre, type Person, type Theatre } from '../marquee';

const HOUR_SECONDS = 60 * 60;

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const WAIT = { prefer: 'wait=20' };

async function offer(name: string): Promise<string> {
  const answer = await theatre.admin.post('/items', { name, stock: 4, loanHours: 6 });
  expect(answer.status).toBe(201);
  return answer.body.itemId;
}

const borrow = (who: Person, itemId: string, quantity: number) =>
  who.post('/loans', { itemId, quantity }, { ...WAIT, ...key() });

test('4 of 4 glasses are lent, 3 more are bought in, and 5 are out of stock', async () => {
  const itemId = await offer('Opera glasses');
  const [mina, jamie] = [await theatre.person('lend-mina'), await theatre.person('lend-jamie')];
  const lent = await borrow(mina, itemId, 4);
  expect(lent).toMatchObject({ status: 201, body: { status: 'lent', quantity: 4, overdue: false } });
  expect((await theatre.anyone('/items?query=opera')).body.items).toMatchObject([
    { itemId, name: 'Opera glasses', stock: 4, available: 0 },
  ]);
  const { headers } = await theatre.anyone(`/items/${itemId}`);
  const etag = headers.get('etag') ?? '';
  expect((await theatre.admin.delete(`/items/${itemId}`)).body).toMatchObject({ code: 'in-use', lent: 4 });
  const more = await theatre.admin.put(
    `/items/${itemId}`,
    { name: 'Opera glasses', stock: 7, loanHours: 6 },
    { 'if-match': etag },
  );
  expect(more).toMatchObject({ status: 200, body: { available: 3 } });

  const refused = await borrow(jamie, itemId, 5);
  expect(refused).toMatchObject({ status: 409, body: { code: 'out-of-stock' } });
  const own = await jamie.get('/loans');
  expect(own.body.items).toMatchObject([{ status: 'cancelled', reason: 'out-of-stock', quantity: 5 }]);

  const out = await theatre.admin.get('/admin/loans');
  expect(out.body.items).toMatchObject([{ loanId: lent.body.loanId, customerId: 'lend-mina', quantity: 4 }]);
  expect((await jamie.get('/admin/loans')).status).toBe(403);
  for (let times = 0; times < 2; times++)
    expect((await mina.post(`/loans/${lent.body.loanId}/return`)).body).toMatchObject({ status: 'returned' });
  await eventually(
    () => theatre.anyone(`/items/${itemId}`),
    ({ body }) => body.available === 7,
  );
  await eventually(
    () => mina.get('/notifications'),
    ({ body }) => ['lent', 'returned'].every((kind) => body.items.some((one: Notice) => one.kind === kind)),
  );
});

type Notice = { readonly kind: string };

test('who has something overdue borrows nothing, is told, and borrows again when it is back', async () => {
  const itemId = await offer('Hearing loop');
  const { body } = await borrow(await theatre.person('lend-late'), itemId, 1);
  await theatre.system().stop();
  await theatre.restart({ MARQUEE_CLOCK_OFFSET_SECONDS: String(7 * HOUR_SECONDS) });
  const late = await theatre.person('lend-late');
  const admin = await theatre.person('house', { roles: ['admin'] });
  expect(await borrow(late, itemId, 1)).toMatchObject({ status: 409, body: { code: 'overdue' } });
  expect((await admin.get('/admin/loans')).body.items).toMatchObject([
    { loanId: body.loanId, overdue: true },
  ]);
  await eventually(
    () => late.get('/notifications'),
    (answer) => answer.body.items.some(({ kind }: Notice) => kind === 'overdue'),
  );
  expect((await late.post(`/loans/${body.loanId}/return`)).status).toBe(200);
  expect(await borrow(late, itemId, 1)).toMatchObject({ status: 201, body: { status: 'lent' } });
}, 240_000);
