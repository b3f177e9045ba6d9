import { isoTime } from '../../../shared/kernel/clock';
import type { Versioned } from '../../../shared/kernel/versioned';
import { sweepDue } from '../../../shared/messaging/sweep';
import { reasonOf } from '../../../shared/telemetry/log';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { inSpan } from '../../../shared/telemetry/trace';
import { changeReservation } from '../commit/changeReservation';
import { postponeSweep } from '../commit/postponeSweep';
import { endingOf } from '../domain/ending';
import { timeIsUp } from '../domain/payment.decide';
import { happened, type In, isEnded, type Reservation } from '../domain/reservation';
import { type RefundDeps, refund } from '../payment/refund';
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
  if (status === 'held' || status === 'completed' || isEnded(reservation)) return;
  const ageMs = clock.now() - Date.parse(updatedAt);
  if (ageMs > UNSETTLED_MS) log.warn('reservation unsettled', { reservationId, status, ageMs });
}

async function sweep(deps: RefundDeps, stored: Versioned<Reservation>): Promise<void> {
  const { value: reservation } = stored;
  switch (reservation.status) {
    case 'placed':
      await postponeSweep(deps, stored, 'ReservationPlaced');
      return;
    case 'held':
      await changeReservation(deps, reservation.reservationId, timeIsUp);
      return;
    case 'paying':
      if (await postponeSweep(deps, stored)) await sweepPayment(deps, reservation);
      return;
    case 'paid':
      await postponeSweep(deps, stored, 'PaymentApproved');
      return;
    case 'cancelling':
      if (await postponeSweep(deps, stored)) await sweepRefund(deps, reservation);
      return;
    case 'completed':
      return;
    case 'cancelled':
    case 'rejected':
    case 'expired':
      if (await postponeSweep(deps, stored, untoldEnding(reservation))) await sweepWatch(deps, reservation);
      return;
    default:
      return reservation satisfies never;
  }
}

/** The ending is published again until the seats are known to be back on sale. */
const untoldEnding = (reservation: Reservation) =>
  happened(reservation, 'SeatsReleased') ? undefined : endingOf(reservation);

async function sweepRefund(deps: RefundDeps, cancelling: In<'cancelling'>): Promise<void> {
  const { status } = await refund(deps, cancelling);
  if (status !== 'cancelling') return;
  recordMetric('marquee.owed', 1);
  const { reservationId, attempts, cancellation } = cancelling;
  if (attempts < ALERT_AFTER_REFUNDS) return;
  deps.log.error('refund owed', { reservationId, attempts, amount: cancellation.refund });
}
