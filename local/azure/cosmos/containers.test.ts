import { type Container, CosmosClient } from '@azure/cosmos';
import { seededRandom } from '../chaos';
import { closeAll, refusal, startWithClient } from './testClient';

afterAll(closeAll);

describe('databases and containers through the SDK', () => {
  let cosmos: Awaited<ReturnType<typeof startWithClient>>;
  beforeAll(async () => {
    cosmos = await startWithClient();
  });
  afterAll(() => cosmos.close());

  test('a database: created once, listed, read, deleted with what is in it', async () => {
    const { client } = cosmos;
    expect((await client.databases.createIfNotExists({ id: 'shop' })).statusCode).toBe(201);
    expect((await client.databases.createIfNotExists({ id: 'shop' })).statusCode).toBe(200);
    expect((await refusal(client.databases.create({ id: 'shop' }))).code).toBe(409);
    const { resources } = await client.databases.readAll().fetchAll();
    expect(resources.map((each) => each.id)).toEqual(['arena', 'shop']);
    const query = { query: 'SELECT * FROM r WHERE r.id = @id', parameters: [{ name: '@id', value: 'shop' }] };
    expect((await client.databases.query(query).fetchAll()).resources).toHaveLength(1);
    await client.database('shop').containers.createIfNotExists({ id: 'c', partitionKey: '/pk' });
    expect((await client.database('shop').delete()).statusCode).toBe(204);
    expect((await refusal(client.database('shop').read())).code).toBe(404);
    expect((await refusal(client.database('shop').container('c').read())).code).toBe(404);
  });

  test('a container keeps its partition key, TTL and indexing policy', async () => {
    const request = {
      id: 'kept',
      partitionKey: { paths: ['/performanceId'] },
      defaultTtl: 60,
      indexingPolicy: {
        includedPaths: [{ path: '/kind/?' }],
        excludedPaths: [{ path: '/*' }],
      },
    };
    const { container, statusCode } = await cosmos.database.containers.createIfNotExists(request);
    expect(statusCode).toBe(201);
    const { resource } = await container.read();
    expect(resource).toMatchObject(request);
    expect(resource?.indexingPolicy).toMatchObject({ indexingMode: 'consistent', automatic: true });
    expect((await cosmos.database.containers.createIfNotExists(request)).statusCode).toBe(200);
    expect((await refusal(cosmos.database.containers.create(request))).code).toBe(409);
    const { resource: replaced } = await container.replace({ ...request, defaultTtl: 120 });
    expect(replaced?.defaultTtl).toBe(120);
    expect((await refusal(container.replace({ ...request, partitionKey: { paths: ['/other'] } }))).code).toBe(
      400,
    );
    const ids = (await cosmos.database.containers.readAll().fetchAll()).resources.map((each) => each.id);
    expect(ids).toContain('kept');
    expect((await container.delete()).statusCode).toBe(204);
    expect((await refusal(container.read())).code).toBe(404);
    expect((await refusal(container.items.create({ id: '1', performanceId: 'p' }))).code).toBe(404);
  });

  test('a container made anew under the same name is empty', async () => {
    const first = await cosmos.container({ id: 'again' });
    await first.items.create({ id: '1', pk: 'a' });
    await first.delete();
    const second = await cosmos.container({ id: 'again' });
    expect((await second.item('1', 'a').read()).statusCode).toBe(404);
    expect((await second.items.create({ id: '1', pk: 'a' })).statusCode).toBe(201);
  });

  const policy = (indexingPolicy: unknown) => ({ indexingPolicy });
  const included = (...paths: unknown[]) =>
    policy({ includedPaths: paths.map((path) => ({ path })), excludedPaths: [{ path: '/*' }] });
  const composite = (...composites: unknown[]) => policy({ compositeIndexes: composites });
  const pair = [
    { path: '/a', order: 'ascending' },
    { path: '/b/"c d"', order: 'descending' },
  ];

  test.each([
    ['a TTL of null', { defaultTtl: null }],
    ['a TTL of 0', { defaultTtl: 0 }],
    ['a TTL of a fraction', { defaultTtl: 1.5 }],
    ['a TTL beyond 32 bits', { defaultTtl: 2 ** 31 }],
    ['no partition key path', { partitionKey: { paths: [] } }],
    ['a partition key path without a slash', { partitionKey: { paths: ['pk'] } }],
    ['a partition key path with a star', { partitionKey: { paths: ['/pk/*'] } }],
    ['two paths of one hash', { partitionKey: { paths: ['/a', '/b'] } }],
    ['four paths', { partitionKey: { paths: ['/a', '/b', '/c', '/d'], kind: 'MultiHash' } }],
    ['one path twice', { partitionKey: { paths: ['/a', '/a'], kind: 'MultiHash' } }],
    ['another kind', { partitionKey: { paths: ['/a'], kind: 'Range' } }],
    ['another version', { partitionKey: { paths: ['/a'], version: 3 } }],
    ['unique keys, which would not be kept', { uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/a'] }] } }],
    ['no policy', policy(null)],
    ['an unknown mode', policy({ indexingMode: 'sometimes' })],
    ['automatic as a text', policy({ automatic: 'yes' })],
    ['paths that are no list', policy({ includedPaths: '/*' })],
    ['a path that is none', included(1)],
    ['a path without an end', included('/price')],
    ['a path without a slash', included('price/?')],
    ['a star in the middle', included('/tags/*/name/?')],
    ['a label that wants quotes', included('/list-price/?')],
    ['a path twice', included('/price/?', '/price/?')],
    ['a path in both sets', included('/*')],
    ['no root', policy({ includedPaths: [{ path: '/a/?' }], excludedPaths: [{ path: '/b/*' }] })],
    ['composites that are no list', policy({ compositeIndexes: {} })],
    ['a composite of one path', composite([pair[0]])],
    ['a composite path with an end', composite([pair[0], { path: '/b/?' }])],
    ['a composite order', composite([pair[0], { path: '/b', order: 'up' }])],
  ])('%s is 400', async (_, faulty) => {
    expect(await refusal(cosmos.container(faulty as never))).toMatchObject({ code: 400 });
  });

  test.each([
    ['the default paths', policy({ indexingMode: 'consistent' })],
    ['no index', policy({ indexingMode: 'none', automatic: false })],
    ['everything but', policy({ includedPaths: [{ path: '/*' }], excludedPaths: [{ path: '/a/"b c"/?' }] })],
    ['elements of an array', included('/tags/[]/name/?', '/"list-price"/*')],
    ['the root of old', policy({ includedPaths: [{ path: '/' }] })],
    ['composites', composite(pair)],
    ['a nested key', { partitionKey: { paths: ['/a/b', '/"c d"'], kind: 'MultiHash' } }],
  ])('%s is taken', async (_, definition) => {
    await cosmos.container(definition as never);
  });

  test('a bad policy leaves the one that was', async () => {
    const container = await cosmos.container({ id: 'kept' });
    const { resource } = await container.read();
    const faulty = { ...resource, indexingPolicy: { includedPaths: [{ path: '/a' }] } };
    expect((await refusal(container.replace(faulty as never))).code).toBe(400);
    expect((await container.read()).resource?.indexingPolicy).toEqual(resource?.indexingPolicy);
  });

  test('throughput is tolerated', async () => {
    const container = await cosmos.container({ id: 'provisioned', throughput: 400 });
    expect((await container.readOffer()).resource).toBeUndefined();
  });

  test('an account names itself as its only location', async () => {
    const { resource } = await cosmos.client.getDatabaseAccount();
    expect(resource?.writableLocations).toHaveLength(1);
    expect(resource?.readableLocations[0]?.databaseAccountEndpoint).toBe(cosmos.endpoint);
    expect(await cosmos.client.getWriteEndpoint()).toBe(cosmos.endpoint);
  });

  test('fewer indexed terms make a write cheaper', async () => {
    const item = {
      id: '1',
      pk: 'a',
      ...Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`p${i}`, i])),
    };
    const all = await cosmos.container();
    const none = await cosmos.container({
      indexingPolicy: { includedPaths: [], excludedPaths: [{ path: '/*' }] },
    });
    const dear = (await all.items.create(item)).requestCharge;
    const cheap = (await none.items.create(item)).requestCharge;
    expect(dear - cheap).toBeCloseTo(0.2 * 22, 5);
    expect(cheap).toBeCloseTo(4.95 + 0.4, 5);
  });
});

