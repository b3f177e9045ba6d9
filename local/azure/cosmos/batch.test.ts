import type { Container, OperationInput } from '@azure/cosmos';
import { closeAll, refusal, startWithClient } from './testClient';

afterAll(closeAll);

describe('transactional batch through the SDK', () => {
  let cosmos: Awaited<ReturnType<typeof startWithClient>>;
  let items: Container;
  beforeAll(async () => {
    cosmos = await startWithClient();
    items = await cosmos.container();
  });
  afterAll(() => cosmos.close());

  const read = async (id: string) => (await items.item(id, 'a').read()).resource;
  const codes = (response: { result?: readonly { statusCode: number }[] | undefined }) =>
    response.result?.map((each) => each.statusCode);

  test('every kind of operation, in order, with results', async () => {
    const { resource } = await items.items.create({ id: 'old', pk: 'a', n: 1 });
    await items.items.create({ id: 'gone', pk: 'a' });
    const response = await items.items.batch(
      [
        { operationType: 'Create', resourceBody: { id: 'new', pk: 'a' } },
        { operationType: 'Upsert', resourceBody: { id: 'up', pk: 'a' } },
        {
          operationType: 'Replace',
          id: 'old',
          resourceBody: { id: 'old', pk: 'a', n: 2 },
          ifMatch: resource?._etag as string,
        },
        {
          operationType: 'Patch',
          id: 'old',
          resourceBody: { operations: [{ op: 'incr', path: '/n', value: 1 }] },
        },
        { operationType: 'Read', id: 'old' },
        { operationType: 'Delete', id: 'gone' },
      ],
      'a',
    );
    expect(response.code).toBe(200);
    expect(codes(response)).toEqual([201, 201, 200, 200, 200, 204]);
    expect(response.result?.[0]?.eTag).toBe((await read('new'))?._etag);
    expect(response.result?.[4]?.resourceBody).toMatchObject({ id: 'old', n: 3 });
    expect(response.result?.every((each) => each.requestCharge > 0)).toBe(true);
    expect(Number(response.headers['x-ms-request-charge'])).toBeGreaterThan(20);
    expect(await read('gone')).toBeUndefined();
  });

  const failures: [string, number, () => OperationInput][] = [
    [
      'create of what is there',
      409,
      () => ({ operationType: 'Create', resourceBody: { id: 'kept', pk: 'a' } }),
    ],
    [
      'replace with a stale ETag',
      412,
      () => ({
        operationType: 'Replace',
        id: 'kept',
        resourceBody: { id: 'kept', pk: 'a' },
        ifMatch: '"no"',
      }),
    ],
    [
      'upsert with a stale ETag',
      412,
      () => ({ operationType: 'Upsert', resourceBody: { id: 'kept', pk: 'a' }, ifMatch: '"no"' }),
    ],
    ['delete with a stale ETag', 412, () => ({ operationType: 'Delete', id: 'kept', ifMatch: '"no"' })],
    ['delete of nothing', 404, () => ({ operationType: 'Delete', id: 'nothing' })],
    ['read of nothing', 404, () => ({ operationType: 'Read', id: 'nothing' })],
    [
      'patch whose condition fails',
      412,
      () => ({
        operationType: 'Patch',
        id: 'kept',
        resourceBody: {
          condition: 'from c where c.n = 9',
          operations: [{ op: 'set', path: '/n', value: 1 }],
        },
      }),
    ],
    [
      'item of another partition',
      400,
      () => ({ operationType: 'Create', resourceBody: { id: 'other', pk: 'b' } }),
    ],
  ];
  const cases = failures.flatMap(([name, code, operation]) =>
    [0, 1, 3].map((position) => ({ name, code, operation, position })),
  );

  test.each(cases)('$name at place $position: $code there, 424 elsewhere, nothing kept', async (given) => {
    await items.items.upsert({ id: 'kept', pk: 'a', n: 0 });
    await items.items.upsert({ id: 'removable', pk: 'a' });
    const before = [await read('kept'), await read('removable')];
    const operations: OperationInput[] = [
      { operationType: 'Create', resourceBody: { id: 'fresh', pk: 'a' } },
      { operationType: 'Patch', id: 'kept', resourceBody: [{ op: 'set', path: '/n', value: 5 }] },
      { operationType: 'Delete', id: 'removable' },
    ];
    operations.splice(given.position, 0, given.operation());
    const response = await items.items.batch(operations, 'a');
    expect(response.code).toBe(207);
    expect(codes(response)).toEqual(operations.map((_, i) => (i === given.position ? given.code : 424)));
    expect([await read('kept'), await read('removable')]).toEqual(before);
    expect(await read('fresh')).toBeUndefined();
  });

  test('an ETag from before the batch does not match inside it after a change', async () => {
    const { resource } = await items.items.upsert({ id: 'chain', pk: 'a', n: 0 });
    const replace = (n: number): OperationInput => ({
      operationType: 'Replace',
      id: 'chain',
      resourceBody: { id: 'chain', pk: 'a', n },
      ifMatch: resource?._etag as string,
    });
    expect(codes(await items.items.batch([replace(1), replace(2)], 'a'))).toEqual([424, 412]);
    expect((await read('chain'))?.n).toBe(0);
  });

  test('100 operations pass; 101 are refused', async () => {
    const create = (count: number): OperationInput[] =>
      Array.from({ length: count }, (_, i) => ({
        operationType: 'Create',
        resourceBody: { id: `${count}-${i}`, pk: 'many' },
      }));
    expect(new Set(codes(await items.items.batch(create(100), 'many')))).toEqual(new Set([201]));
    await expect(items.items.batch(create(101), 'many')).rejects.toThrow(/100 operations/);
    const response = await fetch(`${cosmos.endpoint}dbs/arena/colls/${items.id}/docs`, {
      method: 'POST',
      headers: {
        authorization: 'any',
        'x-ms-documentdb-partitionkey': '["many"]',
        'x-ms-cosmos-is-batch-request': 'True',
        'x-ms-cosmos-batch-atomic': 'True',
      },
      body: JSON.stringify(create(101)),
    });
    expect(response.status).toBe(400);
  });

  test('above 2 MB a batch is 413 and keeps nothing', async () => {
    const text = 'x'.repeat(700 * 1024);
    const operations: OperationInput[] = ['1', '2', '3'].map((id) => ({
      operationType: 'Create',
      resourceBody: { id: `large-${id}`, pk: 'a', text },
    }));
    const error = (await refusal(items.items.batch(operations, 'a'))) as unknown as {
      cause: { code: number };
    };
    expect(error.cause.code).toBe(413);
    expect(await read('large-1')).toBeUndefined();
  });

  test('bulk: each operation for itself', async () => {
    await items.items.upsert({ id: 'there', pk: 'bulk' });
    const response = await items.items.bulk([
      { operationType: 'Create', partitionKey: 'x1', resourceBody: { id: 'b1', pk: 'x1' } },
      { operationType: 'Create', partitionKey: 'bulk', resourceBody: { id: 'there', pk: 'bulk' } },
      { operationType: 'Upsert', resourceBody: { id: 'b2', pk: 'x2' } },
      { operationType: 'Read', partitionKey: 'bulk', id: 'there' },
      { operationType: 'Delete', partitionKey: 'bulk', id: 'nothing' },
    ]);
    expect(response.map((each) => each.statusCode)).toEqual([201, 409, 201, 200, 404]);
    expect((await items.item('b1', 'x1').read()).statusCode).toBe(200);
  });

  test('executeBulkOperations', async () => {
    const results = await items.items.executeBulkOperations([
      { operationType: 'Create', partitionKey: 'e1', resourceBody: { id: 'e1', pk: 'e1' } },
      { operationType: 'Create', partitionKey: 'e2', resourceBody: { id: 'e2', pk: 'e2' } },
      { operationType: 'Delete', partitionKey: 'e2', id: 'nothing' },
    ]);
    expect(results.map((each) => each.response?.statusCode ?? each.error?.code)).toEqual([201, 201, 404]);
  });
});
