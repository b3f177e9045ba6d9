import type { PublishedFact, ToTell } from '../contract';
import { happened, hasTickets, type In, type Reservation } from './reservation';

/** What was told of it and has had no answer yet, so it may have been lost. Telling it again is what brings the answer. */
export function unansweredFact(reservation: Reservation): ToTell | undefined {
  switch (reservation.status) {
    case 'placed':
      return { type: 'ReservationPlaced' };
    case 'paid':
      return { type: 'PaymentApproved' };
    case 'cancelled':
      return unlessReleased(reservation, 'ReservationCancelled');
    case 'rejected':
      return unlessReleased(reservation, 'ReservationRejected');
    case 'expired':
      return unlessReleased(reservation, 'ReservationExpired');
    case 'completed':
      return hasTickets(reservation) ? undefined : { type: 'ReservationCompleted' };
    case 'cancelling':
      // It has no answer, and whoever was to tell it may have died. Once more is enough.
      if (reservation.attempts <= 1 && happened(reservation, 'ReservationRevoked'))
        return { type: 'ReservationRevoked' };
      return askOfDoor(reservation);
    case 'held':
    case 'paying':
      return undefined;
    default:
      return reservation satisfies never;
  }
}

/** The theatre does not wait for the door, but nobody is to be let in while its refund is tried again and again. */
const askOfDoor = ({ cancellation: { n, voidedAt } }: In<'cancelling'>): ToTell | undefined =>
  n === undefined || voidedAt !== undefined ? undefined : { type: 'CancellationAccepted', n };

/** An end is answered when the seats are known to be back on sale. */
const unlessReleased = (reservation: Reservation, type: PublishedFact): ToTell | undefined =>
  happened(reservation, 'SeatsReleased') ? undefined : { type };
