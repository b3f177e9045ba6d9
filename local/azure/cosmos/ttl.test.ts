import { ChangeFeedStartFrom } from '@azure/cosmos';
import { closeAll, refusal, startWithClient } from './testClient';

afterAll(closeAll);

/** A server on a clock that only the test moves. */
async function onTestClock(defaultTtl?: number) {
  const time = { now: Date.parse('2026-11-20T10:00:00.500Z') };
  const cosmos = await startWithClient({ clock: { now: () => time.now } });
  const items = await cosmos.container(defaultTtl === undefined ? {} : { defaultTtl });
  const exists = async (id: string) => (await items.item(id, 'a').read()).statusCode === 200;
  return { ...cosmos, items, time, exists };
}

describe('time to live', () => {
  test.each([
    ['container off, item has one', undefined, 1, true],
    ['container on without default, item has one', -1, 1, false],
    ['container on without default, item has none', -1, undefined, true],
    ['container default, item has none', 1, undefined, false],
    ['container default, item says never', 1, -1, true],
    ['container default, item lives longer', 1, 100, true],
    ['container default, item lives shorter', 100, 1, false],
  ])('%s', async (_, defaultTtl, ttl, livesOn) => {
    const { items, time, exists, close } = await onTestClock(defaultTtl);
    await items.items.create({ id: '1', pk: 'a', ...(ttl === undefined ? {} : { ttl }) });
    time.now += 999;
    expect(await exists('1')).toBe(true);
    time.now += 1;
    expect(await exists('1')).toBe(livesOn);
    await close();
  });

  test('an expired item is gone for everything at once, and its id is free', async () => {
    const { items, time, server, close } = await onTestClock(-1);
    const { etag } = await items.items.create({ id: 'x', pk: 'a', ttl: 5, old: true });
    await items.items.create({ id: 'stays', pk: 'a' });
    time.now += 5000;
    const item = items.item('x', 'a');
    expect((await item.read()).statusCode).toBe(404);
    expect((await refusal(item.replace({ id: 'x', pk: 'a' }))).code).toBe(404);
    expect((await refusal(item.delete())).code).toBe(404);
    expect((await refusal(item.patch([{ op: 'set', path: '/n', value: 1 }]))).code).toBe(404);
    for (const query of ['SELECT VALUE c.id FROM c', "SELECT VALUE c.id FROM c WHERE c.pk = 'a'"]) {
      expect((await items.items.query(query).fetchAll()).resources).toEqual(['stays']);
    }
    expect((await items.items.query('SELECT VALUE COUNT(1) FROM c').fetchAll()).resources).toEqual([1]);
    const feed = items.items.getChangeFeedIterator({ changeFeedStartFrom: ChangeFeedStartFrom.Beginning() });
    expect((await feed.readNext()).result.map((each) => each.id)).toEqual(['stays']);
    const batch = await items.items.batch(
      [{ operationType: 'Create', resourceBody: { id: 'x', pk: 'a' } }],
      'a',
    );
    expect(batch.result?.[0]?.statusCode).toBe(201);
    const { resource } = await item.read();
    expect(resource?.old).toBeUndefined();
    expect(resource?._etag).not.toBe(etag);
    expect((await feed.readNext()).result.map((each) => each.id)).toEqual(['x']);
    expect(server.engine.purgeExpired()).toBe(0);
    await close();
  });

  test('purging changes nothing anyone sees', async () => {
    const { items, time, server, exists, close } = await onTestClock(10);
    await items.items.create({ id: '1', pk: 'a' });
    await items.items.create({ id: '2', pk: 'a', ttl: 100 });
    time.now += 10_000;
    expect(server.engine.purgeExpired()).toBe(1);
    expect([await exists('1'), await exists('2')]).toEqual([false, true]);
    await close();
  });

  test('a write starts the time anew', async () => {
    const { items, time, exists, close } = await onTestClock(10);
    await items.items.create({ id: '1', pk: 'a' });
    time.now += 9_000;
    await items.item('1', 'a').patch([{ op: 'set', path: '/touched', value: true }]);
    time.now += 9_000;
    expect(await exists('1')).toBe(true);
    time.now += 1_000;
    expect(await exists('1')).toBe(false);
    await close();
  });

  test('items without a ttl follow a changed default', async () => {
    const { items, time, exists, close } = await onTestClock();
    await items.items.create({ id: 'plain', pk: 'a' });
    await items.items.create({ id: 'own', pk: 'a', ttl: 100 });
    const { resource } = await items.read();
    await items.replace({
      ...(resource as never as { id: string }),
      partitionKey: { paths: ['/pk'] },
      defaultTtl: 5,
    });
    time.now += 5_000;
    expect([await exists('plain'), await exists('own')]).toEqual([false, true]);
    await close();
  });

  test.each([0, -2, 1.5, 2 ** 31, null, 'soon'])('ttl %p is 400', async (ttl) => {
    const { items, close } = await onTestClock(-1);
    expect((await refusal(items.items.create({ id: '1', pk: 'a', ttl: ttl as number }))).code).toBe(400);
    await close();
  });
});
