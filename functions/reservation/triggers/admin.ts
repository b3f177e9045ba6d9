import { listKeyAfter, pageOf } from '../../../shared/http/continuation';
import { endpoint } from '../../../shared/http/endpoint';
import { type Difference, differenceKeyOf, openDifference } from '../../../shared/payment/difference';
import { reservationListKey } from '../commit/store';
import type { OperatorDeps, ReservationDeps } from '../deps';
import { saleOf } from '../domain/reservation';
import { searchWords } from '../domain/searchKeys';
import { requestErasure } from '../usecases/eraseCustomer';
import { readReservation } from '../usecases/readReservation';
import { readTimeline } from '../usecases/readTimeline';
import {
  listedPage,
  reconciliationQuery,
  reconciliationView,
  reservationsQuery,
  timelineView,
} from './schemas';
import { listedViewOf } from './view';

export const listReservations = endpoint(
  {
    method: 'GET',
    route: 'admin/reservations',
    summary: 'Reservations, the newest first; `query` finds them by number, name or address',
    auth: 'box-office',
    query: reservationsQuery,
    isTranslated: true,
    answers: { 200: { description: 'A page of reservations', body: listedPage } },
  },
  async (deps: ReservationDeps, { query: { continuation, query, ...filter }, caller }) => {
    const words = query === undefined ? [] : searchWords(query);
    const items = await deps.reservations.list({ ...filter, words, after: listKeyAfter(continuation) });
    return {
      status: 200,
      body: pageOf(items, filter.limit, reservationListKey, (item) => listedViewOf(item, caller, deps.clock)),
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
    auth: 'box-office',
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
      'Reservations and bills of which the payment provider’s books say another sum than ours, the longest first',
    auth: 'admin',
    query: reconciliationQuery,
    answers: { 200: { description: 'A page of differences', body: reconciliationView } },
  },
  async (
    { reservations, differingBills }: Pick<ReservationDeps & OperatorDeps, 'reservations' | 'differingBills'>,
    { query: { continuation, limit } },
  ) => {
    const after = listKeyAfter(continuation);
    const [ours, bills] = await Promise.all([
      reservations.differing(after, limit),
      differingBills(after, limit),
    ]);
    const items: readonly Differing[] = [
      ...ours.map((one) => ({
        ...one,
        of: { reservationId: one.reservationId },
        currency: saleOf(one)?.currency ?? '',
      })),
      ...bills.map((one) => ({ ...one, of: { billId: one.billId } })),
    ].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    return { status: 200, body: pageOf(items.slice(0, limit), limit, keyOf, differenceView) };
  },
);

/** What the money is of, and what is noted of it. */
type Differing = {
  readonly of: { readonly reservationId: string } | { readonly billId: string };
  readonly currency: string;
  readonly differences?: readonly Difference[] | undefined;
};

const keyOf = ({ of, differences }: Differing): string =>
  differenceKeyOf('billId' in of ? of.billId : of.reservationId, differences) ?? '';

const NOTES = {
  returned: 'More was returned at the provider than we have asked for. It counts against what is owed.',
  captured: 'More was captured at the provider than we know of. What pays for nothing is being refunded.',
  missing: 'The provider does not have money that we count on.',
} as const;

function differenceView({ of, currency, differences }: Differing) {
  const open = openDifference(differences);
  if (open === undefined) throw new Error(`${JSON.stringify(of)} has no open difference`);
  const { kind, ours, provider, foundAt: since } = open;
  return { ...of, kind, ours, provider, currency, since, note: NOTES[kind] };
}
