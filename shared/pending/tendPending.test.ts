import { openContainers } from '../../tests/samples/containers';
import type { Log, LogFields } from '../telemetry/log';
import { PARKED, parkingPlace, tendParked } from './parked';
import { bodyForPeople, pendingStore } from './pending';
import { type PendingKind, type Trouble, tendPending } from './tendPending';

const NOW = '2026-11-21T10:05:00.000Z';

function openPending() {
  const { clock, container } = openContainers(Date.parse(NOW));
  const lines: string[] = [];
  const note = (message: string, { kind, id, reason, action }: LogFields = {}) =>
    void lines.push([message, kind, id, action, reason].filter((part) => part !== undefined).join(' '));
  const log: Log = { info: note, warn: note, error: note };
  const pending = pendingStore(container('pending'));
  const troubles: Trouble[] = [];
  const carriedOut: string[] = [];
  const kind: PendingKind = {
    kind: 'mail',
    owner: 'notification',
    list: async () => troubles,
    retry: async ({ id }) => void carriedOut.push(`retry ${id}`),
    discard: async ({ id }) => void carriedOut.push(`discard ${id}`),
  };
  const ask = async (id: string, action: 'retry' | 'discard', of = 'mail') => {
    const stored = await pending.read(of, id);
    if (stored === undefined) throw new Error(`no ${id}`);
    await pending.write(
      { ...stored.value, asked: { action, by: 'lee', at: NOW, reason: 'why not' } },
      stored,
    );
  };
  const shown = async () => (await pending.page({ limit: 100 })).map(({ kind, id }) => `${kind} ${id}`);
  return { deps: { pending, log }, clock, pending, lines, troubles, carriedOut, kind, ask, shown };
}

const trouble = (id: string, changes: Partial<Trouble> = {}): Trouble => ({
  id,
  reservationId: 'r1',
  since: '2026-11-21T10:00:00.000Z',
  reason: 'refused',
  attempts: 1,
  ...changes,
});

test('what is pending is shown, told of once, and told of once more when it is gone', async () => {
  const { deps, troubles, kind, lines, shown } = openPending();
  troubles.push(trouble('n1'), trouble('n2', { since: '2026-11-21T09:00:00.000Z' }));
  expect(await tendPending(deps, kind)).toBe(2);
  expect(await tendPending(deps, kind)).toBe(2);
  expect(await shown()).toEqual(['mail n2', 'mail n1']);
  troubles.pop();
  expect(await tendPending(deps, kind)).toBe(1);
  expect(await shown()).toEqual(['mail n1']);
  expect(lines).toEqual([
    'now pending mail n1 refused',
    'now pending mail n2 refused',
    'no longer pending mail n2',
  ]);
});

test('what has become of it since is shown too', async () => {
  const { deps, pending, troubles, kind } = openPending();
  troubles.push(trouble('n1'));
  await tendPending(deps, kind);
  troubles[0] = trouble('n1', { attempts: 2, nextAttemptAt: NOW });
  await tendPending(deps, kind);
  expect((await pending.read('mail', 'n1'))?.value).toMatchObject({ attempts: 2, nextAttemptAt: NOW });
});

test('what a person asks for is done once, and its reason is in the log', async () => {
  const { deps, pending, troubles, kind, carriedOut, ask, lines } = openPending();
  troubles.push(trouble('n1'), trouble('n2'));
  await tendPending(deps, kind);
  await ask('n1', 'retry');
  await ask('n2', 'discard');
  await tendPending(deps, kind);
  await tendPending(deps, kind);
  expect(carriedOut.sort()).toEqual(['discard n2', 'retry n1']);
  expect((await pending.read('mail', 'n1'))?.value.asked).toBeUndefined();
  expect(lines).toContain('pending item handled as asked mail n2 discard');
});

