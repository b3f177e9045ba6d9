import { endpoint } from '../../../shared/http/endpoint';
import { isoTime } from '../../../shared/kernel/clock';
import { problem } from '../../problems';
import type { ReservationDeps } from '../deps';
import { quote } from '../domain/cancellation.decide';
import { saleOf } from '../domain/reservation';
import { cancelReservation, cancelSeats } from '../usecases/cancelReservation';
import { readReservation } from '../usecases/readReservation';
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

export const postCancellation = endpoint(
  {
    method: 'POST',
    route: 'reservations/{reservationId}/cancellation',
    summary: 'Cancel these seats, or all that are left; the fee is fixed at this moment',
    auth: 'customer',
    body: cancellationBody,
    idempotencyKey: 'honoured',
    answers: { 202: { description: 'Accepted; the refund is under way or done', body: reservationView } },
    problems: ['cancellation-closed', 'wrong-state', 'idempotency-key-required', 'idempotency-key-reused'],
  },
  async (
    deps: ReservationDeps,
    { params: { reservationId = '' }, body: { seats }, caller, idempotencyKey },
  ) => {
    const stored = await readReservation(deps, reservationId, caller);
    if (seats !== undefined && idempotencyKey === undefined)
      throw problem(
        'idempotency-key-required',
        'Some of the seats can be cancelled again and again. Send an Idempotency-Key, so that a repeated request is known.',
      );
    const reservation =
      seats === undefined
        ? await cancelReservation(deps, stored)
        : await cancelSeats(deps, stored, { seats, idempotencyKey });
    return {
      status: 202,
      body: viewOf(reservation, caller, deps.clock),
      headers: { location: `/api/reservations/${reservationId}` },
    };
  },
);
