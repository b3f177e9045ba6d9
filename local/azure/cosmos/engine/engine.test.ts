import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { executeQuery } from '../query/executeQuery';
import { executeBatch } from './batch';
import { readChangeFeed } from './changeFeed';
import type { Container, ContainerDefinition } from './container';
import { CosmosEngine } from './engine';
import { createItem, readItem, replaceItem } from './items';
import type { JsonObject } from './json';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const KEY = '["p"]';

function open(file = ':memory:', definition: Partial<ContainerDefinition> = {}) {
  const engine = new CosmosEngine({ file, clock: { now: () => NOW } });
  if (!engine.catalog.databases().some(({ id }) => id === 'db')) {
    engine.catalog.createDatabase('db');
    engine.catalog.createContainer('db', { id: 'c', partitionKey: { paths: ['/pk'] }, ...definition });
  }
  return { engine, container: engine.catalog.container('db', 'c') };
}

const query = (engine: CosmosEngine, container: Container, text: string, parameters: JsonObject = {}) =>
  executeQuery(
    container,
    NOW,
    { text, parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })), maxItems: -1 },
    (segments) => engine.catalog.indexColumn(container, segments),
  ).documents.map((each) => JSON.parse(each));

describe('a batch', () => {
  const COUNT = 6;
  test.each(Array.from({ length: COUNT }, (_, i) => i))(
    'refused at place %i leaves everything as it was',
    (place) => {
      const { engine, container } = open();
      for (const id of ['replaced', 'patched', 'deleted']) {
        createItem(container, engine.moment(container), KEY, { id, pk: 'p', n: 0 });
      }
      const everything = () => container.storage.prepare('SELECT * FROM items_1 ORDER BY row').all();
      const before = everything();
      const good: JsonObject[] = [
        { operationType: 'Create', resourceBody: { id: 'new', pk: 'p' } },
        { operationType: 'Replace', id: 'replaced', resourceBody: { id: 'replaced', pk: 'p', n: 1 } },
        { operationType: 'Patch', id: 'patched', resourceBody: [{ op: 'incr', path: '/n', value: 1 }] },
        { operationType: 'Delete', id: 'deleted' },
        { operationType: 'Upsert', resourceBody: { id: 'upserted', pk: 'p' } },
      ];
      const operations = good.toSpliced(place, 0, { operationType: 'Delete', id: 'nothing' });
      const result = executeBatch(container, NOW, KEY, operations);
      expect(result.ok).toBe(false);
      expect(result.results.map((each) => each.statusCode)).toEqual(
        operations.map((_, i) => (i === place ? 404 : 424)),
      );
      expect(everything()).toEqual(before);
      expect(executeBatch(container, NOW, KEY, good).ok).toBe(true);
      engine.close();
    },
  );
});

describe('log sequence numbers', () => {
  test('grow over a reopening, also when the last item was deleted', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'engine-'));
    const file = path.join(folder, 'account.db');
    const first = open(file);
    createItem(first.container, first.engine.moment(first.container), KEY, { id: '1', pk: 'p' });
    const { lsn } = readChangeFeed(first.container, NOW, { afterLsn: 0 }, undefined);
    first.container.remove(first.container.findHead(KEY, '1')?.row as number);
    first.engine.close();
    const second = open(file);
    createItem(second.container, second.engine.moment(second.container), KEY, { id: '2', pk: 'p' });
    expect(readChangeFeed(second.container, NOW, { afterLsn: lsn }, undefined).items).toHaveLength(1);
    second.engine.close();
    rmSync(folder, { recursive: true });
  });
});

