import type { Clock } from '../../../shared/kernel/clock';
import { coalesceReads } from '../../../shared/kernel/coalesce';
import { isoTime } from '../../../shared/kernel/time';
import type { Part, Progress } from '../../../shared/pending/pending';
import type { Probe } from '../../../shared/pending/progress';
import { type Log, reasonOf } from '../../../shared/telemetry/log';

/** How a part is. `keys` says of the identity provider whether tokens can be checked while it is away. */
export type Check = Part & { readonly keys?: 'known' | 'none' };

/** The figures that health tells, each with the context that writes it and what of it is still well. */
const FIGURES = {
  oldestUnpublishedSeconds: { writtenBy: 'reservation', wellUpTo: 60 },
  unsettledReservations: { writtenBy: 'reservation', wellUpTo: 0 },
  unsettledLoans: { writtenBy: 'lending', wellUpTo: 0 },
  unsettledBills: { writtenBy: 'membership', wellUpTo: 0 },
  unsentMail: { writtenBy: 'notification', wellUpTo: 10 },
  deadLetters: { writtenBy: 'operations', wellUpTo: 0 },
  seatMapDrift: { writtenBy: 'musical', wellUpTo: 0 },
} as const;
type Figure = keyof typeof FIGURES;

export const FIGURE_NAMES = Object.keys(FIGURES) as readonly Figure[];

/**
 * `degraded` is for somebody to look at, while people can buy. `down` is when nobody can. A figure is absent as long as it
 * is not known.
 */
export type Health = {
  readonly status: 'ok' | 'degraded' | 'down';
  readonly checks: Readonly<Record<string, Check>>;
  readonly progress: Readonly<Partial<Record<Figure, number>>>;
};

export type HealthDeps = {
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
  readonly probes: Readonly<Record<'database' | 'messaging' | 'identity', Probe>>;
  readonly hasKeys: () => boolean;
  /** What each context has written of itself. It is a few small documents. */
  readonly progress: () => Promise<readonly Progress[]>;
};

/** What anybody may know of a part that does not work. What it says itself is in the log. */
const NOT_WELL = 'It does not answer as it should. The log says why.';

/** A crowd of probes costs one look a moment. */
const FRESH_MS = 1_000;
const DEADLINE_MS = 2_000;
/** Messages wait safely for so long before nobody can buy. */
const MESSAGING_MAY_BE_AWAY_MS = 60_000;

/** Asks how the whole is. It never throws, and remembers since when a part is away. */
export function healthOf(deps: HealthDeps): () => Promise<Health> {
  const since = new Map<string, string>();
  const look = coalesceReads(() => lookAt(deps, since), FRESH_MS, deps.clock);
  return () => look('health');
}

async function lookAt(deps: HealthDeps, since: Map<string, string>): Promise<Health> {
  const { clock, log, probes, hasKeys } = deps;
  const now = clock.now();
  const ask = async (name: keyof typeof probes): Promise<Part> => {
    const reason = await faultWithin(DEADLINE_MS, probes[name]);
    if (reason === undefined) {
      since.delete(name);
      return { status: 'ok' };
    }
    if (!since.has(name)) log.warn('a part is not well', { part: name, reason });
    const awaySince = since.get(name) ?? isoTime(now);
    since.set(name, awaySince);
    return { status: 'down', reason: NOT_WELL, since: awaySince };
  };
  const [database, messaging, identity, progress] = await Promise.all([
    ask('database'),
    ask('messaging'),
    ask('identity'),
    progressWithin(deps),
  ]);
  const checks = {
    database,
    messaging: messagingCheck(messaging, now),
    identity: identityCheck(identity, hasKeys()),
    ...partsOf(progress, now),
  };
  const figures = figuresOf(progress);
  return { status: statusOf(checks, figures), checks, progress: figures };
}

/** What is wrong with a part, or that it did not answer in time. Undefined when nothing is. Never throws. */
export async function faultWithin(deadlineMs: number, probe: Probe): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${deadlineMs} ms`), deadlineMs);
  });
  const answer = Promise.resolve()
    .then(probe)
    .then(() => undefined, reasonOf);
  const result = await Promise.race([answer, late]);
  clearTimeout(timer);
  return result;
}

/** Undefined when it cannot be had, which the check of the database tells. */
async function progressWithin({ progress }: HealthDeps): Promise<readonly Progress[] | undefined> {
  let read: readonly Progress[] | undefined;
  await faultWithin(DEADLINE_MS, async () => {
    read = await progress();
  });
  return read;
}

function messagingCheck(check: Part, now: number): Check {
  const awayMs = now - Date.parse(check.since ?? isoTime(now));
  return check.status === 'down' && awayMs <= MESSAGING_MAY_BE_AWAY_MS
    ? { ...check, status: 'degraded' }
    : check;
}

const identityCheck = (check: Part, hasKeys: boolean): Check => ({
  ...check,
  ...(check.status === 'down' && hasKeys ? { status: 'degraded' as const } : {}),
  keys: hasKeys ? 'known' : 'none',
});

const CONTEXTS = [...new Set(Object.values(FIGURES).map(({ writtenBy }) => writtenBy))];

const UNKNOWN: Check = { status: 'degraded', reason: 'Not known while the database does not answer.' };

const forAnybody = (part: Part): Part => (part.reason === undefined ? part : { ...part, reason: NOT_WELL });

/** The parts that a context asks, and whether each context writes at all. */
function partsOf(progress: readonly Progress[] | undefined, now: number): Record<string, Check> {
  const written = (context: string) => progress?.find(({ id }) => id === context);
  const part = (context: string, name: string): Check => {
    const { parts = {}, at, staleAt = '' } = written(context) ?? {};
    const seen = parts[name];
    if (seen !== undefined && staleAt > isoTime(now)) return forAnybody(seen);
    return {
      status: 'degraded',
      reason: `Not known: ${context} ${at === undefined ? 'has written nothing yet' : `has written nothing since ${at}`}.`,
    };
  };
  if (progress === undefined) return { payment: UNKNOWN, mail: UNKNOWN, timers: UNKNOWN };
  const silent = CONTEXTS.filter((context) => (written(context)?.staleAt ?? '') <= isoTime(now));
  return {
    payment: part('reservation', 'payment'),
    mail: part('notification', 'mail'),
    timers:
      silent.length === 0
        ? { status: 'ok' }
        : { status: 'degraded', reason: `No timer has run lately in ${silent.join(', ')}.` },
  };
}

function figuresOf(progress: readonly Progress[] | undefined): Health['progress'] {
  return Object.fromEntries(
    Object.entries(FIGURES).flatMap(([name, { writtenBy }]) => {
      const figure = progress?.find(({ id }) => id === writtenBy)?.figures[name];
      return figure === undefined ? [] : [[name, figure]];
    }),
  );
}

function statusOf(checks: Readonly<Record<string, Check>>, figures: Health['progress']): Health['status'] {
  const statuses = Object.values(checks).map(({ status }) => status);
  if (statuses.includes('down')) return 'down';
  const isTooMuch = FIGURE_NAMES.some((name) => (figures[name] ?? 0) > FIGURES[name].wellUpTo);
  return isTooMuch || statuses.includes('degraded') ? 'degraded' : 'ok';
}