test('what cannot be done as asked stays asked for, and the log says why', async () => {
  const { deps, pending, troubles, kind, ask, lines } = openPending();
  troubles.push(trouble('n1'));
  const retry = () => Promise.reject(new Error('not now'));
  await tendPending(deps, kind);
  await ask('n1', 'retry');
  await tendPending(deps, { ...kind, retry });
  expect((await pending.read('mail', 'n1'))?.value.asked).toMatchObject({ action: 'retry', by: 'lee' });
  expect(lines).toContain('pending item could not be handled as asked mail n1 retry not now');
});

test('one that is given up stays for a person', async () => {
  const { deps, troubles, kind, shown } = openPending();
  troubles.push(trouble('n1'));
  await tendPending(deps, kind);
  troubles.pop();
  expect(await tendPending(deps, { ...kind, staysPending: async () => true })).toBe(1);
  expect(await shown()).toEqual(['mail n1']);
});

test('a context touches nothing that another has written', async () => {
  const { deps, troubles, kind, shown } = openPending();
  troubles.push(trouble('n1'));
  await tendPending(deps, kind);
  await tendPending(deps, { ...kind, owner: 'other', list: async () => [] });
  expect(await shown()).toEqual(['mail n1']);
});

describe('what a feed has parked', () => {
  const FEED = { owner: 'musical', reader: 'musical-seatmap' };
  const park = async (opened: ReturnType<typeof openPending>) => {
    const change = { id: 'odd', performanceId: 'm1.p1', customer: { name: 'Kim', email: 'kim@example.com' } };
    await parkingPlace(opened.pending, FEED, opened.deps.log, { now: () => opened.clock.nowMs })(
      'odd',
      'no phase',
      change,
    );
  };

  test('is shown without what is nobody’s business, is done again when asked, and is gone', async () => {
    const opened = openPending();
    const { deps, pending, ask, shown } = opened;
    await park(opened);
    const item = (await pending.read(PARKED, 'musical-seatmap:odd'))?.value;
    expect(item).toMatchObject({ since: NOW, reason: 'no phase', body: { performanceId: 'm1.p1' } });
    expect(JSON.stringify(item)).not.toMatch(/Kim|kim@/);
    const again = jest.fn(async () => {});
    expect(await tendParked(deps, 'musical', { 'musical-seatmap': again })).toBe(1);
    await ask('musical-seatmap:odd', 'retry', PARKED);
    expect(await tendParked(deps, 'musical', { 'musical-seatmap': again })).toBe(0);
    expect(again.mock.calls).toEqual([['odd', expect.objectContaining({ performanceId: 'm1.p1' })]]);
    expect(await shown()).toEqual([]);
  });

  test('stays when it cannot be done yet, and may be asked for again', async () => {
    const opened = openPending();
    const { deps, pending, ask } = opened;
    await park(opened);
    await ask('musical-seatmap:odd', 'retry', PARKED);
    const again = () => Promise.reject(new Error('still no phase'));
    expect(await tendParked(deps, 'musical', { 'musical-seatmap': again })).toBe(1);
    const item = (await pending.read(PARKED, 'musical-seatmap:odd'))?.value;
    expect(item).toMatchObject({ attempts: 2 });
    expect(item?.asked).toBeUndefined();
  });

  test('can be discarded', async () => {
    const opened = openPending();
    await park(opened);
    await opened.ask('musical-seatmap:odd', 'discard', PARKED);
    expect(await tendParked(opened.deps, 'musical', {})).toBe(0);
    expect(await opened.shown()).toEqual([]);
  });
});

test.each<[string, unknown, object]>([
  ['text', 'not even JSON, {', { text: '[hidden]' }],
  ['a body without end', { data: Array(100).fill('x'.repeat(200)) }, { text: 'too long to be shown' }],
  ['members of the store', { id: '1', _etag: 'x' }, { id: '1' }],
])('%s', (_what, body, shown) => {
  expect(bodyForPeople(body)).toEqual(shown);
});
