import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CosmosClient } from '@azure/cosmos';
import { startCosmos } from './server/startCosmos';

/** Runs a TypeScript file in a process of its own, compiled as Jest compiles it. */
const RUN_TYPESCRIPT = `
  const { transformSync } = require('@swc/core');
  require.extensions['.ts'] = (module, filename) => module._compile(transformSync(
    require('node:fs').readFileSync(filename, 'utf8'),
    { filename, jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
  ).code, filename);
  require(${JSON.stringify(path.join(__dirname, 'main.ts'))});
`;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

describe('the stand-in as a process', () => {
  let folder: string;
  const children: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'marquee-cosmos-'));
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  function start(port: number) {
    const env = {
      ...process.env,
      MARQUEE_DATA_DIR: folder,
      MARQUEE_PORT_OFFSET: String(port - 8081),
      MARQUEE_CHAOS: '',
    };
    const child = spawn(process.execPath, ['-e', RUN_TYPESCRIPT], { env, cwd: process.cwd() });
    children.push(child);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    const ready = new Promise<void>((resolve, reject) => {
      child.stdout.on('data', () => output.includes('listens') && resolve());
      child.once('exit', () => reject(new Error(output)));
    });
    ready.catch(() => undefined);
    return { child, ready, output: () => output };
  }
  const client = (port: number) =>
    new CosmosClient({ endpoint: `http://127.0.0.1:${port}/`, key: 'bG9jYWw=' });

  test('what was acknowledged is there after kill -9 in the midst of writing', async () => {
    const port = await freePort();
    const first = start(port);
    await first.ready;
    const before = client(port);
    const { database } = await before.databases.createIfNotExists({ id: 'marquee' });
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
        if (i === 50) first.child.kill('SIGKILL');
      }
    })();
    await expect(writing).rejects.toThrow();
    before.dispose();

    const second = start(port);
    await second.ready;
    const after = client(port);
    const seats = after.database('marquee').container('seats');
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
    const { child, ready, output } = start(port);
    await ready;
    expect(output().trim().split('\n')).toEqual([`Cosmos DB listens on http://127.0.0.1:${port}/`]);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('a taken port is one line that names it, and exit code 1', async () => {
    const taken = await startCosmos({ port: 0, file: ':memory:' });
    const { child, output } = start(taken.port);
    const ended = await once(child, 'exit');
    await taken.close();
    expect(ended).toEqual([1, null]);
    expect(output().trim().split('\n')).toEqual([`Cosmos DB: port ${taken.port} is taken.`]);
  });
});
