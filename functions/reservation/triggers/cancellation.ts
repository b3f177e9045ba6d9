import { idFor } from '../../../shared/cosmos/idempotency';
import { endpoint } from '../../../shared/http/endpoint';
import { digest } from '../../../shared/kernel/ids';
import { isoTime } from '../../../shared/kernel/time';
import { problem } from '../../problems';
import type { ReservationDeps } from '../deps';
import { quote } from '../domain/cancellation.decide';
import { cancellationsOf } from '../domain/parts';
import { type Reservation, saleOf } from '../domain/reservation';
import { awaitsDoor, openCancellations } from '../domain/underWay';
import { cancelReservation } from '../usecases/cancelReservation';
import { readReservation, waitWhile } from '../usecases/readReservation';
import { cancellationBody, cancellationQuery, quoteView, reservationView } from './schemas';
import { viewOf } from './view';

export const getCancellation = endpoint(
  {
    method: 'GET',
    route: 'reservations/{reservationId}/cancellation',
    summary: 'What cancelling would cost now, these seats or all that are left',
    auth: 'customer',
    query: cancellationQuery,
    answers: { 200: { description: 'The fee that is kept and the refund', body: quoteView } },
  },
  async (deps: ReservationDeps, { params: { reservationId = '' }, query: { seats }, caller }) => {
    const { value: reservation } = await readReservation(deps, reservationId, caller);
    const quoted = quote(reservation, isoTime(deps.clock.now()), seats);
    const money = quoted.allowed
      ? { fee: quoted.fee, refund: quoted.refund }
      : { fee: 0, refund: 0, reason: quoted.reason };
    return {
      status: 200,
      body: { ...money, currency: saleOf(reservation)?.currency ?? '', allowed: quoted.allowed },
    };
  },
);

/** The door answers in a moment, and the refund is made then. Who did not want to wait is answered by then all the same. */
const DOOR_ANSWERS_MS = 2_000;

/** The reservation when the door has answered to what was asked for, or to the last, if it is asked. Throws `ticket-admitted`. */
export async function afterDoor(
  deps: ReservationDeps,
  accepted: Reservation,
  waitMs: number,
  askedBy?: string,
): Promise<Reservation> {
  const all = cancellationsOf(accepted);
  const { n } = (askedBy && all.find((one) => one.askedBy === askedBy)) || (all.at(-1) ?? {});
  if (n === undefined) return accepted;
  const statusIn = (r: Reservation) => cancellationsOf(r).find((one) => one.n === n)?.status;
  const reservation = openCancellations(accepted).some((one) => one.n === n && awaitsDoor(one))
    ? await waitWhile(deps, accepted, (r) => statusIn(r) === 'accepted', waitMs || DOOR_ANSWERS_MS)
    : accepted;
  if (reservation.status === 'completed' && statusIn(reservation) === 'put-back')
    throw problem('ticket-admitted', 'Somebody was let in with one of the tickets, so nothing is cancelled.');
  return reservation;
}

export const postCancellation = endpoint(
  {
    method: 'POST',
    route: 'reservations/{reservationId}/cancellation',
    summary: 'Cancel these seats, or all that are left; the fee is fixed at this moment',
    auth: 'customer',
    body: cancellationBody,
    idempotencyKey: 'honoured',
    isTranslated: true,
    answers: { 202: { description: 'Accepted; the refund is under way or done', body: reservationView } },
    problems: [
      'cancellation-closed',
      'ticket-admitted',
      'wrong-state',
      'idempotency-key-required',
      'idempotency-key-reused',
    ],
  },
  async (
    deps: ReservationDeps,
    { params: { reservationId = '' }, body, caller, idempotencyKey: key, route, waitMs },
  ) => {
    const stored = await readReservation(deps, reservationId, caller);
    const { customerId } = caller;
    if (body.seats !== undefined && key === undefined)
      throw problem(
        'idempotency-key-required',
        'Some of the seats can be cancelled again and again. Send an Idempotency-Key, so that a repeated request is known.',
      );
    await idFor(deps.idempotency, { customerId, key, route, body }, () => reservationId);
    const askedBy = askedWith(customerId, key);
    const accepted = await cancelReservation(deps, stored, { seats: body.seats, askedBy });
    const reservation = await afterDoor(deps, accepted, waitMs, askedBy);
    return {
      status: 202,
      body: viewOf(reservation, caller, deps.clock),
      headers: { location: `/api/reservations/${reservationId}` },
    };
  },
);

/** By which a repeated request is known among a reservation's cancellations. */
export const askedWith = (customerId: string, key: string | undefined): string | undefined =>
  key === undefined ? undefined : digest([customerId, key], 32);
