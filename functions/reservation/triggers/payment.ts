import { endpoint } from '../../../shared/http/endpoint';
import { problem } from '../../problems';
import type { ReservationDeps } from '../deps';
import { hasNoSeats } from '../domain/reservation';
import { payReservation } from '../usecases/payReservation';
import { readReservation } from '../usecases/readReservation';
import { paymentBody, reservationView } from './schemas';
import { viewOf } from './view';

export const postPayment = endpoint(
  {
    method: 'POST',
    route: 'reservations/{reservationId}/payment',
    summary: 'Pay a held reservation with a payment the customer has authorised at the provider',
    auth: 'customer',
    body: paymentBody,
    idempotencyKey: 'honoured',
    isTranslated: true,
    answers: {
      200: { description: 'Paid; the seats are being confirmed, or are', body: reservationView },
      202: { description: 'The provider has not answered in time; it settles later', body: reservationView },
    },
    problems: ['payment-declined', 'hold-expired', 'wrong-state', 'amount-mismatch', 'unavailable'],
  },
  async (deps: ReservationDeps, { params: { reservationId = '' }, body, caller, idempotencyKey }) => {
    const before = await readReservation(deps, reservationId, caller);
    if (before.value.customerId !== caller.customerId)
      throw problem('forbidden', 'Only its owner can pay a reservation.');
    const reservation = await payReservation(deps, before, { idempotencyKey, ...body });
    if (hasNoSeats(reservation)) {
      throw problem(
        'wrong-state',
        `The reservation is ${reservation.status}. Whatever was paid for it goes back.`,
      );
    }
    return {
      status: reservation.status === 'paying' ? 202 : 200,
      body: viewOf(reservation, caller, deps.clock),
    };
  },
);
