import type { ToTell } from '../contract';
import { isReleased, unreleasedParts } from './parts';
import { happened, hasTickets, type Reservation } from './reservation';

/** What was told of it and has had no answer yet, so it may have been lost. Telling it again is what brings the answer. */
export function unansweredFacts(reservation: Reservation): readonly ToTell[] {
  switch (reservation.status) {
    case 'placed':
      return [{ type: 'ReservationPlaced' }];
    case 'paid':
      return [{ type: 'PaymentApproved' }];
    case 'cancelled':
      return unlessReleased(reservation, 'ReservationCancelled');
    case 'rejected':
      return unlessReleased(reservation, 'ReservationRejected');
    case 'expired':
      return unlessReleased(reservation, 'ReservationExpired');
    case 'completed':
      return [
        ...(hasTickets(reservation) ? [] : [{ type: 'ReservationCompleted' } as const]),
        ...reduced(reservation),
      ];
    case 'cancelling':
      return [...revoked(reservation), ...reduced(reservation)];
    case 'held':
    case 'paying':
      return [];
    default:
      return reservation satisfies never;
  }
}

/** An end is answered when the seats are known to be back on sale. */
const unlessReleased = (reservation: Reservation, type: ToTell['type']): readonly ToTell[] =>
  isReleased(reservation) ? [] : [{ type }];

const reduced = (reservation: Reservation): readonly ToTell[] =>
  unreleasedParts(reservation).map(({ n }) => ({ type: 'ReservationReduced', n }));

/** It has no answer, and whoever was to tell it may have died. Once more is enough. */
const revoked = (reservation: Reservation): readonly ToTell[] =>
  reservation.attempts <= 1 && happened(reservation, 'ReservationRevoked')
    ? [{ type: 'ReservationRevoked' }]
    : [];
