import { isoTime } from '../../../shared/kernel/clock';
import { inLanes } from '../../../shared/messaging/sweep';
import type { ReconciliationRun, ReconciliationRuns } from '../commit/reconciliationRun';
import { reservationListKey } from '../commit/store';
import { isInMotion, keysOf, paymentsOf } from '../domain/books.decide';
import type { Reservation } from '../domain/reservation';
import type { RefundDeps } from '../payment/refund';
import { type Look, lookAtBooks } from './checkBooks';

/** Longer than tickets are sold ahead and money can be returned at a provider. Who reserved before is not looked at any more. */
const WINDOW_MS = 180 * 24 * 60 * 60 * 1000;
/** How long a run begins something new. */
const RUN_MS = 2 * 60 * 1000;
const PER_PAGE = 100;

export type ReconcileDeps = RefundDeps & {
  readonly reconciliation: ReconciliationRuns;
  readonly everySeconds: number;
};

/**
 * Once in `everySeconds` compares each reservation with money with what the provider says. Those that differ become due,
 * and the sweep does the rest. What two minutes do not suffice for the next run of the timer goes on with.
 */
export async function reconcile(deps: ReconcileDeps): Promise<void> {
  const until = deps.clock.now() + RUN_MS;
  let run = await runToGoOn(deps);
  while (run !== undefined && run.endedAt === undefined && deps.clock.now() < until)
    run = await comparePage(deps, run);
}

/** The one under way, or a new one when it is time. */
async function runToGoOn({ clock, reconciliation, everySeconds }: ReconcileDeps) {
  const latest = await reconciliation.latest();
  if (latest !== undefined && latest.endedAt === undefined) return latest;
  const nowMs = clock.now();
  const isTooSoon = latest !== undefined && nowMs < Date.parse(latest.startedAt) + everySeconds * 1000;
  return isTooSoon ? undefined : { startedAt: isoTime(nowMs), compared: 0, differing: 0, unanswered: 0 };
}

async function comparePage(deps: ReconcileDeps, run: ReconciliationRun): Promise<ReconciliationRun> {
  const from = isoTime(Date.parse(run.startedAt) - WINDOW_MS);
  const page = await deps.reservations.placedAfter(run.after ?? from, PER_PAGE);
  const looks: Look[] = [];
  const withMoney = page.filter(hasMoney);
  await inLanes(
    withMoney,
    () => true,
    async (one) => void looks.push(await lookAtBooks(deps, one)),
  );
  const last = page.at(-1);
  const next = {
    ...run,
    ...(last === undefined ? {} : { after: reservationListKey(last) }),
    compared: run.compared + looks.length,
    differing: run.differing + looks.filter((look) => look === 'otherwise').length,
    unanswered: run.unanswered + looks.filter((look) => look === 'no answer').length,
    ...(page.length < PER_PAGE ? { endedAt: isoTime(deps.clock.now()) } : {}),
  };
  await deps.reconciliation.write(next);
  if (next.endedAt !== undefined) logEnd(deps, next);
  return next;
}

/** What the sweep is asking about already is its. */
const hasMoney = (reservation: Reservation): boolean =>
  !isInMotion(reservation) && keysOf(paymentsOf(reservation)).length > 0;

function logEnd({ log }: ReconcileDeps, { compared, differing, unanswered }: ReconciliationRun): void {
  const figures = { compared, differing, unanswered };
  if (unanswered > 0) log.warn('reconciliation ended without all answers', figures);
  else log.info('reconciliation ended', figures);
}
