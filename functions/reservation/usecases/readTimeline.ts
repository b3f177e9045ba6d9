import type { OperatorDeps } from '../deps';
import { awaitingOf, whyEnded } from '../domain/awaiting';
import type { Reservation } from '../domain/reservation';

/** What happened to a reservation, what it waits for, and all that is known of it elsewhere. */
export async function readTimeline(
  { pending, noticesOf, traceUrl }: Pick<OperatorDeps, 'pending' | 'noticesOf' | 'traceUrl'>,
  reservation: Reservation,
) {
  const { reservationId, history, status, traceparent } = reservation;
  const [notices, items] = await Promise.all([noticesOf(reservation), pending.about(reservationId)]);
  const traceId = traceparent?.split('-')[1];
  return {
    status,
    items: history,
    awaiting: awaitingOf(reservation),
    why: whyEnded(reservation),
    notices: notices.map(({ dueAt, ...notice }) => ({ ...notice, nextAttemptAt: dueAt })),
    pending: items,
    trace: traceId === undefined ? undefined : { traceId, url: urlOf(traceUrl, traceId, reservationId) },
  };
}

const urlOf = (template: string | undefined, traceId: string, reservationId: string): string | undefined =>
  template?.replace('{traceId}', traceId).replace('{reservationId}', reservationId);
