import { endpoint } from '../../../shared/endpoint';
import { invalidMember } from '../../../shared/request';
import type { ReservationDeps } from '../deps';
import type { Reservation } from '../domain/reservation';
import { readReservation } from '../usecases/placeReservation';
import { reservationsQuery, reservationsView, timelineView } from './schemas';
import { viewOf } from './view';

export const listReservations = endpoint(
  {
    method: 'GET',
    route: 'admin/reservations',
    summary: 'Reservations, the newest first',
    auth: 'admin',
    query: reservationsQuery,
    answers: { 200: { description: 'A page of reservations', body: reservationsView } },
  },
  async (deps: ReservationDeps, { query: { continuation, ...filter }, caller }) => {
    const after = continuation === undefined ? undefined : positionOf(continuation);
    const items = await deps.reservations.list({ ...filter, after });
    const last = items.length === filter.limit ? items.at(-1) : undefined;
    return {
      status: 200,
      body: {
        items: items.map((item) => viewOf(item, caller)),
        ...(last ? { continuation: continuationAfter(last) } : {}),
      },
    };
  },
);

const continuationAfter = ({ placedAt, reservationId }: Reservation): string =>
  Buffer.from(`${placedAt} ${reservationId}`).toString('base64url');

function positionOf(continuation: string): readonly [string, string] {
  const [placedAt, reservationId] = Buffer.from(continuation, 'base64url').toString().split(' ');
  if (!placedAt || !reservationId)
    throw invalidMember('/continuation', 'Send back the continuation of the page before.');
  return [placedAt, reservationId];
}

export const getTimeline = endpoint(
  {
    method: 'GET',
    route: 'admin/reservations/{reservationId}/timeline',
    summary: 'What happened to one reservation, in order, in all contexts',
    auth: 'admin',
    answers: { 200: { description: 'Its events', body: timelineView } },
  },
  async (deps: ReservationDeps, { params: { reservationId = '' }, caller }) => ({
    status: 200,
    body: { items: (await readReservation(deps, reservationId, caller)).history },
  }),
);
