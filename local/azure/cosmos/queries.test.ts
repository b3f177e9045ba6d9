import type { Container, FeedOptions, JSONValue } from '@azure/cosmos';
import { closeAll, refusal, startWithClient } from './testClient';

afterAll(closeAll);

const SHOWS = [
  {
    id: '1',
    pk: 'a',
    title: 'Rent',
    price: 100,
    tags: ['rock', 'classic'],
    open: true,
    at: { city: 'Seoul' },
  },
  { id: '2', pk: 'b', title: 'Cats', price: 80, tags: ['classic'], open: false, at: { city: '부산' } },
  { id: '3', pk: 'a', title: 'Wicked', price: 120, tags: [], open: true, at: { city: 'Seoul' } },
  { id: '4', pk: 'c', title: '명성황후', price: 90, tags: ['history'], open: true, at: { city: '서울' } },
  {
    id: '5',
    pk: 'b',
    title: 'Rent 2',
    price: 100,
    open: null,
    seats: [
      { row: 'A', n: 1 },
      { row: 'B', n: 2 },
    ],
  },
];

describe('queries through the SDK', () => {
  let cosmos: Awaited<ReturnType<typeof startWithClient>>;
  let items: Container;
  beforeAll(async () => {
    cosmos = await startWithClient();
    items = await cosmos.container();
    for (const show of SHOWS) await items.items.create({ ...show });
  });
  afterAll(() => cosmos.close());

  async function all(query: string, parameters: Record<string, JSONValue> = {}, options: FeedOptions = {}) {
    const named = Object.entries(parameters).map(([name, value]) => ({ name, value }));
    const { resources } = await items.items.query({ query, parameters: named }, options).fetchAll();
    return resources;
  }

  describe('one partition, and all of them, give the same kind of answer', () => {
    const cases: [string, unknown[]][] = [
      ["SELECT VALUE c.id FROM c WHERE c.title = 'Rent'", ['1']],
      ["SELECT VALUE c.id FROM c WHERE c.title != 'Rent'", ['2', '3', '4', '5']],
      ["SELECT VALUE c.id FROM c WHERE c.title <> 'Rent' AND c.price >= 100", ['3', '5']],
      ['SELECT VALUE c.id FROM c WHERE c.price > 80 AND c.price < 120', ['1', '4', '5']],
      ['SELECT VALUE c.id FROM c WHERE c.price BETWEEN 80 AND 90', ['2', '4']],
      ['SELECT VALUE c.id FROM c WHERE c.price NOT BETWEEN 80 AND 90', ['1', '3', '5']],
      ["SELECT VALUE c.id FROM c WHERE c.title IN ('Rent', 'Cats')", ['1', '2']],
      ["SELECT VALUE c.id FROM c WHERE c.title NOT IN ('Rent', 'Cats')", ['3', '4', '5']],
      ["SELECT VALUE c.id FROM c WHERE c.title LIKE 'Rent%'", ['1', '5']],
      ["SELECT VALUE c.id FROM c WHERE c.title LIKE '_ats'", ['2']],
      ["SELECT VALUE c.id FROM c WHERE c.title NOT LIKE '%e%'", ['2', '4']],
      ["SELECT VALUE c.id FROM c WHERE CONTAINS(c.title, 'ent')", ['1', '5']],
      ["SELECT VALUE c.id FROM c WHERE CONTAINS(c.title, 'RENT', true)", ['1', '5']],
      ["SELECT VALUE c.id FROM c WHERE CONTAINS(c.title, '황')", ['4']],
      ["SELECT VALUE c.id FROM c WHERE STARTSWITH(c.title, 'W')", ['3']],
      ["SELECT VALUE c.id FROM c WHERE ENDSWITH(c.title, '2')", ['5']],
      ["SELECT VALUE c.id FROM c WHERE LOWER(c.title) = 'cats'", ['2']],
      ["SELECT VALUE c.id FROM c WHERE StringEquals(c.title, 'WICKED', true)", ['3']],
      ["SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(c.tags, 'classic')", ['1', '2']],
      ["SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(c.seats, {row: 'B'}, true)", ['5']],
      ["SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(['1', '4'], c.id)", ['1', '4']],
      ['SELECT VALUE c.id FROM c WHERE ARRAY_LENGTH(c.tags) = 0', ['3']],
      ['SELECT VALUE c.id FROM c WHERE IS_DEFINED(c.seats)', ['5']],
      ['SELECT VALUE c.id FROM c WHERE NOT IS_DEFINED(c.tags)', ['5']],
      ['SELECT VALUE c.id FROM c WHERE IS_NULL(c.open)', ['5']],
      ['SELECT VALUE c.id FROM c WHERE c.open = null', ['5']],
      ['SELECT VALUE c.id FROM c WHERE c.open', ['1', '3', '4']],
      ['SELECT VALUE c.id FROM c WHERE NOT c.open', ['2']],
      ["SELECT VALUE c.id FROM c WHERE c.at.city = 'Seoul' OR c.at['city'] = '부산'", ['1', '2', '3']],
      ["SELECT VALUE c.id FROM c WHERE c.price > 'text'", []],
      ['SELECT VALUE c.id FROM c WHERE c.nothing = 1', []],
      ['SELECT VALUE c.id FROM c WHERE c.nothing != 1', []],
      ['SELECT VALUE c.id FROM c WHERE NOT (c.nothing = 1)', []],
      ["SELECT VALUE c.id FROM c WHERE EXISTS(SELECT VALUE t FROM t IN c.tags WHERE t = 'rock')", ['1']],
      ['SELECT VALUE root.title FROM root WHERE root.id = "2"', ['Cats']],
      ["SELECT VALUE m.id FROM musicals m WHERE m.pk = 'a'", ['1', '3']],
      ["SELECT VALUE t FROM c JOIN t IN c.tags WHERE c.pk = 'a'", ['rock', 'classic']],
      ['SELECT VALUE s.row FROM c JOIN s IN c.seats WHERE s.n > 1', ['B']],
      ['SELECT VALUE t FROM t IN c.tags', ['rock', 'classic', 'classic', 'history']],
      ["SELECT c.id, c.price * 2 AS double FROM c WHERE c.id = '1'", [{ id: '1', double: 200 }]],
      [
        "SELECT VALUE {title: c.title, tag: c.tags[0]} FROM c WHERE c.id = '2'",
        [{ title: 'Cats', tag: 'classic' }],
      ],
      ["SELECT c.seats, c.nothing FROM c WHERE c.id = '1'", [{}]],
      ["SELECT VALUE c.open ?? 'none' FROM c WHERE c.id = '3'", [true]],
      ["SELECT VALUE (c.price > 90 ? 'dear' : 'cheap') FROM c WHERE c.pk = 'b'", ['cheap', 'dear']],
      ["SELECT VALUE IIF(c.price > 90, 'dear', 'cheap') FROM c WHERE c.pk = 'b'", ['cheap', 'dear']],
      ["SELECT VALUE ARRAY(SELECT VALUE s.n FROM s IN c.seats) FROM c WHERE c.id = '5'", [[1, 2]]],
      ["SELECT VALUE c.title || '!' FROM c WHERE c.id = '1' -- a comment", ['Rent!']],
      ["SELECT VALUE c.id FROM c WHERE c.title = 'It\\'s'", []],
    ];
    test.each(cases)('%s', async (query, expected) => {
      expect(await all(query)).toEqual(expected);
    });
  });

  test.each([
    ["LTRIM('  a  ')", 'a  '],
    ["RTRIM('  a  ')", '  a'],
    ["LTRIM('--a--', '-')", 'a--'],
    ["RTRIM('🎭a🎭', '🎭')", '🎭a'],
    ["TRIM('---', '-')", ''],
    ["TRIM('a', '')", 'a'],
    ["TRIM('a', 1)", undefined],
    ["TRIM('a', c.nothing)", undefined],
    ['IS_INTEGER(9007199254740993)', true],
    ['IS_INTEGER(1e300)', false],
    ['IntAdd(1.5, 1)', undefined],
    ['IntMul(9007199254740993, 9007199254740993)', undefined],
  ])('%s is %j', async (expression, expected) => {
    const found = await all(`SELECT VALUE ${expression} FROM c WHERE c.id = '1'`, {}, { partitionKey: 'a' });
    expect(found).toEqual(expected === undefined ? [] : [expected]);
  });

  test('parameters of every kind', async () => {
    expect(await all('SELECT VALUE c.id FROM c WHERE c.title = @t', { '@t': '명성황후' })).toEqual(['4']);
    expect(await all('SELECT VALUE c.id FROM c WHERE c.price = @p', { '@p': 120 })).toEqual(['3']);
    expect(await all('SELECT VALUE c.id FROM c WHERE c.open = @o', { '@o': false })).toEqual(['2']);
    expect(await all('SELECT VALUE c.id FROM c WHERE c.open = @o', { '@o': null })).toEqual(['5']);
    expect(
      await all('SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(@ids, c.id)', { '@ids': ['2', '3'] }),
    ).toEqual(['2', '3']);
    const injection = await all('SELECT VALUE c.id FROM c WHERE c.title = @t', { '@t': "' OR '1'='1" });
    expect(injection).toEqual([]);
  });

  test.each([
    ['SELECT VALUE c.id FROM c ORDER BY c.price', ['2', '4', '1', '5', '3']],
    ['SELECT VALUE c.id FROM c ORDER BY c.price DESC', ['3', '5', '1', '4', '2']],
    ['SELECT VALUE c.id FROM c ORDER BY c.price DESC, c.title DESC', ['3', '5', '1', '4', '2']],
    ['SELECT VALUE c.title FROM c ORDER BY c.title', ['Cats', 'Rent', 'Rent 2', 'Wicked', '명성황후']],
    ['SELECT VALUE c.id FROM c ORDER BY c.at.city', ['1', '3', '2', '4']],
    ['SELECT TOP 2 VALUE c.id FROM c ORDER BY c.price DESC', ['3', '5']],
    ['SELECT TOP 2 VALUE c.id FROM c', ['1', '2']],
    ['SELECT VALUE c.id FROM c ORDER BY c.price OFFSET 1 LIMIT 2', ['4', '1']],
    ['SELECT VALUE c.id FROM c OFFSET 3 LIMIT 10', ['4', '5']],
    ['SELECT c.id FROM c ORDER BY c.price OFFSET 4 LIMIT 1', [{ id: '3' }]],
    ['SELECT VALUE c.id FROM c WHERE c.open ORDER BY c.price', ['4', '1', '3']],
  ])('%s', async (query, expected) => {
    expect(await all(query)).toEqual(expected);
  });

  test('OFFSET and LIMIT by parameter', async () => {
    const page = await all('SELECT VALUE c.id FROM c ORDER BY c.price OFFSET @o LIMIT @l', {
      '@o': 3,
      '@l': 1,
    });
    expect(page).toEqual(['5']);
  });

  test.each([
    ['SELECT VALUE COUNT(1) FROM c', [5]],
    ['SELECT VALUE COUNT(c.tags) FROM c', [4]],
    ["SELECT VALUE COUNT(1) FROM c WHERE c.title = 'nobody'", [0]],
    ['SELECT VALUE SUM(c.price) FROM c', [490]],
    ['SELECT VALUE MIN(c.price) FROM c', [80]],
    ['SELECT VALUE MAX(c.price) FROM c', [120]],
    ['SELECT VALUE AVG(c.price) FROM c', [98]],
    ['SELECT DISTINCT VALUE c.price FROM c', [100, 80, 120, 90]],
    ['SELECT DISTINCT c.pk FROM c', [{ pk: 'a' }, { pk: 'b' }, { pk: 'c' }]],
    ['SELECT DISTINCT VALUE c.price FROM c ORDER BY c.price', [80, 90, 100, 120]],
    [
      'SELECT c.pk, COUNT(1) AS n, MAX(c.price) AS most FROM c GROUP BY c.pk',
      [
        { pk: 'a', n: 2, most: 120 },
        { pk: 'b', n: 2, most: 100 },
        { pk: 'c', n: 1, most: 90 },
      ],
    ],
    ['SELECT VALUE c.pk FROM c GROUP BY c.pk', ['a', 'b', 'c']],
    ['SELECT COUNT(1) AS n FROM c', [{ n: 5 }]],
    ['SELECT COUNT(1), MAX(c.price) AS most FROM c', [{ $1: 5, most: 120 }]],
    ['SELECT AVG(c.price) FROM c WHERE c.pk = "a"', [{ $1: 110 }]],
    ['SELECT VALUE AVG(c.price) FROM c ORDER BY c.price, c.title', [98]],
    ['SELECT VALUE COUNT(1) FROM c ORDER BY c.price DESC', [5]],
    ['SELECT VALUE MAX(c.price) FROM c ORDER BY c.title', [120]],
    ['SELECT COUNT(1) AS n FROM c ORDER BY c.price', [{ n: 5 }]],
    ['SELECT VALUE MAX(c.missing) FROM c', []],
    ['SELECT VALUE MIN(c.price) FROM c WHERE false', []],
  ])('over all partitions: %s', async (query, expected) => {
    expect(await all(query)).toEqual(expected);
    expect(await all(query, {}, { forceQueryPlan: true })).toEqual(expected);
  });

  test('aggregates within a partition need no VALUE', async () => {
    const query = 'SELECT COUNT(1) AS n, SUM(c.price) AS sum FROM c';
    expect(await all(query, {}, { partitionKey: 'a' })).toEqual([{ n: 2, sum: 220 }]);
    expect(await all('SELECT VALUE COUNT(1) FROM c', {}, { partitionKey: 'none' })).toEqual([0]);
    expect(await all(query)).toEqual([{ n: 5, sum: 490 }]);
  });

  test.each([{}, { partitionKey: 'a' }])('groups have no order (%j)', async (options) => {
    const query = 'SELECT c.pk, COUNT(1) AS n FROM c GROUP BY c.pk ORDER BY c.pk';
    expect(await refusal(all(query, {}, options))).toMatchObject({ code: 400 });
  });

  test('a partition key confines the query', async () => {
    expect(await all('SELECT VALUE c.id FROM c', {}, { partitionKey: 'b' })).toEqual(['2', '5']);
    const ordered = 'SELECT VALUE c.id FROM c ORDER BY c.price DESC';
    expect(await all(ordered, {}, { partitionKey: 'b' })).toEqual(['5', '2']);
    expect(await all("SELECT VALUE c.id FROM c WHERE c.pk = 'a'", {}, { partitionKey: 'b' })).toEqual([]);
  });

  test.each([
    ['SELECT VALUE c.id FROM c', {}, [2, 2, 1]],
    ['SELECT VALUE c.id FROM c ORDER BY c.price', { partitionKey: 'a', maxItemCount: 1 }, [1, 1]],
    ['SELECT VALUE c.id FROM c ORDER BY c.price', {}, [2, 2, 1]],
    ['SELECT VALUE t FROM c JOIN t IN c.tags', { maxItemCount: 3 }, [3, 1]],
    ['SELECT TOP 3 VALUE c.id FROM c', { partitionKey: 'b', maxItemCount: 1 }, [1, 1]],
  ])('pages of %s with %j', async (query, options, sizes) => {
    const iterator = items.items.query(query, { maxItemCount: 2, ...options });
    const pages: number[] = [];
    const seen: unknown[] = [];
    while (iterator.hasMoreResults()) {
      const { resources } = await iterator.fetchNext();
      if (resources === undefined) continue;
      pages.push(resources.length);
      seen.push(...resources);
    }
    expect(pages.filter((size) => size > 0)).toEqual(sizes);
    const { maxItemCount: _, ...rest } = options as FeedOptions;
    expect(seen).toEqual(await all(query, {}, rest));
  });

  test.each([
    ['SELECT * FROM c', {}],
    ['SELECT * FROM c ORDER BY c.title', { partitionKey: 'a' }],
    ['SELECT * FROM c ORDER BY c.price DESC', { enableQueryControl: true }],
    ['SELECT * FROM c', { enableQueryControl: true }],
  ])('%s with %j goes on from a continuation token in another client', async (query, options) => {
    const whole = (await all(query, {}, options)).map((item) => item.id);
    const ids: string[] = [];
    let continuationToken: string | undefined;
    for (let i = 0; i < 10; i += 1) {
      const more = continuationToken === undefined ? {} : { continuationToken };
      const page = await items.items.query(query, { ...options, maxItemCount: 1, ...more }).fetchNext();
      ids.push(...(page.resources ?? []).map((item) => item.id));
      continuationToken = page.continuationToken;
      if (!continuationToken) break;
    }
    expect(ids).toEqual(whole);
  });

  test('readAll, and the async iterator', async () => {
    expect((await items.items.readAll().fetchAll()).resources).toHaveLength(5);
    let count = 0;
    for await (const { resources } of items.items.readAll({ maxItemCount: 2 }).getAsyncIterator()) {
      count += resources.length;
    }
    expect(count).toBe(5);
  });

  test('the charge grows with what is read', async () => {
    const few = await items.items.query("SELECT * FROM c WHERE c.id = '1'", { partitionKey: 'a' }).fetchAll();
    const many = await items.items.query('SELECT * FROM c').fetchAll();
    expect(few.requestCharge).toBeGreaterThan(2);
    expect(many.requestCharge).toBeGreaterThan(few.requestCharge);
  });

  test.each([
    'SELECT * FROM',
    'SELEC * FROM c',
    'SELECT * FROM c WHERE',
    'SELECT * FROM c WHERE d.id = 1',
    'SELECT * FROM c WHERE NOSUCH(c.id)',
    'SELECT * FROM c WHERE c.id = @missing',
    "SELECT * FROM c WHERE c.id = 'open",
    `SELECT VALUE ${'('.repeat(5000)}1${')'.repeat(5000)}`,
    `SELECT VALUE ${'-'.repeat(1)}${'NOT '.repeat(20000)}true FROM c`,
    'SELECT * FROM c; DROP TABLE items_1',
  ])('%.60s… is 400', async (query) => {
    const error = await refusal(items.items.query(query).fetchAll());
    expect(error.code).toBe(400);
    expect(error.body?.code).toBe('BadRequest');
  });

  test('a continuation token of something else is 400', async () => {
    const query = items.items.query('SELECT * FROM c', { continuationToken: 'bm90aGluZw==' });
    expect((await refusal(query.fetchNext())).code).toBe(400);
  });
});

