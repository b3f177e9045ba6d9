import { type Rights, servesOthers } from '../../../shared/http/access';
import { type Clock, secondsUntil } from '../../../shared/kernel/clock';
import { cancellationsOf, partsOf, presentOf, totalCancellation } from '../domain/parts';
import { type Reservation, saleOf, seatsOf } from '../domain/reservation';
import { type ListedView, type ReservationView, reservationView } from './schemas';

/** A reservation as its owner sees it. Staff also see whose it is. */
export function viewOf(reservation: Reservation, caller: Rights, clock: Clock): ReservationView {
  const sale = saleOf(reservation);
  const { amount: paid = 0, currency = '', ...terms } = sale ?? {};
  const cancellation = totalCancellation(reservation);
  const shown = {
    ...reservation,
    ...terms,
    seats: seatsOf(reservation),
    ...(sale === undefined ? { lines: [], bookingFee: 0, amount: 0 } : presentOf(sale, partsOf(reservation))),
    currency,
    expiresInSeconds: 'expiresAt' in terms ? secondsUntil(terms.expiresAt, clock) : undefined,
    customerId: servesOthers(caller) ? reservation.customerId : undefined,
    payment: paymentOf(reservation, paid),
    cancellation: cancellation && { ...cancellation, currency },
    cancellations: cancellationsOf(reservation).map((one) => ({ n: 1, ...one })),
  };
  return reservationView.parse(shown);
}

/** The same with who has made it, for staff. */
export const listedViewOf = (reservation: Reservation, caller: Rights, clock: Clock): ListedView => ({
  ...viewOf(reservation, caller, clock),
  customer: reservation.customer,
});

const paymentOf = (reservation: Reservation, amount: number) =>
  'payment' in reservation && reservation.payment ? { ...reservation.payment, amount } : undefined;
