/**
 * Operations per second of the stand-in for Cosmos DB: its engine, the SDK in process, the SDK over the socket.
 * `npm run build && node dist/bench/standins/cosmos.js`
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Container as ClientContainer, CosmosClient } from '@azure/cosmos';
import { executeBatch } from '../../local/azure/cosmos/engine/batch';
import type { Container } from '../../local/azure/cosmos/engine/container';
import { createItem, readItem, replaceItem } from '../../local/azure/cosmos/engine/items';
import { CosmosEngine, inProcessClient, startCosmos } from '../../local/azure/cosmos/index';
import { executeQuery } from '../../local/azure/cosmos/query/executeQuery';

const COUNT = 20_000;
const DEFINITION = {
  id: 'seats',
  partitionKey: { paths: ['/performanceId'] },
  defaultTtl: -1,
  indexingPolicy: {
    includedPaths: [{ path: '/kind/?' }, { path: '/sectionId/?' }, { path: '/dueAt/?' }],
    excludedPaths: [{ path: '/*' }],
  },
};
const NOTE = 'x'.repeat(500);
const seat = (i: number) => ({
  id: `A-${i}`,
  performanceId: `p${i % 50}`,
  kind: 'claim',
  sectionId: 'A',
  dueAt: new Date(1_800_000_000_000 + i * 1000).toISOString(),
  note: NOTE,
});
const keyOf = (i: number) => `["p${i % 50}"]`;

function report(name: string, count: number, startedAt: number): void {
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`${name.padEnd(62)} ${Math.round(count / seconds).toLocaleString('en')} /s`);
}

function measure(name: string, count: number, work: (i: number) => void): void {
  const startedAt = performance.now();
  for (let i = 0; i < count; i += 1) work(i);
  report(name, count, startedAt);
}

async function measureAsync(
  name: string,
  count: number,
  parallel: number,
  work: (i: number) => Promise<unknown>,
) {
  const startedAt = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  report(name, count, startedAt);
}

const openSeats = (engine: CosmosEngine): Container => {
  engine.catalog.createDatabase('marquee');
  return engine.catalog.createContainer('marquee', DEFINITION);
};

function benchEngine(label: string, file: string): void {
  const engine = new CosmosEngine({ file });
  const seats = openSeats(engine);
  measure(`${label}: create`, COUNT, (i) => createItem(seats, engine.moment(seats), keyOf(i), seat(i)));
  measure(`${label}: point read`, COUNT, (i) => readItem(seats, engine.now(), keyOf(i), `A-${i}`));
  measure(`${label}: replace`, COUNT, (i) =>
    replaceItem(seats, engine.moment(seats), keyOf(i), `A-${i}`, seat(i)),
  );
  measure(`${label}: batch of two creates`, COUNT / 2, (i) => {
    const operations = [`B-${i}`, `C-${i}`].map((id) => ({
      operationType: 'Create',
      resourceBody: { ...seat(i), id },
    }));
    if (!executeBatch(seats, engine.now(), keyOf(i), operations).ok) throw new Error('batch failed');
  });
  const due = {
    text: 'SELECT * FROM c WHERE c.dueAt <= @now',
    parameters: [{ name: '@now', value: seat(20).dueAt }],
    maxItems: 100,
  };
  const column = (segments: readonly string[]) => engine.catalog.indexColumn(seats, segments);
  measure(`${label}: first query by dueAt over 40,000 items (adds its index)`, 1, () =>
    executeQuery(seats, engine.now(), due, column),
  );
  measure(`${label}: query by dueAt over 40,000 items, some 60 found`, 500, () =>
    executeQuery(seats, engine.now(), due, column),
  );
  engine.close();
}

async function benchClient(label: string, container: ClientContainer, parallel: number, count: number) {
  await measureAsync(`${label}: create`, count, parallel, (i) => container.items.create(seat(i)));
  await measureAsync(`${label}: point read`, count, parallel, (i) =>
    container.item(`A-${i}`, `p${i % 50}`).read(),
  );
  await measureAsync(`${label}: batch of two`, count / 2, parallel, (i) =>
    container.items.batch(
      [`B-${i}`, `C-${i}`].map((id) => ({
        operationType: 'Create' as const,
        resourceBody: { ...seat(i), id },
      })),
      `p${i % 50}`,
    ),
  );
  await measureAsync(`${label}: query in a partition`, count / 10, parallel, (i) =>
    container.items
      .query(
        { query: 'SELECT * FROM c WHERE c.id = @id', parameters: [{ name: '@id', value: `A-${i}` }] },
        {
          partitionKey: `p${i % 50}`,
        },
      )
      .fetchAll(),
  );
}

/** The server has a process, and so a core, to itself. */
async function serve(dataDir: string): Promise<void> {
  const server = await startCosmos({ port: 0, dataDir });
  openSeats(server.engine);
  process.send?.(server.port);
}

async function benchSocket(dataDir: string): Promise<void> {
  const child = fork(__filename, ['--serve', dataDir]);
  const port = await new Promise<number>((resolve) =>
    child.once('message', (message) => resolve(Number(message))),
  );
  const client = new CosmosClient({ endpoint: `http://127.0.0.1:${port}/`, key: 'bG9jYWw=' });
  await benchClient('SDK over the socket', client.database('marquee').container('seats'), 16, 10_000);
  client.dispose();
  child.kill();
}

async function main(): Promise<void> {
  const [mode, dataDir] = process.argv.slice(2);
  if (mode === '--serve' && dataDir !== undefined) return serve(dataDir);
  const folder = mkdtempSync(path.join(tmpdir(), 'marquee-bench-'));
  try {
    benchEngine('engine in a file', path.join(folder, 'engine.db'));
    benchEngine('engine in memory', ':memory:');
    const engine = new CosmosEngine({ file: ':memory:' });
    openSeats(engine);
    const client = inProcessClient(engine);
    await benchClient('SDK in process', client.database('marquee').container('seats'), 1, 10_000);
    client.dispose();
    engine.close();
    await benchSocket(path.join(folder, 'server.db'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
