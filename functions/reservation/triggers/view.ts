import type { Caller } from '../../../shared/http/auth';
import { type Reservation, saleOf } from '../domain/reservation';

/** A reservation as its owner sees it; an admin also sees whose it is. */
export function viewOf(reservation: Reservation, caller: Pick<Caller, 'isAdmin'>) {
  const { reservationId, status, performanceId, customerId, request, placedAt, updatedAt, version } =
    reservation;
  const sale = saleOf(reservation);
  const terms = sale && {
    expiresAt: sale.expiresAt,
    title: sale.title,
    startsAt: sale.startsAt,
    venue: sale.venue,
  };
  return {
    reservationId,
    status,
    performanceId,
    ...(caller.isAdmin ? { customerId } : {}),
    seats: sale?.seats ?? ('seats' in request ? request.seats : []),
    amount: sale?.amount ?? 0,
    currency: sale?.currency ?? '',
    ...terms,
    ...paymentView(reservation),
    ...('cancellation' in reservation
      ? { cancellation: { ...reservation.cancellation, currency: sale?.currency ?? '' } }
      : {}),
    ...('refusal' in reservation ? { refusal: reservation.refusal } : {}),
    placedAt,
    updatedAt,
    version,
  };
}

function paymentView(reservation: Reservation) {
  if (!('payment' in reservation) || reservation.payment === undefined) return {};
  const { paymentKey: _secret, idempotencyKey: _theirs, ...payment } = reservation.payment;
  return { payment: { amount: saleOf(reservation)?.amount ?? 0, ...payment } };
}
