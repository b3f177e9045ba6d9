import type { Part, Progress } from '../../../shared/pending/pending';
import { type HealthDeps, healthOf } from './health';

const NOW = Date.parse('2026-11-21T10:05:00.000Z');
const FRESH = '2026-11-21T10:06:00.000Z';
const OK: Part = { status: 'ok' };

const FIGURES = {
  reservation: { oldestUnpublishedSeconds: 0, unsettledReservations: 0 },
  notification: { unsentMail: 0 },
  operations: { deadLetters: 0 },
  musical: { seatMapDrift: 0 },
  lending: { unsettledLoans: 0 },
  membership: { unsettledBills: 0 },
};
type Context = keyof typeof FIGURES;

const written = (id: Context, changes: Partial<Progress> = {}): Progress => ({
  id,
  at: '2026-11-21T10:04:00.000Z',
  staleAt: FRESH,
  figures: FIGURES[id],
  parts: {
    reservation: { payment: OK },
    notification: { mail: OK },
    operations: {},
    musical: {},
    lending: {},
    membership: {},
  }[id],
  ...changes,
});
const all = (changes: Partial<Record<Context, Partial<Progress>>> = {}): Progress[] =>
  (Object.keys(FIGURES) as Context[]).map((id) => written(id, changes[id]));

const NOT_WELL = expect.stringContaining('The log says why');
const away = () => Promise.reject(new Error('ECONNREFUSED'));
const here = async () => {};

function open({
  probes = {},
  hasKeys = true,
  progress = async () => all(),
}: {
  probes?: Partial<HealthDeps['probes']>;
  hasKeys?: boolean;
  progress?: HealthDeps['progress'];
} = {}) {
  const clock = { nowMs: NOW };
  const lines: unknown[] = [];
  const given = { database: here, messaging: here, identity: here, ...probes };
  const health = healthOf({
    clock: { now: () => clock.nowMs },
    log: { warn: (line, fields) => void lines.push([line, fields]) },
    probes: given,
    hasKeys: () => hasKeys,
    progress,
  });
  return { clock, health, lines };
}

test('with every part well and nothing pending it is ok', async () => {
  expect(await open().health()).toEqual({
    status: 'ok',
    checks: {
      database: OK,
      messaging: OK,
      identity: { status: 'ok', keys: 'known' },
      payment: OK,
      mail: OK,
      timers: OK,
    },
    progress: {
      oldestUnpublishedSeconds: 0,
      unsettledReservations: 0,
      unsentMail: 0,
      deadLetters: 0,
      seatMapDrift: 0,
      unsettledLoans: 0,
      unsettledBills: 0,
    },
  });
});

test('without the database it is down, and what it says itself is for the log alone, once', async () => {
  const { health, lines, clock } = open({ probes: { database: away }, progress: away });
  const seen = await health();
  expect(seen).toMatchObject({ status: 'down', checks: { database: { status: 'down' } }, progress: {} });
  expect(JSON.stringify(seen)).not.toContain('ECONNREFUSED');
  clock.nowMs += 2_000;
  await health();
  expect(lines).toEqual([['a part is not well', { part: 'database', reason: 'ECONNREFUSED' }]]);
});

test('without messaging it is degraded, and down after a minute', async () => {
  const { health, clock } = open({ probes: { messaging: away } });
  expect(await health()).toMatchObject({ status: 'degraded', checks: { messaging: { status: 'degraded' } } });
  clock.nowMs += 50_000;
  expect((await health()).status).toBe('degraded');
  clock.nowMs += 11_000;
  expect(await health()).toMatchObject({
    status: 'down',
    checks: { messaging: { status: 'down', since: '2026-11-21T10:05:00.000Z' } },
  });
});

test.each([
  [true, 'degraded', 'known'],
  [false, 'down', 'none'],
])('without the identity provider, with keys known: %s', async (hasKeys, status, keys) => {
  const { health } = open({ probes: { identity: away }, hasKeys });
  expect(await health()).toMatchObject({ status, checks: { identity: { status, keys } } });
});

test.each<[string, Partial<Record<Context, Partial<Progress>>>, object]>([
  [
    'payment',
    { reservation: { parts: { payment: { status: 'degraded', reason: 'x' } } } },
    { reason: NOT_WELL },
  ],
  ['mail', { notification: { parts: { mail: { status: 'degraded', reason: 'y' } } } }, { reason: NOT_WELL }],
  ['payment', { reservation: { staleAt: '2026-11-21T10:04:59.000Z' } }, { status: 'degraded' }],
  [
    'timers',
    { musical: { staleAt: '2026-11-21T10:04:59.000Z' } },
    { reason: expect.stringContaining('musical') },
  ],
])('%s: only degraded', async (name, changes, check) => {
  const { health } = open({ progress: async () => all(changes) });
  const seen = await health();
  expect(seen.status).toBe('degraded');
  expect(seen.checks[name]).toMatchObject(check);
});

test.each<[string, Context, number, string]>([
  ['oldestUnpublishedSeconds', 'reservation', 60, 'ok'],
  ['oldestUnpublishedSeconds', 'reservation', 61, 'degraded'],
  ['unsettledReservations', 'reservation', 1, 'degraded'],
  ['unsentMail', 'notification', 10, 'ok'],
  ['unsentMail', 'notification', 11, 'degraded'],
  ['deadLetters', 'operations', 1, 'degraded'],
  ['seatMapDrift', 'musical', 1, 'degraded'],
  ['unsettledLoans', 'lending', 1, 'degraded'],
  ['unsettledBills', 'membership', 1, 'degraded'],
])('%s of %s at %i: %s', async (figure, context, value, status) => {
  const figures = { ...FIGURES[context], [figure]: value };
  const { health } = open({ progress: async () => all({ [context]: { figures } }) });
  expect(await health()).toMatchObject({ status, progress: { [figure]: value } });
});

test('a context that has written nothing yet has no figures', async () => {
  const { health } = open({ progress: async () => [written('reservation')] });
  expect(await health()).toMatchObject({ status: 'degraded', checks: { mail: { status: 'degraded' } } });
  expect((await health()).progress).toEqual(FIGURES.reservation);
});

test('a crowd of probes costs one look a moment', async () => {
  const database = jest.fn(here);
  const { health, clock } = open({ probes: { database } });
  await Promise.all([health(), health(), health()]);
  expect(database).toHaveBeenCalledTimes(1);
  clock.nowMs += 1_000;
  await health();
  expect(database).toHaveBeenCalledTimes(2);
});

test('a part that hangs is away', async () => {
  jest.useFakeTimers();
  const { health } = open({ probes: { database: () => new Promise(() => {}) } });
  const seen = health();
  await jest.advanceTimersByTimeAsync(2_000);
  jest.useRealTimers();
  expect((await seen).checks.database).toMatchObject({ status: 'down' });
});