describe('index columns', () => {
  const definition = {
    indexingPolicy: {
      includedPaths: [{ path: '/n/?' }, { path: '/at/day/?' }],
      excludedPaths: [{ path: '/*' }],
    },
  };
  const VALUES = [1, 2, 2.5, -1, '2', 'a', 'ä', '한', '🎭', null, true, [1], { n: 1 }, undefined];
  const QUERIES = [
    'c.n = @v',
    'c.n != @v',
    'c.n < @v',
    'c.n <= @v',
    'c.n > @v',
    '@v <= c.n',
    '@v < c.n',
    '@v > c.n',
    '@v >= c.n',
    'c.n IN (@v, 1)',
    'c.n BETWEEN 1 AND @v',
    "c.n >= @v AND c.id != '3'",
    'NOT (c.n < @v)',
    'c.n < @v OR c.n = 1',
    'c.at.day = @v',
  ].map((where) => `SELECT VALUE c.id FROM c WHERE ${where}`);

  function filled(repeats: number) {
    const { engine, container } = open(':memory:', definition);
    for (let i = 0; i < VALUES.length * repeats; i += 1) {
      const value = VALUES[i % VALUES.length];
      const item = {
        id: String(i),
        pk: `p${i}`,
        ...(value === undefined ? {} : { n: value, at: { day: value } }),
      };
      createItem(container, engine.moment(container), `["p${i}"]`, item);
    }
    return { engine, container };
  }

  test('give what a scan gives, whatever the types', () => {
    const small = filled(5);
    const large = filled(200);
    for (const text of QUERIES) {
      for (const value of VALUES.filter((each) => each !== undefined)) {
        const scanned = query(small.engine, small.container, text, { '@v': value });
        const indexed = query(large.engine, large.container, text, { '@v': value });
        expect(indexed.filter((id) => Number(id) < VALUES.length * 5)).toEqual(scanned);
      }
    }
    expect(small.container.columns).toEqual([]);
    expect(large.container.columns.map((column) => column.segments)).toEqual([['n'], ['at', 'day']]);
    small.engine.close();
    large.engine.close();
  });

  const ORDERS = [
    'c.n > 0 ORDER BY c.n',
    'c.n > 0 ORDER BY c.n DESC',
    "c.n >= '' ORDER BY c.n",
    'c.n > 0 ORDER BY c.n OFFSET 3 LIMIT 5',
    'IS_DEFINED(c.n) ORDER BY c.n',
    'c.n > 0 ORDER BY c.n DESC, c.pk',
  ].map((rest) => `SELECT VALUE c.id FROM c WHERE ${rest}`);

  test.each(ORDERS)('%s: all pages of an index are what sorting gives', (text) => {
    const small = filled(10);
    const large = filled(10);
    const column = (segments: readonly string[]) =>
      segments.join() === 'n' ? large.engine.catalog.indexColumn(large.container, segments, 0) : undefined;
    for (const maxItems of [1, 7, -1]) {
      const paged: string[] = [];
      let continuation: string | undefined;
      do {
        const more = continuation === undefined ? {} : { continuation };
        const request = { text, parameters: [], maxItems, ...more };
        const page = executeQuery(large.container, NOW, request, column);
        paged.push(...page.documents.map((each) => JSON.parse(each)));
        continuation = page.continuation;
      } while (continuation !== undefined);
      expect(paged).toEqual(query(small.engine, small.container, text));
    }
    expect(large.container.columns).toHaveLength(1);
    small.engine.close();
    large.engine.close();
  });

  test('follow writes, survive a reopening, and are made only for paths the policy includes', () => {
    const { engine, container } = filled(200);
    const text = "SELECT VALUE c.id FROM c WHERE c.n = 'moved'";
    expect(query(engine, container, text)).toEqual([]);
    replaceItem(container, engine.moment(container), '["p0"]', '0', { id: '0', pk: 'p0', n: 'moved' });
    expect(query(engine, container, text)).toEqual(['0']);
    query(engine, container, 'SELECT * FROM c WHERE c.other = 1');
    expect(container.columns).toHaveLength(1);
    engine.close();
  });
});

describe('an engine on a clock of its own', () => {
  test('the same calls give the same bytes', () => {
    const run = () => {
      const { engine, container } = open();
      createItem(container, engine.moment(container), KEY, { id: '1', pk: 'p', n: 1 });
      executeBatch(container, NOW, KEY, [
        { operationType: 'Upsert', resourceBody: { id: '1', pk: 'p', n: 2 } },
      ]);
      const { body } = readItem(container, NOW, KEY, '1');
      engine.close();
      return body;
    };
    expect(run()).toBe(run());
  });
});
