import { type Rights, servesOthers } from '../../../shared/http/access';
import { type Clock, secondsUntil } from '../../../shared/kernel/clock';
import { linesOf } from '../../musical/contract';
import { type Reservation, saleOf, seatsOf } from '../domain/reservation';
import { type ReservationView, reservationView } from './schemas';

/** A reservation as its owner sees it. Staff also see whose it is. */
export function viewOf(reservation: Reservation, caller: Rights, clock: Clock): ReservationView {
  const sale = saleOf(reservation);
  const { amount = 0, bookingFee = 0, currency = '', ...terms } = sale ?? {};
  const shown = {
    ...reservation,
    ...terms,
    seats: seatsOf(reservation),
    lines: sale === undefined ? [] : linesOf(sale),
    bookingFee,
    amount,
    currency,
    expiresInSeconds: 'expiresAt' in terms ? secondsUntil(terms.expiresAt, clock) : undefined,
    customerId: servesOthers(caller) ? reservation.customerId : undefined,
    payment: paymentOf(reservation, amount),
    cancellation: 'cancellation' in reservation ? { ...reservation.cancellation, currency } : undefined,
  };
  return reservationView.parse(shown);
}

const paymentOf = (reservation: Reservation, amount: number) =>
  'payment' in reservation && reservation.payment ? { ...reservation.payment, amount } : undefined;
