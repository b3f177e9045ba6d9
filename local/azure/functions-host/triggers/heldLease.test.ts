import { holdLease } from './heldLease';
import type { Lease } from './lease';
import type { LeaseStore } from './leaseStore';

/** A store of one lease. `loseReply` makes the next write arrive without its answer. */
function fakeStore(first: Lease) {
  let current = first;
  let version = 1;
  let loseReply = false;
  const store: LeaseStore = {
    list: async () => [current],
    create: async () => undefined,
    read: async () => current,
    replace: async (lease) => {
      if (lease._etag !== current._etag) return undefined;
      current = { ...lease, _etag: `e${++version}` };
      if (loseReply) {
        loseReply = false;
        throw new Error('socket hang up');
      }
      return current;
    },
  };
  return {
    store,
    current: () => current,
    steal: (owner: string) => {
      current = { ...current, owner, _etag: `e${++version}` };
    },
    loseNextReply: () => {
      loseReply = true;
    },
  };
}

const first: Lease = {
  id: 'a',
  owner: 'me',
  timestamp: '2026-11-20T10:00:00.000Z',
  continuation: null,
  range: { min: '', max: 'FF' },
  _etag: 'e1',
};
const times = { renewMs: 3_000, expirationMs: 10_000 };
let now = 0;
const clock = { now: () => now, sleep: async () => undefined };

beforeEach(() => {
  now = Date.parse('2026-11-20T10:00:00Z');
});

test('renews only when it is time', async () => {
  const { store, current } = fakeStore(first);
  const held = holdLease(store, first, times, clock);
  now += 2_999;
  expect(await held.renew()).toBe(true);
  expect(current()._etag).toBe('e1');
  now += 1;
  expect(await held.renew()).toBe(true);
  expect(current()).toMatchObject({ _etag: 'e2', timestamp: '2026-11-20T10:00:03.000Z' });
});

test('a checkpoint is written at once, and counts as a renewal', async () => {
  const { store, current } = fakeStore(first);
  const held = holdLease(store, first, times, clock);
  await Promise.all([held.checkpoint('1'), held.checkpoint('2')]);
  expect(current()).toMatchObject({ continuation: '2', owner: 'me', _etag: 'e3' });
  expect(held.continuation()).toBe('2');
  now += 2_999;
  await held.renew();
  expect(current()._etag).toBe('e3');
});

test('a lease that another host took is lost, and not written over', async () => {
  const { store, current, steal } = fakeStore(first);
  const held = holdLease(store, first, times, clock);
  steal('other');
  expect(await held.checkpoint('1')).toBe(false);
  expect(held.lost.aborted).toBe(true);
  await held.release();
  expect(current()).toMatchObject({ owner: 'other', continuation: null });
});

test('a write whose answer was lost is no loss of the lease', async () => {
  const { store, current, loseNextReply } = fakeStore(first);
  const held = holdLease(store, first, times, clock);
  loseNextReply();
  await expect(held.checkpoint('1')).rejects.toThrow('socket hang up');
  expect(await held.checkpoint('1')).toBe(true);
  expect(current()).toMatchObject({ owner: 'me', continuation: '1' });
});

test('a released lease is free for anyone', async () => {
  const { store, current } = fakeStore(first);
  await holdLease(store, first, times, clock).release();
  expect(current()).toMatchObject({ owner: null, timestamp: '1970-01-01T00:00:00.000Z' });
});
