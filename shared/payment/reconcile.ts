import type { Clock } from '../kernel/clock';
import { isoTime } from '../kernel/time';
import { inLanes } from '../messaging/sweep';
import type { Log } from '../telemetry/log';
import type { Look } from './lookAtBooks';
import type { ReconciliationRun, ReconciliationRuns } from './reconciliationRun';

/** Longer than money can be returned at a provider, and than a theatre sells ahead. What is older is not looked at any more. */
const WINDOW_MS = 180 * 24 * 60 * 60 * 1000;
/** How long a run begins something new. */
const RUN_MS = 2 * 60 * 1000;
const PER_PAGE = 100;

export type ReconciliationDeps = {
  readonly clock: Clock;
  readonly log: Log;
  readonly reconciliation: ReconciliationRuns;
  readonly everySeconds: number;
};

/** What is compared, in the order of keys that begin with a time (UTC). */
export type Compared<T> = {
  /** Those after this place, the oldest first, at most so many. */
  readonly list: (after: string, limit: number) => Promise<readonly T[]>;
  readonly keyOf: (one: T) => string;
  /** Whether the provider may have money for it, and is not asked about it already. */
  readonly hasMoney: (one: T) => boolean;
  readonly look: (one: T) => Promise<Look>;
};

/**
 * Once in `everySeconds` compares everything with money with what the provider says. What differs is made due by `look`,
 * and the sweep does the rest. What two minutes do not suffice for the next run of the timer goes on with.
 */
export async function reconcileAll<T>(deps: ReconciliationDeps, compared: Compared<T>): Promise<void> {
  const until = deps.clock.now() + RUN_MS;
  let run = await runToGoOn(deps);
  while (run !== undefined && run.endedAt === undefined && deps.clock.now() < until)
    run = await comparePage(deps, compared, run);
}

/** The one under way, or a new one when it is time. */
async function runToGoOn({ clock, reconciliation, everySeconds }: ReconciliationDeps) {
  const latest = await reconciliation.latest();
  if (latest !== undefined && latest.endedAt === undefined) return latest;
  const nowMs = clock.now();
  const isTooSoon = latest !== undefined && nowMs < Date.parse(latest.startedAt) + everySeconds * 1000;
  return isTooSoon ? undefined : { startedAt: isoTime(nowMs), compared: 0, differing: 0, unanswered: 0 };
}

async function comparePage<T>(
  deps: ReconciliationDeps,
  { list, keyOf, hasMoney, look }: Compared<T>,
  run: ReconciliationRun,
): Promise<ReconciliationRun> {
  const from = isoTime(Date.parse(run.startedAt) - WINDOW_MS);
  const page = await list(run.after ?? from, PER_PAGE);
  const looks: Look[] = [];
  await inLanes(
    page.filter(hasMoney),
    () => true,
    async (one) => void looks.push(await look(one)),
  );
  const last = page.at(-1);
  const next = {
    ...run,
    ...(last === undefined ? {} : { after: keyOf(last) }),
    compared: run.compared + looks.length,
    differing: run.differing + looks.filter((one) => one === 'otherwise').length,
    unanswered: run.unanswered + looks.filter((one) => one === 'no answer').length,
    ...(page.length < PER_PAGE ? { endedAt: isoTime(deps.clock.now()) } : {}),
  };
  await deps.reconciliation.write(next);
  if (next.endedAt !== undefined) logEnd(deps, next);
  return next;
}

function logEnd({ log }: ReconciliationDeps, { compared, differing, unanswered }: ReconciliationRun): void {
  const figures = { compared, differing, unanswered };
  if (unanswered > 0) log.warn('reconciliation ended without all answers', figures);
  else log.info('reconciliation ended', figures);
}
