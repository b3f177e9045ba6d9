import type { ToTell } from '../contract';
import { happened, hasTickets, type Reservation } from './reservation';
import { isReleased, openCancellations, openReseat, unreleasedParts } from './underWay';

/** What was told of it and has had no answer yet, so it may have been lost. Telling it again is what brings the answer. */
export function unansweredFacts(reservation: Reservation): readonly ToTell[] {
  switch (reservation.status) {
    case 'placed':
      return [{ type: 'ReservationPlaced' }];
    case 'paid':
      return [{ type: 'PaymentApproved' }];
    case 'cancelled':
      return [...reduced(reservation), ...unlessReleased(reservation, 'ReservationCancelled')];
    case 'rejected':
      return unlessReleased(reservation, 'ReservationRejected');
    case 'expired':
      return unlessReleased(reservation, 'ReservationExpired');
    case 'completed':
      return [
        ...(hasTickets(reservation) ? [] : [toldOfSeats(reservation)]),
        ...reseatAsked(reservation),
        ...askOfDoor(reservation),
        ...reduced(reservation),
      ];
    case 'cancelling':
      return [...revoked(reservation), ...askOfDoor(reservation), ...reduced(reservation)];
    case 'held':
    case 'paying':
      return [];
    default:
      return reservation satisfies never;
  }
}

/** The theatre does not wait for the door, but nobody is to be let in while its refund is tried again and again. */
const askOfDoor = (reservation: Reservation): readonly ToTell[] =>
  openCancellations(reservation).flatMap(({ n, voidedAt }) =>
    n === undefined || voidedAt !== undefined ? [] : [{ type: 'CancellationAccepted', n }],
  );

/** It has no answer, and whoever was to tell it may have died. Once more is enough. */
const revoked = (reservation: Reservation): readonly ToTell[] =>
  reservation.attempts <= 1 && happened(reservation, 'ReservationRevoked')
    ? [{ type: 'ReservationRevoked' }]
    : [];

const reduced = (reservation: Reservation): readonly ToTell[] =>
  unreleasedParts(reservation).map(({ n }) => ({ type: 'ReservationReduced', n }));

/** The newest of what has given it seats. Admission issues what is missing. */
const toldOfSeats = ({ history }: Reservation): ToTell => {
  const n = history.findLast(({ type }) => type === 'ReservationReseated')?.n;
  return n === undefined ? { type: 'ReservationCompleted' } : { type: 'ReservationReseated', n };
};

const reseatAsked = (reservation: Reservation): readonly ToTell[] => {
  const open = openReseat(reservation);
  return open === undefined ? [] : [{ type: 'ReseatAsked', n: open.n }];
};

/** An end is answered when the seats are known to be back on sale. */
const unlessReleased = (reservation: Reservation, type: ToTell['type']): readonly ToTell[] =>
  isReleased(reservation) ? [] : [{ type }];
