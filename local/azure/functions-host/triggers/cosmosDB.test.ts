import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CosmosClient } from '@azure/cosmos';
import { type CosmosServer, startCosmos } from '../../cosmos';
import { fixture, type HostProcess, startHostProcess } from '../fixtures/hostProcess';

const KEY = 'C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==';
let dataDir: string;
let fault: string;
let cosmos: CosmosServer;
let client: CosmosClient;
let settings: Record<string, string>;
const hosts = new Set<HostProcess>();

const connectionString = () => `AccountEndpoint=http://127.0.0.1:${cosmos.port}/;AccountKey=${KEY};`;

async function startHost(): Promise<HostProcess> {
  const host = await startHostProcess(fixture('cosmos'), settings);
  hosts.add(host);
  return host;
}

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'feed-'));
  fault = path.join(dataDir, 'fault');
  cosmos = await startCosmos({ port: 0, dataDir });
  client = new CosmosClient(connectionString());
  const { database } = await client.databases.create({ id: 'shop' });
  await database.containers.create({ id: 'items', partitionKey: '/id' });
  await database.containers.create({ id: 'leases', partitionKey: '/id' });
  settings = { COSMOS: connectionString(), DATABASE: 'shop', FAULT: fault };
});
afterEach(async () => {
  await Promise.all([...hosts].map((host) => host.stop()));
  hosts.clear();
  client.dispose();
  await cosmos.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const items = () => client.database('shop').container('items').items;
const create = async (...ids: string[]) => {
  for (const id of ids) await items().create({ id, kind: id[0] });
};

/** Ids a host says it has done, in order, batches joined. */
const done = (host: HostProcess, what = 'endless \\d+ did') =>
  [...host.output().matchAll(new RegExp(`^${what} (.*)$`, 'gm'))].flatMap(([, ids]) => ids?.split(',') ?? []);

test('from the beginning in batches, then as changes come; others start from now', async () => {
  await create('a', 'b', 'c', 'd');
  const host = await startHost();
  await host.printed(/endless \d+ did a,b,c\n[\s\S]*endless \d+ did d\n/);
  await host.printed(/Executing 'Functions\.endless' \(Reason='New changes on container items at .*Z', Id=/);
  await create('e');
  await host.printed(/endless \d+ did e/);
  await host.printed(/fresh got e/);
  await host.printed(/once got e/);
  expect(host.output()).not.toMatch(/(once|fresh) got a/);
});

test('under an endless retry a batch that threw is never skipped, not even over kill -9', async () => {
  writeFileSync(fault, '');
  await create('a', 'b');
  const one = await startHost();
  await one.printed(/endless \d+ got a,b retry=2/);
  await one.stop('SIGKILL');
  await create('c');
  const two = await startHost();
  await two.printed(/endless \d+ got a,b,c retry=1/);
  rmSync(fault);
  await two.printed(/endless \d+ did a,b,c/);
});

test('without a retry policy a batch that threw is logged and gone', async () => {
  const host = await startHost();
  await create('first');
  await host.printed(/once got first/);
  await create('bad');
  await host.printed(/Executed 'Functions\.once' \(Failed/);
  await create('next');
  await host.printed(/once got (bad,)?next/);
  expect(host.output().match(/once got bad\n/g)).toHaveLength(1);
});

test('two hosts do not share one feed range; a stop hands it over at once', async () => {
  const one = await startHost();
  await create('a');
  await one.printed(/endless \d+ did a/);
  const two = await startHost();
  await create('b');
  await one.printed(/endless \d+ did b/);
  expect(await one.stop()).toBe(0);
  await create('c');
  await two.printed(/endless \d+ did c/);
  expect([...done(one), ...done(two)]).toEqual(['a', 'b', 'c']);
});

test('after kill -9 of its owner a lease expires and another host goes on where it was', async () => {
  const one = await startHost();
  await create('a');
  await one.printed(/endless \d+ did a/);
  const two = await startHost();
  await one.stop('SIGKILL');
  await create('b');
  await two.printed(/endless \d+ did b/);
  expect(done(two)).not.toContain('a');
});

/** The test's own client may have a connection to what went away, and loses answers like everybody else. */
async function upsertAtLast(id: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await items().upsert({ id });
      return;
    } catch (error) {
      if (attempt === 10) throw error;
    }
  }
}

test('when Cosmos DB goes away and comes back, so does the trigger', async () => {
  const host = await startHost();
  await create('a');
  await host.printed(/endless \d+ did a/);
  const { port } = cosmos;
  await cosmos.close();
  await host.printed(/Cosmos DB shop\/items of 'Functions\.endless': .*Trying again until it works/);
  cosmos = await startCosmos({ port, dataDir });
  await upsertAtLast('b');
  await host.printed(/endless \d+ did b/);
});

test('every change arrives although answers are lost', async () => {
  const { port } = cosmos;
  await cosmos.close();
  let seed = 1;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  cosmos = await startCosmos({ port, dataDir, chaos: { lostReply: 0.1, ruPerSecond: 0, random } });
  const host = await startHost();
  const ids = Array.from({ length: 30 }, (_, n) => `n${n}`);
  for (const id of ids) await upsertAtLast(id);
  for (const id of ids) await host.printed(new RegExp(`endless \\d+ did (.*,)?${id}(,|\\n)`));
});

test('a container that does not exist is named, and used once it does', async () => {
  await client.database('shop').container('leases').delete();
  const host = await startHost();
  await host.printed(
    /The lease container shop\/leases \(createLeaseContainerIfNotExists is not set\) does not exist/,
  );
  await client.database('shop').containers.create({ id: 'leases', partitionKey: '/id' });
  await create('a');
  await host.printed(/endless \d+ did a/);
});

test('a container made anew is read anew', async () => {
  const host = await startHost();
  await create('a');
  await host.printed(/endless \d+ did a/);
  await client.database('shop').container('items').delete();
  await host.printed(/Cosmos DB shop\/items of 'Functions\.endless': .*Trying again until it works/);
  await client.database('shop').containers.create({ id: 'items', partitionKey: '/id' });
  await create('b');
  await host.printed(/endless \d+ did b/);
});

test('input bindings read by id and by query, output bindings write', async () => {
  const host = await startHost();
  const body = JSON.stringify([
    { id: 'x1', kind: 'x' },
    { id: 'x2', kind: 'x' },
  ]);
  expect((await fetch(host.url('/api/write'), { method: 'POST', body })).status).toBe(202);
  const withoutId = JSON.stringify({ kind: 'x' });
  expect((await fetch(host.url('/api/write'), { method: 'POST', body: withoutId })).status).toBe(500);
  await host.printed(/Executed 'Functions\.write' \(Failed/);
  const read = async (pathname: string) => (await fetch(host.url(pathname))).json();
  expect(await read('/api/read/x1?kind=x')).toMatchObject({ one: { id: 'x1' }, alike: 2 });
  expect(await read("/api/read/nobody?kind=' OR true")).toEqual({ one: null, alike: 0 });
  await host.printed(/endless \d+ did (x1,)?x2/);
});
