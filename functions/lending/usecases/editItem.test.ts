import { openLending } from '../../../tests/samples/openLending';
import { readItem, removeItem, updateItem } from './editItem';

const fields = { name: 'Opera glasses', stock: 7, loanHours: 6 };

test('three more are bought in', async () => {
  const { deps, offer, borrow, lent } = openLending();
  await offer();
  await borrow('l1', 4);
  const { etag } = await readItem(deps, 'glasses');
  await updateItem(deps, 'glasses', fields, etag);
  expect([(await readItem(deps, 'glasses')).value.stock, await lent()]).toEqual([7, 4]);
});

test('who has read it before it was lent reads it again', async () => {
  const { deps, offer, borrow } = openLending();
  const { etag } = await offer();
  await borrow('l1');
  await expect(updateItem(deps, 'glasses', fields, etag)).rejects.toMatchObject({ code: 'stale' });
});

test('the stock is never below what is lent, and nothing is removed that is out', async () => {
  const { deps, offer, borrow, bringBack } = openLending();
  await offer();
  await borrow('l1', 3);
  const { etag } = await readItem(deps, 'glasses');
  const refused = { code: 'in-use', extensions: { lent: 3 } };
  await expect(updateItem(deps, 'glasses', { ...fields, stock: 2 }, etag)).rejects.toMatchObject(refused);
  await expect(removeItem(deps, 'glasses', undefined)).rejects.toMatchObject(refused);
  await updateItem(deps, 'glasses', { ...fields, stock: 3 }, etag);
  await bringBack('l1');
  await removeItem(deps, 'glasses', undefined);
  await expect(readItem(deps, 'glasses')).rejects.toMatchObject({ code: 'not-found' });
});

test('what was removed is lent no more and not listed, and its slips stay', async () => {
  const { deps, offer, borrow, bringBack, request, loanOf, sweep, hoursLater } = openLending();
  await offer();
  await borrow('l1');
  await bringBack('l1');
  await request('l2');
  await removeItem(deps, 'glasses', undefined);
  hoursLater(1);
  await sweep();
  expect(await loanOf('l2')).toMatchObject({ status: 'cancelled', reason: 'out-of-stock' });
  expect(await deps.items.list(undefined, { after: undefined, limit: 10 })).toEqual([]);
  expect((await deps.items.slip('glasses', 'l1'))?.value.status).toBe('returned');
});

test('items are found by a part of their names, whatever its case, in the order of names', async () => {
  const { deps, offer } = openLending();
  for (const [itemId, name] of Object.entries({ a: 'Script', b: 'Opera glasses', c: 'Hearing loop' }))
    await offer({ name }, itemId);
  const names = async (text?: string, limit = 10) =>
    (await deps.items.list(text, { after: undefined, limit })).map(({ name }) => name);
  expect(await names()).toEqual(['Hearing loop', 'Opera glasses', 'Script']);
  expect(await names('GLASS')).toEqual(['Opera glasses']);
  const [first] = await deps.items.list(undefined, { after: undefined, limit: 1 });
  const rest = await deps.items.list(undefined, { after: first?.listKey, limit: 10 });
  expect(rest.map(({ name }) => name)).toEqual(['Opera glasses', 'Script']);
});

test('what a later version has added survives an older host that lends and takes back', async () => {
  const { container, borrow, bringBack, database } = openLending();
  const item = {
    itemId: 'glasses',
    name: 'Opera glasses',
    stock: 4,
    loanHours: 6,
    lent: 0,
    status: 'offered',
  };
  await container('items').items.create({ id: 'glasses', kind: 'item', ...item, addedLater: 'red' });
  await borrow('l1');
  await bringBack('l1');
  const [stored] = database.query('items', undefined, "SELECT * FROM c WHERE c.kind = 'item'", []);
  expect(stored).toMatchObject({ lent: 0, addedLater: 'red' });
});
