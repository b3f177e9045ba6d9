import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { inProcessClient } from '../../local/azure/cosmos/inProcess';
import { commit, queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { directContainer } from './container';
import { Database } from './database';

/** One story for the real client and for the adapter that the simulation uses in its place: they must tell the same. */
const document = z.object({ id: z.string(), kind: z.string(), n: z.int().optional() });
const body = (id: string, n: number) => ({ id, performanceId: 'p', kind: 'claim', n }) as never;

async function story(container: Container): Promise<unknown[]> {
  const told: unknown[] = [];
  const tell = async (work: Promise<unknown>) => {
    told.push(await work.catch((error: { code?: unknown }) => ({ threw: error.code })));
  };
  const read = (id: string) => readDocument(container, id, 'p', document);
  const create = (id: string, n: number) => ({ operationType: 'Create', resourceBody: body(id, n) }) as const;
  const replace = (id: string, n: number, ifMatch: string) =>
    ({ operationType: 'Replace', id, resourceBody: body(id, n), ifMatch }) as const;
  await tell(read('a'));
  await tell(commit(container, 'p', [create('a', 1), create('b', 1)]));
  await tell(commit(container, 'p', [create('c', 1), create('a', 2)]));
  await tell(read('c'));
  const etag = (await read('a'))?.etag ?? '';
  await tell(
    commit(container, 'p', [replace('a', 2, etag), { operationType: 'Upsert', resourceBody: body('d', 4) }]),
  );
  await tell(commit(container, 'p', [replace('b', 9, '*'), replace('a', 3, etag)]));
  await tell(commit(container, 'p', [replace('nobody', 1, etag)]));
  const rows = () =>
    queryDocuments(
      container,
      'SELECT * FROM c WHERE c.kind = @kind AND c.n > 1 ORDER BY c.id',
      { kind: 'claim' },
      document,
      { partitionKey: 'p' },
    );
  await tell(rows());
  await tell(
    queryDocuments(container, 'SELECT c.id, c.kind FROM c WHERE c.n >= 1', {}, document, { limit: 2 }),
  );
  await tell(container.items.create({ ...(body('e', 5) as object) }).then(({ statusCode }) => statusCode));
  await tell(container.items.create({ ...(body('e', 6) as object) }));
  for (const id of ['a', 'b', 'd', 'e']) await tell(read(id));
  return told;
}

test('the adapter of the simulation answers as the real client does', async () => {
  const silent = () => undefined;
  const clock = { now: () => Date.UTC(2026, 10, 20) };
  const [direct, genuine] = [new Database(clock, silent), new Database(clock, silent)];
  const client = inProcessClient(genuine.engine);
  const told = await story(directContainer(direct, 'seats'));
  expect(told).toEqual(await story(client.database('marquee').container('seats')));
  expect(told.slice(0, 4)).toEqual([undefined, 'committed', 'conflict', undefined]);
  client.dispose();
  direct.close();
  genuine.close();
});

test('what a batch throws is wrapped as the real client wraps it', async () => {
  const busy = Object.assign(new Error('busy'), { code: 403 });
  const refuse = () => {
    throw busy;
  };
  const database = new Database({ now: () => 0 }, () => undefined);
  const client = inProcessClient(database.engine, { before: refuse });
  const write = (container: Container) =>
    container.items
      .batch([{ operationType: 'Create', resourceBody: body('a', 1) }], 'p')
      .catch(({ message, cause }: Error) => ({ message, cause }));
  const direct = directContainer(database, 'seats', async () => refuse());
  expect(await write(direct)).toEqual({ message: 'Batch request error: busy', cause: busy });
  expect(await write(client.database('marquee').container('seats'))).toEqual(await write(direct));
  client.dispose();
  database.close();
});
