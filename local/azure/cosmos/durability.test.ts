import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CosmosClient } from '@azure/cosmos';
import { freePort, type StandInProcess, spawnStandIn } from '../testing/childProcess';
import { startCosmos } from './server/startCosmos';

describe('the stand-in as a process', () => {
  let folder: string;
  const processes = new Set<StandInProcess>();
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cosmos-'));
  });
  afterEach(async () => {
    await Promise.all([...processes].map((each) => each.stop('SIGKILL')));
    processes.clear();
    rmSync(folder, { recursive: true, force: true });
  });

  function start(port: number): StandInProcess {
    const started = spawnStandIn('cosmos', ['--port', String(port), '--data', folder]);
    processes.add(started);
    return started;
  }
  const client = (port: number) =>
    new CosmosClient({ endpoint: `http://127.0.0.1:${port}/`, key: 'bG9jYWw=' });

  test('what was acknowledged is there after kill -9 in the midst of writing', async () => {
    const port = await freePort();
    const first = start(port);
    await first.printed(/listens/);
    const before = client(port);
    const { database } = await before.databases.createIfNotExists({ id: 'arena' });
    const { container } = await database.containers.createIfNotExists({ id: 'seats', partitionKey: '/pk' });
    const acknowledged: string[] = [];
    let lastLsn = '';
    const writing = (async () => {
      for (let i = 0; ; i += 1) {
        const response = await container.items.batch(
          [`${i}-a`, `${i}-b`].map((id) => ({
            operationType: 'Create' as const,
            resourceBody: { id, pk: 'p' },
          })),
          'p',
        );
        acknowledged.push(`${i}-a`, `${i}-b`);
        lastLsn = String(response.headers['x-ms-session-token']);
        if (i === 50) void first.stop('SIGKILL');
      }
    })();
    await expect(writing).rejects.toThrow();
    before.dispose();

    const second = start(port);
    await second.printed(/listens/);
    const after = client(port);
    const seats = after.database('arena').container('seats');
    const { resources } = await seats.items.query<string>('SELECT VALUE c.id FROM c').fetchAll();
    expect(resources).toEqual(expect.arrayContaining(acknowledged));
    const halves = resources.map((id) => id.split('-')[0]);
    expect(halves.every((half) => halves.filter((each) => each === half).length === 2)).toBe(true);
    const { headers } = await seats.items.create({ id: 'after', pk: 'p' });
    const lsn = (token: string) => Number(token.split('#')[1]);
    expect(lsn(String(headers['x-ms-session-token']))).toBeGreaterThan(lsn(lastLsn));
    after.dispose();
    expect(readdirSync(path.join(folder, 'cosmos'))).toContain('cosmos.db');
  });

  test('one line when ready; SIGTERM ends it with 0', async () => {
    const port = await freePort();
    const cosmos = start(port);
    await cosmos.printed(/\n/);
    expect(cosmos.output()).toBe(`Cosmos DB listens on http://127.0.0.1:${port}/\n`);
    expect(await cosmos.stop()).toBe(0);
  });

  test('a taken port is one line that names it, and exit code 1', async () => {
    const taken = await startCosmos({ port: 0 });
    const cosmos = start(taken.port);
    expect(await cosmos.ended).toBe(1);
    await taken.close();
    expect(cosmos.output()).toBe(`Cosmos DB: port ${taken.port} is already taken.\n`);
  });

  test.each([
    [['--port', 'all'], '--port must be a whole number from 0 to 65535, it is "all".'],
    [
      ['--chaos', 'lostReply=2'],
      '--chaos: "lostReply=2" is not one of duplicate=<0 to 1>, delayMs=<number>,',
    ],
    [['--prot', '1'], "Unknown option '--prot'"],
  ])('%j is refused in one line', async (args, message) => {
    const cosmos = spawnStandIn('cosmos', ['--data', folder, ...args]);
    expect(await cosmos.ended).toBe(1);
    expect(cosmos.output()).toMatch(/^Cosmos DB: [^\n]*\n$/);
    expect(cosmos.output()).toContain(message);
  });
});
