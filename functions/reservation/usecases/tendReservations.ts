import type { Clock } from '../../../shared/kernel/clock';
import { isoTime } from '../../../shared/kernel/time';
import type { PendingItem } from '../../../shared/pending/pending';
import { askPart, type Probe, partBefore, writeProgress } from '../../../shared/pending/progress';
import {
  type PendingDeps,
  type PendingKind,
  type Trouble,
  tendPending,
} from '../../../shared/pending/tendPending';
import { isOpenPart, type Unsettled } from '../commit/store';
import type { ReservationDeps } from '../deps';
import { isPaidAtCounter, type Status } from '../domain/reservation';

const OWNER = 'reservation';

/** What waits for the system, and not for its customer, is pending after so long. */
const PENDING_AFTER_MS = 60_000;
/** More than so many are not counted. */
const MAX_COUNTED = 1_000;

type Deps = PendingDeps &
  Pick<ReservationDeps, 'clock' | 'reservations'> & {
    /** Asks the payment provider for a sign of life. */
    readonly probePayment: Probe;
    readonly everySeconds: number;
  };

/**
 * Shows what is unsettled and which refunds are owed, does what people have asked for about them, and writes how far this
 * context is.
 */
export async function tendReservations(deps: Deps): Promise<void> {
  const { clock, log, pending, reservations, everySeconds } = deps;
  const before = await pending.progressOf(OWNER);
  const until = isoTime(clock.now() - PENDING_AFTER_MS);
  const list = (...statuses: readonly Status[]) => reservations.unchangedSince(statuses, until, MAX_COUNTED);
  const unsettled = await tendPending(
    deps,
    kindOf(deps, 'reservation', () => list('placed', 'paying', 'paid')),
  );
  const refunds = await list('cancelling', 'completed');
  const owed = await tendPending(
    deps,
    kindOf(deps, 'refund', async () => refunds),
  );
  // What staff have to pay back is no trouble of the system.
  const owedAtCounter = refunds.filter(({ method }) => isPaidAtCounter(method)).length;
  const payment = await askPart(clock, partBefore(before?.value, 'payment'), deps.probePayment, {
    onAway: (reason) => log.error('payment provider does not answer', { reason }),
    onBack: () => log.info('payment provider answers again'),
  });
  const figures = {
    unsettledReservations: unsettled + owed - owedAtCounter,
    oldestUnpublishedSeconds: secondsSince(clock, await reservations.oldestUntoldSince()),
  };
  await writeProgress(deps, OWNER, everySeconds, { figures, parts: { payment } });
}

const secondsSince = (clock: Clock, since: string | undefined): number =>
  since === undefined ? 0 : Math.max(0, Math.round((clock.now() - Date.parse(since)) / 1000));

/** Nobody gives up a reservation or a refund here, for each settles or is cancelled. So there is no `discard`. */
const kindOf = (
  { reservations, clock }: Deps,
  kind: string,
  list: () => Promise<readonly Unsettled[]>,
): PendingKind => ({
  kind,
  owner: OWNER,
  list: async () => (await list()).map(troubleOf),
  retry: (item) => checkNow(reservations, item, isoTime(clock.now())),
});

const troubleOf = (unsettled: Unsettled): Trouble => {
  const { reservationId, status, performanceId, updatedAt, attempts, dueAt, seats, parts = [] } = unsettled;
  const open = parts.filter(isOpenPart);
  const { refund = open.length > 0 ? open.reduce((sum, part) => sum + part.refund, 0) : undefined } =
    unsettled;
  return {
    id: reservationId,
    reservationId,
    since: updatedAt,
    reason: reasonFor(unsettled),
    attempts,
    ...(dueAt === undefined ? {} : { nextAttemptAt: dueAt }),
    body: {
      status,
      performanceId,
      ...(seats === undefined ? {} : { seats }),
      ...(refund === undefined ? {} : { refund }),
    },
  };
};

function reasonFor({ status, refundsRefused = 0, untoldSince, method }: Unsettled): string {
  if (untoldSince !== undefined) return `The topic has not taken its events since ${untoldSince}.`;
  switch (status) {
    case 'placed':
      return 'musical has not answered whether it gets its seats.';
    case 'paying':
      return 'The payment provider has not answered whether the payment was captured.';
    case 'paid':
      return 'It is paid, and musical has not confirmed its seats.';
    case 'cancelling':
    case 'completed':
      if (isPaidAtCounter(method)) return 'Sold at the counter. Pay it back there, and note that.';
      return refundsRefused > 0
        ? `The payment provider has refused the refund, ${refundsRefused} times.`
        : 'The payment provider has not confirmed the refund.';
    default:
      return `It is ${status}.`;
  }
}

/** The next run of the sweep looks at it, as if it were due. */
async function checkNow(
  reservations: ReservationDeps['reservations'],
  { id }: PendingItem,
  now: string,
): Promise<void> {
  const stored = await reservations.read(id);
  if (stored?.value.dueAt === undefined || stored.value.dueAt <= now) return;
  await reservations.replace({ ...stored, value: { ...stored.value, dueAt: now } });
}
