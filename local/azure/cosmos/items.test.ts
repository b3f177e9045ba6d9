import type { Container } from '@azure/cosmos';
import { closeAll, refusal, startWithClient } from './testClient';

afterAll(closeAll);

describe('items through the SDK', () => {
  let cosmos: Awaited<ReturnType<typeof startWithClient>>;
  let items: Container;
  beforeAll(async () => {
    cosmos = await startWithClient();
    items = await cosmos.container();
  });
  afterAll(() => cosmos.close());

  test('a created item has its system properties and is read back', async () => {
    const created = await items.items.create({ id: 'one', pk: 'a', n: 1 });
    expect(created.statusCode).toBe(201);
    expect(created.resource).toMatchObject({ id: 'one', pk: 'a', n: 1 });
    for (const name of ['_rid', '_self', '_etag', '_attachments']) {
      expect(typeof created.resource?.[name as '_rid']).toBe('string');
    }
    expect(created.etag).toBe(created.resource?._etag);
    expect(created.requestCharge).toBeGreaterThan(5);
    const read = await items.item('one', 'a').read();
    expect(read.statusCode).toBe(200);
    expect(read.resource).toEqual(created.resource);
    expect(read.requestCharge).toBe(1);
    expect(read.activityId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('reading what is not there shows 404 without throwing', async () => {
    const read = await items.item('none', 'a').read();
    expect(read.statusCode).toBe(404);
    expect(read.resource).toBeUndefined();
  });

  test('the same id is 409 in one partition and free in another', async () => {
    await items.items.create({ id: 'twice', pk: 'a' });
    const error = await refusal(items.items.create({ id: 'twice', pk: 'a' }));
    expect(error.code).toBe(409);
    expect(error.body?.code).toBe('Conflict');
    expect((await items.items.create({ id: 'twice', pk: 'b' })).statusCode).toBe(201);
  });

  test('replace: ETag changes, a stale If-Match is 412, a missing item 404', async () => {
    const { resource: first } = await items.items.create({ id: 'r', pk: 'a', n: 1 });
    const condition = { type: 'IfMatch', condition: first?._etag as string };
    const second = await items
      .item('r', 'a')
      .replace({ id: 'r', pk: 'a', n: 2 }, { accessCondition: condition });
    expect(second.statusCode).toBe(200);
    expect(second.etag).not.toBe(first?._etag);
    expect(second.resource?._rid).toBe(first?._rid);
    const stale = await refusal(
      items.item('r', 'a').replace({ id: 'r', pk: 'a', n: 3 }, { accessCondition: condition }),
    );
    expect(stale.code).toBe(412);
    expect(stale.body?.code).toBe('PreconditionFailed');
    const any = { type: 'IfMatch', condition: '*' };
    await items.item('r', 'a').replace({ id: 'r', pk: 'a', n: 4 }, { accessCondition: any });
    const missing = await refusal(
      items.item('no', 'a').replace({ id: 'no', pk: 'a' }, { accessCondition: any }),
    );
    expect(missing.code).toBe(404);
    expect((await items.item('r', 'a').read()).resource?.n).toBe(4);
  });

  test('read with If-None-Match is 304 until the item changes', async () => {
    const { resource } = await items.items.create({ id: 'cached', pk: 'a' });
    const accessCondition = { type: 'IfNoneMatch', condition: resource?._etag as string };
    expect((await items.item('cached', 'a').read({ accessCondition })).statusCode).toBe(304);
    await items.items.upsert({ id: 'cached', pk: 'a', changed: true });
    expect((await items.item('cached', 'a').read({ accessCondition })).resource?.changed).toBe(true);
  });

  test('upsert creates with 201, replaces with 200, and honours If-Match', async () => {
    const first = await items.items.upsert({ id: 'u', pk: 'a', n: 1 });
    expect(first.statusCode).toBe(201);
    expect((await items.items.upsert({ id: 'u', pk: 'a', n: 2 })).statusCode).toBe(200);
    const accessCondition = { type: 'IfMatch', condition: first.etag };
    expect((await refusal(items.items.upsert({ id: 'u', pk: 'a' }, { accessCondition }))).code).toBe(412);
  });

  test('delete: 204, then 404; a stale If-Match keeps the item', async () => {
    const { item, etag } = await items.items.create({ id: 'd', pk: 'a' });
    await items.items.upsert({ id: 'd', pk: 'a', n: 1 });
    const stale = item.delete({ accessCondition: { type: 'IfMatch', condition: etag } });
    expect((await refusal(stale)).code).toBe(412);
    expect((await item.delete()).statusCode).toBe(204);
    expect((await refusal(item.delete())).code).toBe(404);
  });

  test('an id is generated when there is none', async () => {
    const { resource } = await items.items.create<{ pk: string; id?: string }>({ pk: 'a' });
    expect(resource?.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['Korean', '좌석-가-1', '서울'],
    ['emoji', '🎭-1', '🎟️'],
    ['spaces and signs', 'a b\'c"d%20+&=', 'x=1&y'],
    ['quotes and backslash-free punctuation', '(x):[y]{z};,!', '~`^|<>'],
  ])('%s in id, partition key and values', async (_, id, pk) => {
    const value = `${id}\u2028\u0000${pk}`;
    await items.items.create({ id, pk, value });
    const { resource } = await items.item(id, pk).read();
    expect(resource).toMatchObject({ id, pk, value });
    await items.item(id, pk).patch([{ op: 'set', path: '/more', value }]);
    const { resources } = await items.items
      .query({ query: 'SELECT * FROM c WHERE c.id = @id', parameters: [{ name: '@id', value: id }] })
      .fetchAll();
    expect(resources).toHaveLength(1);
    expect((await items.item(id, pk).delete()).statusCode).toBe(204);
  });

  test.each([0, 1e21, 1.5e-9, -0.1, 9_007_199_254_740_991, 0.1 + 0.2])(
    'number %p keeps its value',
    async (n) => {
      await items.items.upsert({ id: 'number', pk: 'a', n });
      expect((await items.item('number', 'a').read()).resource?.n).toBe(n);
    },
  );

  test('partition keys of every kind: number, boolean, null, none', async () => {
    for (const pk of [1, true, null]) {
      await items.items.create({ id: 'kind', pk, is: String(pk) });
      expect((await items.item('kind', pk as never).read()).resource?.is).toBe(String(pk));
    }
    await items.items.create({ id: 'kind', is: 'none' });
    expect((await items.item('kind', undefined).read()).resource?.is).toBe('none');
    expect((await items.item('kind', '1').read()).statusCode).toBe(404);
  });

  test('a header that names another partition than the item is 400', async () => {
    await items.items.create({ id: 'moved', pk: 'a' });
    const error = await refusal(items.item('moved', 'a').replace({ id: 'moved', pk: 'b' }));
    expect(error.code).toBe(400);
    expect(error.substatus).toBe(1001);
  });

  test('above 2 MB an item is 413; just below it is kept', async () => {
    const text = 'x'.repeat(2 * 1024 * 1024);
    expect((await refusal(items.items.create({ id: 'big', pk: 'a', text }))).code).toBe(413);
    const { requestCharge } = await items.items.create({ id: 'big', pk: 'a', text: text.slice(2000) });
    expect(requestCharge).toBeGreaterThan(500);
    expect((await items.item('big', 'a').read()).resource?.text).toHaveLength(2 * 1024 * 1024 - 2000);
  });

  test.each([['x'.repeat(1024)], ['가'.repeat(342)]])('an id above 1,023 bytes is 400', async (id) => {
    expect((await refusal(items.items.create({ id, pk: 'a' }))).code).toBe(400);
  });

  test('an id with a slash never gets past the server either', async () => {
    const response = await fetch(`${cosmos.endpoint}dbs/arena/colls/${items.id}/docs`, {
      method: 'POST',
      headers: { authorization: 'any', 'x-ms-documentdb-partitionkey': '["a"]' },
      body: JSON.stringify({ id: 'a/b', pk: 'a' }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'BadRequest' });
  });

  test.each([
    ['PUT', '{bad'],
    ['POST', ''],
    ['POST', '[1]'],
    ['POST', '"x"'],
  ])('%s of %p is 400', async (method, body) => {
    const url = `${cosmos.endpoint}dbs/arena/colls/${items.id}/docs${method === 'PUT' ? '/x' : ''}`;
    const response = await fetch(url, {
      method,
      headers: { authorization: 'any', 'x-ms-documentdb-partitionkey': '["a"]' },
      body,
    });
    expect(response.status).toBe(400);
  });

  test('without an authorization header it is 401', async () => {
    const response = await fetch(`${cosmos.endpoint}dbs`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'Unauthorized' });
  });
});

describe('patch through the SDK', () => {
  let cosmos: Awaited<ReturnType<typeof startWithClient>>;
  let items: Container;
  beforeAll(async () => {
    cosmos = await startWithClient();
    items = await cosmos.container();
  });
  afterAll(() => cosmos.close());
  beforeEach(() => items.items.upsert({ id: 'p', pk: 'a', n: 1, list: ['x', 'z'], deep: { a: { b: 1 } } }));

  test('set, add, replace, remove, incr, move', async () => {
    const { resource, requestCharge } = await items.item('p', 'a').patch([
      { op: 'set', path: '/new', value: 'n' },
      { op: 'add', path: '/list/1', value: 'y' },
      { op: 'add', path: '/list/-', value: 'end' },
      { op: 'replace', path: '/deep/a/b', value: 2 },
      { op: 'incr', path: '/n', value: 4 },
      { op: 'incr', path: '/count', value: 1 },
      { op: 'move', from: '/deep/a', path: '/moved' },
      { op: 'remove', path: '/list/0' },
    ] as never);
    expect(resource).toMatchObject({
      new: 'n',
      list: ['y', 'z', 'end'],
      n: 5,
      count: 1,
      moved: { b: 2 },
      deep: {},
    });
    expect(requestCharge).toBeGreaterThan(11);
  });

  test.each([
    ['replace of nothing', { op: 'replace', path: '/none', value: 1 }],
    ['remove of nothing', { op: 'remove', path: '/none' }],
    ['set below nothing', { op: 'set', path: '/none/below', value: 1 }],
    ['incr of a text', { op: 'incr', path: '/list/0', value: 1 }],
    ['index out of range', { op: 'add', path: '/list/7', value: 1 }],
    ['the id', { op: 'set', path: '/id', value: 'q' }],
    ['the partition key', { op: 'set', path: '/pk', value: 'q' }],
    ['an unknown operation', { op: 'copy', path: '/n', value: 1 }],
  ])('%s is 400 and changes nothing', async (_, operation) => {
    const before = await items.item('p', 'a').read();
    expect((await refusal(items.item('p', 'a').patch([operation] as never))).code).toBe(400);
    expect((await items.item('p', 'a').read()).etag).toBe(before.etag);
  });

  test('a condition that holds lets it through, one that fails is 412', async () => {
    const operations = [{ op: 'incr', path: '/n', value: 1 }] as never;
    const { resource } = await items.item('p', 'a').patch({ condition: 'from c where c.n = 1', operations });
    expect(resource?.n).toBe(2);
    const error = await refusal(
      items.item('p', 'a').patch({ condition: 'from c where c.n = 1', operations }),
    );
    expect(error.code).toBe(412);
    expect((await items.item('p', 'a').read()).resource?.n).toBe(2);
  });

  test('If-Match, a missing item, more than ten operations', async () => {
    const operations = [{ op: 'set', path: '/n', value: 1 }] as never;
    const accessCondition = { type: 'IfMatch', condition: '"old"' };
    expect((await refusal(items.item('p', 'a').patch(operations, { accessCondition }))).code).toBe(412);
    expect((await refusal(items.item('none', 'a').patch(operations))).code).toBe(404);
    const many = Array.from({ length: 11 }, (_, i) => ({ op: 'set', path: `/p${i}`, value: i }));
    expect((await refusal(items.item('p', 'a').patch(many as never))).code).toBe(400);
  });
});
