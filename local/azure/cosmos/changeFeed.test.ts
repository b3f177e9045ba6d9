import { type ChangeFeedIteratorOptions, ChangeFeedStartFrom, type Container } from '@azure/cosmos';
import { closeAll, startWithClient } from './testClient';

afterAll(closeAll);

type Doc = { id: string; pk: string; n?: number; _lsn: number };

describe('change feed through the SDK', () => {
  let cosmos: Awaited<ReturnType<typeof startWithClient>>;
  let items: Container;
  beforeAll(async () => {
    cosmos = await startWithClient();
  });
  afterAll(() => cosmos.close());
  beforeEach(async () => {
    items = await cosmos.container({ defaultTtl: -1 });
  });

  /** Reads until the feed says there is nothing more. */
  async function drain(options: ChangeFeedIteratorOptions) {
    const iterator = items.items.getChangeFeedIterator(options);
    const pages: Doc[][] = [];
    let continuationToken = '';
    for (let i = 0; i < 100; i += 1) {
      const page = await iterator.readNext();
      continuationToken = page.continuationToken;
      if (page.statusCode === 304)
        return { pages, ids: pages.flat().map((doc) => doc.id), continuationToken };
      pages.push(page.result as unknown as Doc[]);
    }
    throw new Error('the feed does not end');
  }
  const create = (id: string, pk = 'a', more = {}) => items.items.create({ id, pk, ...more });

  test('from the beginning: every item once, at its latest version, in order of change', async () => {
    await create('1');
    await create('2', 'b');
    await create('3');
    await items.items.upsert({ id: '1', pk: 'a', n: 2 });
    const { pages, ids } = await drain({ changeFeedStartFrom: ChangeFeedStartFrom.Beginning() });
    expect(ids).toEqual(['2', '3', '1']);
    expect(pages[0]?.[2]?.n).toBe(2);
    const lsns = pages.flat().map((doc) => doc._lsn);
    expect(lsns).toEqual([...lsns].sort((a, b) => a - b));
  });

  test('from now: only what comes after; a continuation goes on', async () => {
    await create('before');
    const iterator = items.items.getChangeFeedIterator({ changeFeedStartFrom: ChangeFeedStartFrom.Now() });
    const first = await iterator.readNext();
    expect(first.statusCode).toBe(304);
    expect(first.count).toBe(0);
    expect(iterator.hasMoreResults).toBe(true);
    await create('after');
    const second = await iterator.readNext();
    expect(second.result.map((doc) => doc.id)).toEqual(['after']);
    await create('later');
    const { ids } = await drain({
      changeFeedStartFrom: ChangeFeedStartFrom.Continuation(second.continuationToken),
    });
    expect(ids).toEqual(['later']);
  });

  test('the default is from now', async () => {
    await create('before');
    expect((await drain({})).ids).toEqual([]);
  });

  test('of one partition key', async () => {
    await create('1', 'a');
    await create('2', 'b');
    await create('3', 'a');
    const { ids, continuationToken } = await drain({
      changeFeedStartFrom: ChangeFeedStartFrom.Beginning('a'),
    });
    expect(ids).toEqual(['1', '3']);
    await create('4', 'b');
    await create('5', 'a');
    const next = await drain({ changeFeedStartFrom: ChangeFeedStartFrom.Continuation(continuationToken) });
    expect(next.ids).toEqual(['5']);
  });

  test('of each feed range', async () => {
    await create('1', 'a');
    await create('2', 'b');
    const ranges = await items.getFeedRanges();
    const all = await Promise.all(
      ranges.map((range) => drain({ changeFeedStartFrom: ChangeFeedStartFrom.Beginning(range) })),
    );
    expect(all.flatMap(({ ids }) => ids).sort()).toEqual(['1', '2']);
  });

  test('of a part of a range', async () => {
    for (let n = 0; n < 40; n += 1) await create(String(n), `key ${n}`);
    const [whole] = await items.getFeedRanges();
    const FeedRange = whole?.constructor as new (min: string, max: string) => NonNullable<typeof whole>;
    const parts = [new FeedRange('', '1A'), new FeedRange('1A', '2B'), new FeedRange('2B', 'FF')];
    const idsOf = async (part: (typeof parts)[number]) =>
      (await drain({ changeFeedStartFrom: ChangeFeedStartFrom.Beginning(part) })).ids;
    const [low = [], middle = [], high = []] = await Promise.all(parts.map(idsOf));
    expect([...low, ...middle, ...high].map(Number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, n) => n),
    );
    expect([low, middle, high].every((ids) => ids.length > 3)).toBe(true);
  });

  test('of the prefix of a hierarchical key, whatever its type', async () => {
    const tree = await cosmos.container({
      partitionKey: { paths: ['/tenant', '/user'], kind: 'MultiHash', version: 2 } as never,
    });
    const tenants = ['t', 'tt', '극장의 아주 긴 이름 하나', 'sixteen letters!', 7, -0.5, true, false, null];
    for (const [n, tenant] of tenants.entries()) {
      for (const user of ['u', 'v']) await tree.items.create({ id: `${n}${user}`, tenant, user });
    }
    for (const [n, tenant] of tenants.entries()) {
      const start = ChangeFeedStartFrom.Beginning([tenant] as never);
      const { result } = await tree.items.getChangeFeedIterator({ changeFeedStartFrom: start }).readNext();
      expect([tenant, result.map(({ id }) => id)]).toEqual([tenant, [`${n}u`, `${n}v`]]);
    }
  });

  test.each(['Incremental feed', 'incremental feed', 'INCREMENTAL FEED'])('A-IM: %s', async (mode) => {
    await create('1');
    const url = `${cosmos.endpoint}dbs/arena/colls/${items.id}/docs`;
    const response = await fetch(url, { headers: { authorization: 'any', 'a-im': mode } });
    expect(response.status).toBe(200);
    expect(((await response.json()) as { _count: number })._count).toBe(1);
  });

  test('pages of maxItemCount; a batch is never split', async () => {
    for (const id of ['1', '2', '3', '4', '5']) await create(id);
    const { pages } = await drain({
      changeFeedStartFrom: ChangeFeedStartFrom.Beginning(),
      maxItemCount: 2,
    });
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    await items.items.batch(
      ['b1', 'b2', 'b3', 'b4'].map((id) => ({ operationType: 'Create', resourceBody: { id, pk: 'a' } })),
      'a',
    );
    await create('6');
    const again = await drain({ changeFeedStartFrom: ChangeFeedStartFrom.Beginning(), maxItemCount: 2 });
    expect(again.pages.map((page) => page.map((doc) => doc.id))).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', 'b1', 'b2', 'b3', 'b4'],
      ['6'],
    ]);
    const batch = again.pages[2]?.slice(1).map((doc) => doc._lsn);
    expect(new Set(batch).size).toBe(1);
  });

  test('a deleted item and a failed batch leave no trace', async () => {
    await create('1');
    await create('2');
    await items.item('1', 'a').delete();
    await items.items.batch(
      [
        { operationType: 'Create', resourceBody: { id: '3', pk: 'a' } },
        { operationType: 'Create', resourceBody: { id: '2', pk: 'a' } },
      ],
      'a',
    );
    expect((await drain({ changeFeedStartFrom: ChangeFeedStartFrom.Beginning() })).ids).toEqual(['2']);
  });

  test('a continuation of another container is refused', async () => {
    const { continuationToken } = await drain({ changeFeedStartFrom: ChangeFeedStartFrom.Beginning() });
    items = await cosmos.container();
    const changeFeedStartFrom = ChangeFeedStartFrom.Continuation(continuationToken);
    await expect(drain({ changeFeedStartFrom })).rejects.toThrow(/not for the current container/);
  });
});

describe('change feed from a time, on a clock of the test', () => {
  test('includes what changed at or after it, and goes on from there', async () => {
    let now = Date.parse('2026-11-20T10:00:00.000Z');
    const cosmos = await startWithClient({ clock: { now: () => now } });
    const items = await cosmos.container();
    await items.items.create({ id: 'early', pk: 'a' });
    now += 60_000;
    const start = new Date(now);
    now += 1000;
    await items.items.create({ id: 'late', pk: 'a' });
    for (const changeFeedStartFrom of [
      ChangeFeedStartFrom.Time(start),
      ChangeFeedStartFrom.Time(start, 'a' as never),
    ]) {
      const iterator = items.items.getChangeFeedIterator({ changeFeedStartFrom });
      const page = await iterator.readNext();
      expect(page.result.map((doc) => doc.id)).toEqual(['late']);
      expect((await iterator.readNext()).statusCode).toBe(304);
    }
    await cosmos.close();
  });
});
