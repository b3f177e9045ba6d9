import { chooseLeases, type Lease } from './lease';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const EXPIRATION_MS = 10_000;

/** `lease('a', 'x', ago)` is `a` of host x, written `ago` ms ago. */
const lease = (id: string, owner: string | null, agoMs = 1_000): Lease => ({
  id,
  owner,
  timestamp: new Date(NOW - agoMs).toISOString(),
  continuation: null,
  range: { min: '', max: 'FF' },
  _etag: 'e',
});
const choose = (leases: readonly Lease[], held: readonly string[] = []) =>
  chooseLeases(leases, 'me', new Set(held), NOW, EXPIRATION_MS).map(({ id }) => id);

test.each<[string, readonly Lease[], readonly string[], readonly string[]]>([
  ['alone, takes every free lease', [lease('a', null), lease('b', null)], [], ['a', 'b']],
  ['takes what has expired', [lease('a', 'x', 10_001)], [], ['a']],
  ['leaves what another renews', [lease('a', 'x', 9_999)], [], []],
  ['takes back what it owned and does not hold', [lease('a', 'me')], [], ['a']],
  ['is content with its share', [lease('a', 'me'), lease('b', 'x')], ['a'], []],
  [
    'takes no more than its share of the free',
    [lease('a', 'x'), lease('b', null), lease('c', null)],
    [],
    ['b', 'c'],
  ],
  ['steals one from a host that has two more', [lease('a', 'x'), lease('b', 'x')], [], ['a']],
  ['does not steal the last lease', [lease('a', 'x')], [], []],
  [
    'does not steal what would only turn the tables',
    [lease('a', 'x'), lease('b', 'x'), lease('c', 'me')],
    ['c'],
    [],
  ],
  ['there is nothing to take', [], [], []],
])('%s', (_, leases, held, expected) => {
  expect(choose(leases, held)).toEqual(expected);
});
