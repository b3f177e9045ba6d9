import { executeBatch } from './batch';
import { readChangeFeed } from './changeFeed';
import { createCharge, feedCharge, readCharge, replaceCharge } from './charges';
import { CosmosEngine } from './engine';
import { createItem, deleteItem, replaceItem } from './items';
import { patchItem } from './patchItem';

const KB = 1024;

test.each([
  [1, 1, 4.95],
  [2, 1.04, 6.29],
  [4, 1.14, 6.67],
  [8, 1.33, 7.04],
  [16, 1.67, 9.52],
  [64, 4.76, 22.67],
  [1024, 145.9, 625],
])(
  'an item of %d KB costs what the table says: read %d, written without an index %d',
  (size, read, write) => {
    expect(readCharge(size * KB)).toBe(read);
    expect(createCharge(size * KB, 0)).toBeCloseTo(write + 0.4, 2);
  },
);

test('an item smaller than the first row costs as much as the first, one between two rows lies between them', () => {
  expect(readCharge(10)).toBe(1);
  expect(readCharge(3 * KB)).toBeCloseTo(1.09, 2);
  expect(createCharge(3 * KB, 0)).toBeCloseTo(6.48 + 0.4, 2);
});

test('a feed page costs a read for each item, an empty one a read', () => {
  expect(feedCharge([])).toBe(1);
  expect(feedCharge([KB, KB, KB, KB, KB])).toBe(5);
});

test('a replace costs the old size and the new one', () => {
  expect(replaceCharge({ bytesBefore: KB, bytesAfter: 8 * KB, changedTerms: 0 })).toBeCloseTo(11.99, 2);
});

describe('on an engine', () => {
  const DAY_MS = 24 * 60 * 60 * 1000;
  let now: number;
  const engines: CosmosEngine[] = [];

  beforeEach(() => {
    now = Date.parse('2026-11-20T10:00:00Z');
  });
  afterEach(() => {
    for (const engine of engines.splice(0)) engine.close();
  });

  function open(isServerless = false) {
    const engine = new CosmosEngine({ file: ':memory:', clock: { now: () => now }, isServerless });
    engines.push(engine);
    engine.catalog.createDatabase('marquee');
    engine.catalog.createContainer('marquee', {
      id: 'things',
      partitionKey: { paths: ['/pk'] },
      defaultTtl: -1,
      indexingPolicy: {
        includedPaths: [{ path: '/due/?' }, { path: '/kind/?' }],
        excludedPaths: [{ path: '/*' }],
      },
    });
    const container = engine.catalog.container('marquee', 'things');
    const moment = () => engine.moment(container);
    return { engine, container, moment };
  }

  const KEY = '["a"]';

  test('a replace pays for the terms that changed, and for none that stayed', () => {
    const { container, moment } = open();
    createItem(container, moment(), KEY, { id: '1', pk: 'a', kind: 'k', due: 1 });
    const replaced = (item: object) => {
      const whole = { id: '1', pk: 'a', ...item };
      return replaceItem(container, moment(), KEY, '1', whole).charge;
    };
    expect(replaced({ kind: 'k', due: 1, note: 'new' })).toBeCloseTo(9.9, 2);
    expect(replaced({ kind: 'k', due: 2 })).toBeCloseTo(9.9 + 0.4, 2);
    expect(replaced({ kind: 'k' })).toBeCloseTo(9.9 + 0.2, 2);
  });

  test('a patch costs a little more than the replace, a delete as much as a create', () => {
    const { container, moment } = open();
    const { charge } = createItem(container, moment(), KEY, { id: '1', pk: 'a', kind: 'k' });
    const patched = patchItem(container, moment(), KEY, '1', [{ op: 'set', path: '/note', value: 1 }]);
    expect(patched.charge).toBeCloseTo(9.9 + 0.8, 2);
    expect(deleteItem(container, now, KEY, '1').charge).toBe(charge);
  });

  test('a feed is charged by the items that it shows', () => {
    const { container } = open();
    const creates = ['1', '2', '3'].map((id) => ({
      operationType: 'Create',
      resourceBody: { id, pk: 'a' },
    }));
    executeBatch(container, now, KEY, creates);
    expect(readChangeFeed(container, now, { afterLsn: 0 }, undefined).charge).toBe(3);
    expect(readChangeFeed(container, now, { afterLsn: 99 }, undefined).charge).toBe(1);
  });

  test('what expires is told beforehand, and charged when it goes from a serverless account alone', () => {
    for (const isServerless of [true, false]) {
      const { engine, container, moment } = open(isServerless);
      const { charge } = createItem(container, moment(), KEY, { id: '1', pk: 'a', ttl: 60 });
      createItem(container, moment(), KEY, { id: '2', pk: 'a' });
      expect(engine.expiring()).toEqual([{ container: 'marquee/things', count: 1, charge }]);
      now += DAY_MS;
      expect(engine.purgeExpired()).toBe(1);
      const expired = [{ container: 'marquee/things', operation: 'expire', count: 1, charge }];
      expect(engine.charges.list()).toEqual(isServerless ? expired : []);
    }
  });
});
