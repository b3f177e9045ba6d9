import { isoTime } from '../../../shared/kernel/clock';
import type { Versioned } from '../../../shared/kernel/versioned';
import { sweepDue } from '../../../shared/messaging/sweep';
import { reasonOf } from '../../../shared/telemetry/log';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { inSpan } from '../../../shared/telemetry/trace';
import type { PublishedFact } from '../contract';
import type { ReservationDeps } from '../deps';
import { isWatched, paymentGivenUp, timeIsUp, watchClosed } from '../domain/payment.decide';
import { endingOf, happened, type In, isEnded, type Reservation } from '../domain/reservation';
import type { Found } from '../payments';
import { changeReservation, scheduled } from './changeReservation';
import { confirmPayment, type Known, settlePayment, withdrawn } from './payReservation';
import { publishedEvent } from './publishedEvent';
import { closeAccount, giveBackOnce, refund } from './refund';

/** How long a payment that was given up is watched for a late capture. */
const WATCH_MS = 60 * 60 * 1000;

/** How long after the time to pay a provider that does not answer at all is asked, before the payment is given up. */
const PATIENCE_MS = 15 * 60 * 1000;

/** After so many tries by the sweep each further failure is an error that alerts somebody; the cancellation's own is not counted. */
const ALERT_AFTER_REFUNDS = 5;

/** A reservation that waits for the system, not for its customer, and for so long, alerts somebody. */
const UNSETTLED_MS = 5 * 60 * 1000;

/**
 * Looks at every reservation whose `dueAt` has passed and does what its state asks for: so each settles, even when an
 * event about it was lost or the process died between any two steps.
 */
export const sweepReservations = (deps: ReservationDeps): Promise<void> =>
  sweepDue(deps.clock, {
    list: deps.reservations.due,
    idOf: (reservationId) => reservationId,
    look: (reservationId) => sweepSafely(deps, reservationId),
  });

async function sweepSafely(deps: ReservationDeps, reservationId: string): Promise<void> {
  try {
    const stored = await deps.reservations.read(reservationId);
    const isDue = stored?.value.dueAt !== undefined && stored.value.dueAt <= isoTime(deps.clock.now());
    if (stored === undefined || !isDue) return;
    noteUnsettled(deps, stored.value);
    const { status, traceparent } = stored.value;
    const attributes = { reservationId, function: 'reservation-sweep' };
    await inSpan({ name: `sweep ${status}`, traceparent, attributes }, () => sweep(deps, stored));
  } catch (error) {
    deps.log.warn('reservation will be swept again', { reservationId, reason: reasonOf(error) });
  }
}

/** Counted from the last change, not from the placing: the customer's own time to pay is no delay of ours. */
function noteUnsettled(deps: ReservationDeps, reservation: Reservation): void {
  const { reservationId, status, updatedAt } = reservation;
  if (status === 'held' || status === 'completed' || isEnded(reservation)) return;
  const ageMs = deps.clock.now() - Date.parse(updatedAt);
  if (ageMs > UNSETTLED_MS) deps.log.warn('reservation unsettled', { reservationId, status, ageMs });
}

async function sweep(deps: ReservationDeps, stored: Versioned<Reservation>): Promise<void> {
  const { value: reservation } = stored;
  switch (reservation.status) {
    case 'placed':
      await postpone(deps, stored, 'ReservationPlaced');
      return;
    case 'held':
      await changeReservation(deps, reservation.reservationId, timeIsUp);
      return;
    case 'paying':
      if (await postpone(deps, stored)) await askAboutPayment(deps, reservation);
      return;
    case 'paid':
      await postpone(deps, stored, 'PaymentApproved');
      return;
    case 'cancelling':
      if (await postpone(deps, stored)) await refundAgain(deps, reservation);
      return;
    case 'completed':
      return;
    case 'cancelled':
    case 'rejected':
    case 'expired':
      return sweepEnded(deps, stored);
    default:
      return reservation satisfies never;
  }
}

/**
 * Counts the attempt and sets the next one further off, with an event to be published again where one is missing. False
 * when somebody else has changed the reservation: then it is theirs.
 */
