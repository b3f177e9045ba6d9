import type { PublishedFact } from '../contract';
import type { Reservation } from './reservation';

/** What tells of its end, if it has ended. Then its seats go back to sale. */
export const endingOf = (reservation: Reservation): PublishedFact | undefined => {
  switch (reservation.status) {
    case 'cancelled':
      return 'ReservationCancelled';
    case 'rejected':
      return 'ReservationRejected';
    case 'expired':
      return 'ReservationExpired';
    case 'placed':
    case 'held':
    case 'paying':
    case 'paid':
    case 'completed':
    case 'cancelling':
      return undefined;
    default:
      return reservation satisfies never;
  }
};
