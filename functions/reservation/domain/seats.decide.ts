import type { Sale } from '../../musical/contract';
import { cancelInFull } from './cancellation.decide';
import { changed, type Decision, tooEarly, unchanged } from './decision';
import { type CancelReason, happened, isEnded, type Rejection, type Reservation } from './reservation';

/** SeatsHeld: the seats are the reservation's until `sale.expiresAt`, and now it can be paid. */
export function seatsHeld(reservation: Reservation, sale: Sale): Decision {
  return reservation.status === 'placed' ? changed({ status: 'held', sale }) : unchanged;
}

/**
 * SeatAlreadySold, SeatsSoldOut, SeatsRefused. Asked for: the reservation is rejected. Paid for, but the seats were taken
 * over in the meantime: the money goes back in full.
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

/** SeatsSold: paid and seated. */
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

/** SeatsRevoked: the theatre took the seats back. What was paid goes back in full, whatever the terms say. */
export const seatsRevoked = (reservation: Reservation, reason: CancelReason, now: string): Decision =>
  cancelInFull(reservation, reason, now);

/** SeatsReleased: the seats are back on sale, and with that an ended reservation has nothing left to be done. */
export function seatsReleased(reservation: Reservation): Decision {
  if (!isEnded(reservation)) return tooEarly;
  return happened(reservation, 'SeatsReleased') ? unchanged : changed(reservation);
}