async function postpone(
  deps: ReservationDeps,
  stored: Versioned<Reservation>,
  again?: PublishedFact,
): Promise<boolean> {
  const next = scheduled(deps, { ...stored.value, attempts: stored.value.attempts + 1 });
  const events = again === undefined ? [] : [publishedEvent(stored.value, again)];
  return (await deps.reservations.replace({ value: next, etag: stored.etag }, events)) === 'committed';
}

/** What became of a payment that never answered: found out, tried again while there is time, or given up. */
async function askAboutPayment(deps: ReservationDeps, paying: In<'paying'>): Promise<void> {
  const { reservationId, payment, sale } = paying;
  const found = await deps.payments.find(payment.paymentKey);
  const overdueMs = deps.clock.now() - Date.parse(sale.expiresAt);
  const outcome = await outcomeOf(deps, paying, found);
  if (outcome.kind !== 'unknown') {
    await settlePayment(deps, paying, outcome);
  } else if (overdueMs < 0) {
    if (found.kind === 'open') await confirmPayment(deps, paying);
  } else if (overdueMs >= (found.kind === 'open' ? deps.delays.paymentMs : PATIENCE_MS)) {
    const until = isoTime(deps.clock.now() + WATCH_MS);
    await changeReservation(deps, reservationId, (r, now) =>
      paymentGivenUp(r, payment.paymentKey, now, until),
    );
  }
}

/** Only the whole price approves the reservation it was paid for. */
async function outcomeOf(deps: ReservationDeps, paying: In<'paying'>, found: Found): Promise<Known> {
  const { reservationId, sale } = paying;
  switch (found.kind) {
    case 'captured': {
      const { amount, currency, refunded } = found;
      const isPrice = amount === sale.amount && currency === sale.currency;
      if (found.reservationId !== reservationId)
        return { kind: 'declined', reason: 'of another reservation' };
      if (refunded >= amount) return { kind: 'declined', reason: 'cancelled at the provider' };
      return refunded === 0 && isPrice ? { kind: 'approved' } : { kind: 'unfit', amount };
    }
    case 'awaiting-deposit':
      return found.reservationId === reservationId
        ? withdrawn(deps, paying)
        : { kind: 'declined', reason: 'of another reservation' };
    case 'failed':
      return { kind: 'declined', reason: found.reason };
    case 'open':
    case 'unknown':
      return { kind: 'unknown' };
    default:
      return found satisfies never;
  }
}

async function refundAgain(deps: ReservationDeps, cancelling: In<'cancelling'>): Promise<void> {
  const after = await refund(deps, cancelling);
  if (after.status === 'cancelling') recordMetric('marquee.owed', 1);
  if (after.status === 'cancelling' && cancelling.attempts >= ALERT_AFTER_REFUNDS) {
    const { reservationId, attempts, cancellation } = cancelling;
    deps.log.error('refund owed', { reservationId, attempts, amount: cancellation.refund });
  }
}

/** The ending is published again until its seats are known to be back on sale; a watched payment is asked about. */
async function sweepEnded(deps: ReservationDeps, stored: Versioned<Reservation>): Promise<void> {
  const { value: reservation } = stored;
  const again = happened(reservation, 'SeatsReleased') ? undefined : endingOf(reservation);
  if ((await postpone(deps, stored, again)) && isWatched(reservation)) await watch(deps, reservation);
}

async function watch(deps: ReservationDeps, reservation: Reservation): Promise<void> {
  if (!isWatched(reservation)) return;
  const { reservationId, watch: watched } = reservation;
  const found = await deps.payments.find(watched.paymentKey);
  const close = (refunded: boolean) =>
    changeReservation(deps, reservationId, (r, now) => watchClosed(r, refunded, now));
  if (found.kind === 'captured' && found.reservationId === reservationId) {
    const owed = { paymentKey: watched.paymentKey, amount: found.amount, reason: 'paid too late' };
    if (await giveBackOnce(deps, reservation, owed)) await close(true);
  } else if (found.kind === 'awaiting-deposit' && found.reservationId === reservationId) {
    if (await closeAccount(deps, reservation, watched.paymentKey)) await close(false);
  } else if (found.kind !== 'unknown' && isoTime(deps.clock.now()) >= watched.until) await close(false);
}
