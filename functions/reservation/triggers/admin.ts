import { listKeyAfter, pageOf } from '../../../shared/http/continuation';
import { endpoint } from '../../../shared/http/endpoint';
import { differenceKey, reservationListKey } from '../commit/store';
import type { OperatorDeps, ReservationDeps } from '../deps';
import { openDifference } from '../domain/difference';
import type { Reservation } from '../domain/reservation';
import { requestErasure } from '../usecases/eraseCustomer';
import { readReservation } from '../usecases/readReservation';
import { readTimeline } from '../usecases/readTimeline';
import {
  reconciliationQuery,
  reconciliationView,
  reservationsQuery,
  reservationsView,
  timelineView,
} from './schemas';
import { viewOf } from './view';

export const listReservations = endpoint(
  {
    method: 'GET',
    route: 'admin/reservations',
    summary: 'Reservations, the newest first',
    auth: 'box-office',
    query: reservationsQuery,
    answers: { 200: { description: 'A page of reservations', body: reservationsView } },
  },
  async (deps: ReservationDeps, { query: { continuation, ...filter }, caller }) => {
    const items = await deps.reservations.list({ ...filter, after: listKeyAfter(continuation) });
    return {
      status: 200,
      body: pageOf(items, filter.limit, reservationListKey, (item) => viewOf(item, caller, deps.clock)),
    };
  },
);

export const getTimeline = endpoint(
  {
    method: 'GET',
    route: 'admin/reservations/{reservationId}/timeline',
    summary: 'What happened to one reservation, in order, in all contexts, and what it waits for',
    auth: 'box-office',
    answers: {
      200: { description: 'Its events, its notices, and what is pending about it', body: timelineView },
    },
  },
  async (deps: ReservationDeps & OperatorDeps, { params: { reservationId = '' }, caller }) => ({
    status: 200,
    body: timelineView.parse(
      await readTimeline(deps, (await readReservation(deps, reservationId, caller)).value),
    ),
  }),
);

export const postErasure = endpoint(
  {
    method: 'POST',
    route: 'admin/reservations/{reservationId}/erasure',
    summary: 'Erase whoever made this reservation, as the customer could by `DELETE /me`',
    auth: 'admin',
    answers: { 202: { description: 'Accepted; it is done within half an hour' } },
    problems: ['in-use'],
  },
  async (deps: ReservationDeps, { params: { reservationId = '' }, caller }) => {
    const { value: reservation } = await readReservation(deps, reservationId, caller);
    await requestErasure(deps, reservation.customerId);
    return { status: 202 };
  },
);

export const getReconciliation = endpoint(
  {
    method: 'GET',
    route: 'admin/reconciliation',
    summary:
      'Reservations of which the payment provider’s books say another sum than ours, the longest first',
    auth: 'admin',
    query: reconciliationQuery,
    answers: { 200: { description: 'A page of differences', body: reconciliationView } },
  },
  async (deps: ReservationDeps, { query: { continuation, limit } }) => {
    const items = await deps.reservations.differing(listKeyAfter(continuation), limit);
    return { status: 200, body: pageOf(items, limit, (item) => differenceKey(item) ?? '', differenceView) };
  },
);

const NOTES = {
  returned: 'More was returned at the provider than we have asked for. It counts against what is owed.',
  captured: 'More was captured at the provider than we know of. What pays for nothing is being refunded.',
  missing: 'The provider does not have money that we count on.',
} as const;

function differenceView({ reservationId, differences }: Reservation) {
  const open = openDifference(differences);
  if (open === undefined) throw new Error(`reservation ${reservationId} has no open difference`);
  const { kind, ours, provider, foundAt: since } = open;
  return { reservationId, kind, ours, provider, since, note: NOTES[kind] };
}
