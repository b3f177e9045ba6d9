import { toldAtOnce } from './cancellation.decide';
import { changed, type Decision, tooEarly, unchanged } from './decision';
import { awaitsDoor, cancellationsOf, type In, isEnded, type Reservation } from './reservation';

/** Hears TicketsVoided. Nobody is let in on these seats any more, so the refund may begin. */
export function ticketsVoided(reservation: Reservation, n: number, now: string): Decision {
  if (!isAnswered(reservation, n)) return isBefore(reservation, n) ? tooEarly : unchanged;
  const { sale, payment, cancellation } = reservation;
  const state = { sale, payment, cancellation: { ...cancellation, voidedAt: now } };
  const told = awaitsDoor(reservation) ? toldAtOnce(cancellation) : [];
  return cancellation.refund > 0
    ? changed({ status: 'cancelling', ...state }, ...told)
    : changed({ status: 'cancelled', ...state }, { type: 'ReservationCancelled' });
}

/** Hears TicketsAdmitted. Somebody was let in, so the cancellation is put back and the seats stay sold. */
export function ticketsAdmitted(reservation: Reservation, n: number): Decision {
  if (!isAnswered(reservation, n)) return isBefore(reservation, n) ? tooEarly : unchanged;
  if (!awaitsDoor(reservation)) return unchanged;
  const { sale, payment } = reservation;
  return changed({ status: 'completed', sale, payment }, { type: 'CancellationPutBack', about: String(n) });
}

/** Whether it is this cancellation that is under way and has had no answer. */
const isAnswered = (reservation: Reservation, n: number): reservation is In<'cancelling'> =>
  reservation.status === 'cancelling' &&
  reservation.cancellation.n === n &&
  reservation.cancellation.voidedAt === undefined;

const isBefore = (reservation: Reservation, n: number): boolean =>
  !isEnded(reservation) && cancellationsOf(reservation) < n;
