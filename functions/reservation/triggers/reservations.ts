import type { z } from 'zod';
import { idFor } from '../../../shared/cosmos/idempotency';
import type { Rights } from '../../../shared/http/access';
import type { Answer } from '../../../shared/http/answer';
import { endpoint } from '../../../shared/http/endpoint';
import type { Clock } from '../../../shared/kernel/clock';
import {
  isAllocationIdOf,
  newAllocationId,
  type PriceTypesAsked,
  seatRequestOf,
} from '../../musical/contract';
import { type ProblemCode, problem } from '../../problems';
import type { ReservationDeps } from '../deps';
import {
  hasNoSeats,
  type In,
  type PlacementRequest,
  type Rejection,
  type Reservation,
} from '../domain/reservation';
import { placeReservation } from '../usecases/placeReservation';
import { readReservation, waitUntilDecided } from '../usecases/readReservation';
import { reservationBody, reservationView } from './schemas';
import { viewOf } from './view';

const OWNER = { isAdmin: false };

export const postReservation = endpoint(
  {
    method: 'POST',
    route: 'reservations',
    summary:
      'Reserve held seats, named seats, or the best of a section; with `Prefer: wait=<s>` the answer waits for the seats',
    auth: 'customer',
    body: reservationBody,
    idempotencyKey: 'required',
    isTranslated: true,
    answers: {
      201: { description: 'The seats are held until expiresAt; pay until then', body: reservationView },
      202: { description: 'Accepted; Location says where to look', body: reservationView },
    },
    problems: [
      'not-found',
      'seat-taken',
      'sold-out',
      'customer-limit',
      'not-on-sale',
      'members-only',
      'hold-expired',
      'wrong-state',
      'erasure-under-way',
    ],
  },
  async (deps: ReservationDeps, { body, caller, idempotencyKey: key, route, waitMs }) => {
    const { performanceId, holdId } = body;
    const { customerId, email, name, locale } = caller;
    if (holdId !== undefined && !isAllocationIdOf(holdId, customerId, performanceId)) {
      throw problem('forbidden', 'This hold is not yours, or not of this performance.');
    }
    if (!(await deps.hasPerformance(performanceId)))
      throw problem('not-found', `There is no performance ${performanceId}.`);
    const newId = () => holdId ?? newAllocationId(customerId, performanceId);
    const reservationId = await idFor(deps.idempotency, { customerId, key, route, body }, newId);
    const request = requestOf(body);
    const customer = {
      ...(email ? { email } : {}),
      ...(name ? { name } : {}),
      ...(locale ? { locale } : {}),
    };
    const command = { reservationId, performanceId, customerId, customer, request };
    const placed = await placeReservation(deps, command);
    if (waitMs === 0) return accepted(placed, deps.clock);
    return answerTo(await waitUntilDecided(deps, placed, waitMs), deps.clock);
  },
);

const requestOf = ({ holdId, priceTypes, ...body }: z.infer<typeof reservationBody>): PlacementRequest =>
  withPriceTypes(holdId === undefined ? seatRequestOf(body) : { holdId }, priceTypes);

export const withPriceTypes = (
  request: PlacementRequest,
  priceTypes: PriceTypesAsked = {},
): PlacementRequest => ({
  ...request,
  ...(Object.keys(priceTypes).length === 0 ? {} : { priceTypes }),
});

export const accepted = (reservation: Reservation, clock: Clock, caller: Rights = OWNER): Answer => ({
  status: 202,
  body: viewOf(reservation, caller, clock),
  headers: { location: `/api/reservations/${reservation.reservationId}`, 'retry-after': '1' },
});

export function answerTo(reservation: Reservation, clock: Clock, caller: Rights = OWNER): Answer {
  if (reservation.status === 'placed') return accepted(reservation, clock);
  if (reservation.status === 'rejected') throw rejectionProblem(reservation);
  if (hasNoSeats(reservation)) throw endedProblem(reservation);
  const { headers: { location = '' } = {} } = accepted(reservation, clock);
  return { status: 201, body: viewOf(reservation, caller, clock), headers: { location } };
}

/** A request that is repeated late finds what became of it. */
const endedProblem = ({ reservationId, status }: Reservation) =>
  problem(
    status === 'expired' ? 'hold-expired' : 'wrong-state',
    `This reservation is ${status}. Reserve again with a new Idempotency-Key.`,
    { reservationId },
  );

const codeOf: Readonly<Record<Rejection['reason'], ProblemCode>> = {
  'seat-taken': 'seat-taken',
  'sold-out': 'sold-out',
  'customer-limit': 'customer-limit',
  'hold-expired': 'hold-expired',
  'not-on-sale': 'not-on-sale',
  'unknown-seats': 'not-on-sale',
  'price-type': 'invalid-request',
  'members-only': 'members-only',
};

const rejectionProblem = ({ reservationId, refusal }: In<'rejected'>) =>
  problem(codeOf[refusal.reason], refusal.detail, {
    reservationId,
    ...(refusal.taken === undefined ? {} : { taken: refusal.taken }),
    ...(refusal.pointer === undefined
      ? {}
      : { errors: [{ pointer: refusal.pointer, detail: refusal.detail }] }),
  });

export const getReservation = endpoint(
  {
    method: 'GET',
    route: 'reservations/{reservationId}',
    summary: 'One reservation',
    auth: 'customer',
    isTranslated: true,
    answers: { 200: { description: 'As it is now', body: reservationView } },
  },
  async (deps: ReservationDeps, { params: { reservationId = '' }, caller }) => ({
    status: 200,
    body: viewOf((await readReservation(deps, reservationId, caller)).value, caller, deps.clock),
  }),
);
