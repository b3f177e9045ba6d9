import { isoTime } from '../../../shared/kernel/time';
import type { Versioned } from '../../../shared/kernel/versioned';
import { sweepDue } from '../../../shared/messaging/sweep';
import { reasonOf } from '../../../shared/telemetry/log';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { inSpan } from '../../../shared/telemetry/trace';
import { changeReservation } from '../commit/changeReservation';
import { postponeSweep } from '../commit/postponeSweep';
import { isStoredIn } from '../commit/storedIn';
import { publishedFacts, tell } from '../commit/tell';
import { timeIsUp } from '../domain/payment.decide';
import { isEnded, type Reservation } from '../domain/reservation';
import { scheduleSweep } from '../domain/schedule';
import { unansweredFacts } from '../domain/unansweredFact';
import { openCancellations, owedRefund, waitsForStaff } from '../domain/underWay';
import { type RefundDeps, refundIfOwed } from '../payment/refund';
import { checkBooks } from './checkBooks';
import { sweepPayment, sweepWatch } from './sweepPayments';

/** After so many tries by the sweep each further failure is an error that alerts somebody. The cancellation's own is not counted. */
const ALERT_AFTER_REFUNDS = 5;

/** A reservation that waits for the system, not for its customer, and for so long, alerts somebody. */
const UNSETTLED_MS = 5 * 60 * 1000;

/**
 * Looks at every reservation whose `dueAt` has passed and does what its state asks for. So each settles, even when an
 * event about it was lost or the process died between any two steps.
 */
export const sweepReservations = (deps: RefundDeps): Promise<void> =>
  sweepDue(deps.clock, {
    list: deps.reservations.due,
    idOf: (reservationId) => reservationId,
    look: (reservationId) => sweepSafely(deps, reservationId),
  });

async function sweepSafely(deps: RefundDeps, reservationId: string): Promise<void> {
  try {
    const stored = await deps.reservations.read(reservationId);
    if (stored === undefined || !isDue(stored.value, isoTime(deps.clock.now()))) return;
    warnOfUnsettled(deps, stored.value);
    const { status, traceparent } = stored.value;
    const attributes = { reservationId, function: 'reservation-sweep' };
    await inSpan({ name: `sweep ${status}`, traceparent, attributes }, () => sweep(deps, stored));
  } catch (error) {
    deps.log.warn('reservation will be swept again', { reservationId, reason: reasonOf(error) });
  }
}

const isDue = ({ dueAt }: Reservation, now: string): boolean => dueAt !== undefined && dueAt <= now;

/** Counted from the last change, not from the placing, because the customer's own time to pay is no delay of ours. */
function warnOfUnsettled({ clock, log }: RefundDeps, reservation: Reservation): void {
  const { reservationId, status, updatedAt } = reservation;
  if (status === 'held' || isEnded(reservation)) return;
  if (status === 'completed' && openCancellations(reservation).length === 0) return;
  if (waitsForStaff(reservation)) return;
  const ageMs = clock.now() - Date.parse(updatedAt);
  if (ageMs > UNSETTLED_MS) log.warn('reservation unsettled', { reservationId, status, ageMs });
}

/** The attempt is counted before anything is done, so that one that fails each time comes less and less often. */
async function sweep(deps: RefundDeps, due: Versioned<Reservation>): Promise<void> {
  const { status, untoldSince, unsureSince } = due.value;
  if (status === 'held' && untoldSince === undefined) {
    const { kind } = await changeReservation(deps, due, timeIsUp);
    if (kind === 'changed' || unsureSince === undefined) return;
  }
  const counted = await postponeSweep(deps, due);
  if (counted === undefined) return;
  await (untoldSince === undefined ? settle(deps, counted) : tellAll(deps, counted));
}

/** The topic may lack any of its events, so it gets all. What else is due is for the next run. */
async function tellAll(deps: RefundDeps, { value, ...read }: Versioned<Reservation>): Promise<void> {
  await tell(deps, value, publishedFacts(value));
  const { untoldSince: _told, ...rest } = value;
  const settled = { ...rest, attempts: 0 } as Reservation;
  // A reservation that was changed or noted since keeps its note, for its events may be others.
  await deps.reservations.replace({
    ...read,
    value: scheduleSweep(settled, deps.clock.now(), deps.delays),
  });
}

/** What had no answer is told again, and what is not known or owed at the payment provider is looked after. */
async function settle(deps: RefundDeps, stored: Versioned<Reservation>): Promise<void> {
  const unanswered = unansweredFacts(stored.value);
  if (unanswered.length > 0) await tell(deps, stored.value, unanswered);
  if (isStoredIn(stored, 'paying')) await sweepPayment(deps, stored);
  else if (owedRefund(stored.value) !== undefined && !waitsForStaff(stored.value))
    await sweepRefund(deps, stored);
  else await sweepWatch(deps, stored);
  await checkBooks(deps, stored);
}

async function sweepRefund(deps: RefundDeps, stored: Versioned<Reservation>): Promise<void> {
  const owed = owedRefund((await refundIfOwed(deps, stored)).value);
  if (owed === undefined) return;
  recordMetric('marquee.owed', 1);
  const { reservationId, attempts } = stored.value;
  if (attempts <= ALERT_AFTER_REFUNDS) return;
  deps.log.error('refund owed', { reservationId, attempts, amount: owed.amount });
}