describe('knobs for tests', () => {
  test('charges by container and operation since the last reset', async () => {
    const cosmos = await startWithClient();
    const items = await cosmos.container({ id: 'seats' });
    const url = `${cosmos.endpoint}_stand-in/charges`;
    await fetch(url, { method: 'DELETE' });
    const { requestCharge } = await items.items.create({ id: '1', pk: 'a' });
    await items.item('1', 'a').read();
    await items.item('1', 'a').read();
    await refusal(items.items.create({ id: '1', pk: 'a' }));
    expect(await (await fetch(url)).json()).toMatchObject({
      charges: [
        { container: 'arena/seats', operation: 'create', count: 1, charge: requestCharge },
        { container: 'arena/seats', operation: 'read', count: 2, charge: 2 },
        { container: 'arena/seats', operation: 'create 409', count: 1, charge: 1.24 },
      ],
    });
    await cosmos.close();
  });

  test('a limit of request units: 429 with a time to wait, which the SDK waits for', async () => {
    let now = 1_000_000_000_000;
    const chaos = { lostReply: 0, ruPerSecond: 5, random: Math.random };
    const cosmos = await startWithClient({ clock: { now: () => now }, chaos });
    const items = await cosmos.container({ id: 'slow' });
    const other = await cosmos.container();
    const impatient = new CosmosClient({
      endpoint: cosmos.endpoint,
      key: 'bG9jYWw=',
      connectionPolicy: {
        retryOptions: {
          maxRetryAttemptCount: 0,
          fixedRetryIntervalInMilliseconds: 0,
          maxWaitTimeInSeconds: 0,
        },
      },
    });
    await items.items.create({ id: '1', pk: 'a' });
    const throttled = impatient.database('arena').container('slow');
    const error = await refusal(throttled.items.create({ id: '2', pk: 'a' }));
    expect(error.code).toBe(429);
    expect(error).toMatchObject({ retryAfterInMs: 1000, substatus: 3200 });
    expect((await other.items.create({ id: '2', pk: 'a' })).statusCode).toBe(201);
    now += 1000;
    expect((await items.items.create({ id: '2', pk: 'a' })).statusCode).toBe(201);
    impatient.dispose();
    await cosmos.close();
  });

  test('a lost reply: the write is done, the caller does not hear of it', async () => {
    const lossy = { lostReply: 0, ruPerSecond: 0, random: seededRandom(1) };
    const cosmos = await startWithClient({ chaos: lossy });
    const items: Container = await cosmos.container();
    lossy.lostReply = 1;
    const body = JSON.stringify({ id: '1', pk: 'a' });
    const headers = { authorization: 'any', 'x-ms-documentdb-partitionkey': '["a"]' };
    const url = `${cosmos.endpoint}dbs/arena/colls/${items.id}/docs`;
    await expect(fetch(url, { method: 'POST', headers, body })).rejects.toThrow('fetch failed');
    lossy.lostReply = 0;
    expect((await items.item('1', 'a').read()).statusCode).toBe(200);
    await cosmos.close();
  });
});
