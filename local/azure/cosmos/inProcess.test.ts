import { ChangeFeedStartFrom } from '@azure/cosmos';
import { CosmosEngine } from './engine/engine';
import { inProcessClient } from './inProcess';
import { refusal } from './testClient';

async function open(hooks: Parameters<typeof inProcessClient>[1] = {}) {
  const engine = new CosmosEngine({ file: ':memory:', clock: { now: () => 1_800_000_000_000 } });
  const client = inProcessClient(engine, hooks);
  const { database } = await client.databases.createIfNotExists({ id: 'arena' });
  const { container } = await database.containers.createIfNotExists({ id: 'c', partitionKey: '/pk' });
  return { engine, client, container };
}

describe('the SDK in process', () => {
  test('items, batches, queries and the change feed, with the same errors as over the wire', async () => {
    const { engine, client, container } = await open();
    const { resource } = await container.items.create({ id: '1', pk: '가', n: 1 });
    expect(resource?._ts).toBe(1_800_000_000);
    const conflict = await refusal(container.items.create({ id: '1', pk: '가' }));
    expect(conflict).toMatchObject({ code: 409, body: { code: 'Conflict' } });
    const accessCondition = { type: 'IfMatch', condition: '"old"' };
    expect((await refusal(container.item('1', '가').delete({ accessCondition }))).code).toBe(412);
    expect((await container.item('2', '가').read()).statusCode).toBe(404);
    const unchanged = { type: 'IfNoneMatch', condition: resource?._etag as string };
    expect((await container.item('1', '가').read({ accessCondition: unchanged })).statusCode).toBe(304);
    const batch = await container.items.batch(
      [
        { operationType: 'Create', resourceBody: { id: '2', pk: '가' } },
        { operationType: 'Create', resourceBody: { id: '1', pk: '가' } },
      ],
      '가',
    );
    expect(batch.result?.map((each) => each.statusCode)).toEqual([424, 409]);
    const ordered = await container.items.query('SELECT VALUE c.id FROM c ORDER BY c.n').fetchAll();
    expect(ordered.resources).toEqual(['1']);
    const feed = container.items.getChangeFeedIterator({
      changeFeedStartFrom: ChangeFeedStartFrom.Beginning(),
    });
    expect((await feed.readNext()).count).toBe(1);
    expect((await feed.readNext()).statusCode).toBe(304);
    client.dispose();
    engine.close();
  });

  test('a hook loses a reply: the write is done, the caller gets the error', async () => {
    let lose = false;
    const after = () => {
      if (lose) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    };
    const { engine, client, container } = await open({ after });
    lose = true;
    await expect(container.items.create({ id: '1', pk: 'a' })).rejects.toThrow('socket hang up');
    lose = false;
    expect((await container.item('1', 'a').read()).statusCode).toBe(200);
    client.dispose();
    engine.close();
  });
});
