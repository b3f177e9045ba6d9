import type { KeptMove, Sale } from '../../musical/contract';
import { cancelInFull } from './cancellation.decide';
import { changed, type Decision, tooEarly, unchanged } from './decision';
import { partsOf } from './parts';
import { type CancelReason, isEnded, type Rejection, type Reservation } from './reservation';
import { isReleased, unreleasedParts } from './underWay';

/**
 * Hears SeatsHeld. The seats are the reservation's until `sale.expiresAt`, and now it can be paid. What costs nothing, or is
 * sold at the counter, is paid at once, and no provider hears of it.
 */
export function seatsHeld(reservation: Reservation, sale: Sale, now: string): Decision {
  if (reservation.status !== 'placed') return unchanged;
  const { counter } = reservation;
  if (sale.amount > 0 && counter === undefined) return changed({ status: 'held', sale });
  const paid = counter?.payment ?? { method: 'none' as const };
  const payment = { paymentKey: '', ...paid, startedAt: now, approvedAt: now };
  return changed({ status: 'paid', sale, payment }, { type: 'PaymentApproved' });
}

/**
 * Hears SeatAlreadySold, SeatsSoldOut or SeatsRefused. What was only asked for is rejected. What was paid for, while its
 * seats were taken over, is refunded in full.
 */
export function seatsRefused(reservation: Reservation, refusal: Rejection, now: string): Decision {
  switch (reservation.status) {
    case 'placed':
      return changed({ status: 'rejected', refusal }, { type: 'ReservationRejected' });
    case 'paid':
      return cancelInFull(reservation, 'seats-lost', now);
    // Refused seats are never held or paid for: this is an older state than the event knows of.
    case 'held':
    case 'paying':
      return tooEarly;
    case 'completed':
    case 'cancelling':
    case 'cancelled':
    case 'rejected':
    case 'expired':
      return unchanged;
    default:
      return reservation satisfies never;
  }
}

/** Hears SeatsSold. The reservation is paid and has its seats. */
export function seatsSold(reservation: Reservation): Decision {
  switch (reservation.status) {
    case 'paid': {
      const { sale, payment } = reservation;
      return changed({ status: 'completed', sale, payment }, { type: 'ReservationCompleted' });
    }
    case 'placed':
    case 'held':
    case 'paying':
      return tooEarly;
    case 'completed':
    case 'cancelling':
    case 'cancelled':
    case 'rejected':
    case 'expired':
      return unchanged;
    default:
      return reservation satisfies never;
  }
}

/** Hears SeatsRevoked. The theatre took the seats back, so what was paid is refunded in full, whatever the terms say. */
export const seatsRevoked = (reservation: Reservation, reason: CancelReason, now: string): Decision =>
  cancelInFull(reservation, reason, now);

/**
 * Hears PerformanceMoved. The reservation stays, for another time or venue, and its customer is told, once for each move.
 * One whose SeatsHeld knew of the move is told all the same.
 */
export function performanceMoved(reservation: Reservation, move: KeptMove): Decision {
  switch (reservation.status) {
    case 'placed':
      return tooEarly;
    case 'held':
    case 'paying':
    case 'paid':
    case 'completed':
      return isToldOf(reservation, move)
        ? unchanged
        : changed(
            { ...reservation, sale: moved(reservation.sale, move) },
            { type: 'ReservationMoved', n: move.n },
          );
    case 'cancelling':
    case 'cancelled':
    case 'rejected':
    case 'expired':
      return unchanged;
    default:
      return reservation satisfies never;
  }
}

const isToldOf = ({ history }: Reservation, { n }: KeptMove): boolean =>
  history.some((entry) => entry.type === 'ReservationMoved' && entry.n === n);

/**
 * The sale at the time and venue of the latest move, whichever was heard of last. Nothing is paid for what has begun, so
 * the time to pay ends with the new start at the latest.
 */
function moved(sale: Sale, move: KeptMove): Sale {
  const others = (sale.moves ?? []).filter(({ n }) => n !== move.n);
  const moves = [...others, move].sort((a, b) => a.n - b.n);
  const { to } = moves.at(-1) ?? move;
  const timeToPay = to.startsAt < sale.expiresAt ? { expiresAt: to.startsAt } : {};
  return { ...sale, ...to, ...timeToPay, moves };
}

/** Hears SeatsReleased. The seats of this cancellation are back on sale: some of them, or all, after the end. */
export function seatsReleased(reservation: Reservation, n?: number): Decision {
  const part = partsOf(reservation).find((one) => one.n === n);
  if (part !== undefined) {
    if (part.status === 'accepted') return tooEarly;
    return unreleasedParts(reservation).includes(part) ? changed(reservation) : unchanged;
  }
  if (!isEnded(reservation)) return tooEarly;
  return isReleased(reservation) ? unchanged : changed(reservation);
}
