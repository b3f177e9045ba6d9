import { endpoint } from '../../../shared/http/endpoint';
import { isoTime } from '../../../shared/kernel/clock';
import { problem } from '../../problems';
import type { ReservationDeps } from '../deps';
import { quote } from '../domain/cancellation.decide';
import { awaitsDoor, type Reservation, saleOf } from '../domain/reservation';
import { cancelReservation } from '../usecases/cancelReservation';
import { readReservation, waitWhile } from '../usecases/readReservation';
import { nothing, quoteView, reservationView } from './schemas';
import { viewOf } from './view';

export const getCancellation = endpoint(
  {
    method: 'GET',
    route: 'reservations/{reservationId}/cancellation',
    summary: 'What cancelling would cost now',
    auth: 'customer',
    answers: { 200: { description: 'The fee that is kept and the refund', body: quoteView } },
  },
  async (deps: ReservationDeps, { params: { reservationId = '' }, caller }) => {
    const { value: reservation } = await readReservation(deps, reservationId, caller);
    const quoted = quote(reservation, isoTime(deps.clock.now()));
    const money = quoted.allowed
      ? { fee: quoted.fee, refund: quoted.refund }
      : { fee: 0, refund: 0, reason: quoted.reason };
    return {
      status: 200,
      body: { ...money, currency: saleOf(reservation)?.currency ?? '', allowed: quoted.allowed },
    };
  },
);

const isUnderWay = ({ status }: Reservation): boolean => status === 'cancelling';

/** The door answers in a moment, and the refund is made then. Who did not want to wait is answered by then all the same. */
const DOOR_ANSWERS_MS = 2_000;

/** The reservation when the door has answered, if it is asked. Throws `ticket-admitted`. */
export async function afterDoor(
  deps: ReservationDeps,
  accepted: Reservation,
  waitMs: number,
): Promise<Reservation> {
  if (!awaitsDoor(accepted)) return accepted;
  const reservation = await waitWhile(deps, accepted, isUnderWay, waitMs || DOOR_ANSWERS_MS);
  if (reservation.status === 'completed')
    throw problem('ticket-admitted', 'Somebody was let in with one of the tickets, so nothing is cancelled.');
  return reservation;
}

export const postCancellation = endpoint(
  {
    method: 'POST',
    route: 'reservations/{reservationId}/cancellation',
    summary: 'Cancel; the fee is fixed at this moment',
    auth: 'customer',
    body: nothing,
    answers: { 202: { description: 'Accepted; the refund is under way or done', body: reservationView } },
    problems: ['cancellation-closed', 'ticket-admitted', 'wrong-state'],
  },
  async (deps: ReservationDeps, { params: { reservationId = '' }, caller, waitMs }) => {
    const stored = await readReservation(deps, reservationId, caller);
    const accepted = await cancelReservation(deps, stored);
    const reservation = await afterDoor(deps, accepted, waitMs);
    return {
      status: 202,
      body: viewOf(reservation, caller, deps.clock),
      headers: { location: `/api/reservations/${reservationId}` },
    };
  },
);