describe('items without the property of ORDER BY', () => {
  test('are left out by default, and come first if the policy names the path', async () => {
    const cosmos = await startWithClient();
    const query = { query: 'SELECT VALUE c.id FROM c ORDER BY c.n' };
    const ids = async (container: Container) => {
      await container.items.create({ id: 'with', pk: 'a', n: 1 });
      await container.items.create({ id: 'without', pk: 'a' });
      return (await container.items.query(query, { partitionKey: 'a' }).fetchAll()).resources;
    };
    expect(await ids(await cosmos.container())).toEqual(['with']);
    const indexingPolicy = { includedPaths: [{ path: '/n/?' }], excludedPaths: [{ path: '/*' }] };
    expect(await ids(await cosmos.container({ indexingPolicy }))).toEqual(['without', 'with']);
    await cosmos.close();
  });
});

describe('hierarchical partition keys', () => {
  test('point operations, whole-key and prefix queries', async () => {
    const cosmos = await startWithClient();
    const items = await cosmos.container({
      partitionKey: { paths: ['/tenant', '/user'], kind: 'MultiHash', version: 2 } as never,
    });
    for (const user of ['u1', 'u2']) {
      for (const tenant of ['t', 'tt']) await items.items.create({ id: `${tenant}-${user}`, tenant, user });
    }
    expect((await items.item('t-u1', ['t', 'u1']).read()).statusCode).toBe(200);
    const ids = async (partitionKey: string[]) =>
      (await items.items.query('SELECT VALUE c.id FROM c', { partitionKey }).fetchAll()).resources;
    expect(await ids(['t', 'u2'])).toEqual(['t-u2']);
    expect(await ids(['t'])).toEqual(['t-u1', 't-u2']);
    await cosmos.close();
  });
});
