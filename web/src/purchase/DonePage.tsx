import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { answered } from '../api/client';
import { reservationQuery } from '../api/ownQueries';
import { asProblem } from '../api/problem';
import type { Reservation } from '../api/types';
import { announce } from '../app/announce';
import { useApp } from '../app/context';
import { pathTo, routes } from '../app/routes';
import { useTitle } from '../app/useTitle';
import { ProblemNote } from '../parts/ProblemNote';
import { SignInGate } from '../parts/SignInGate';
import { Facts } from '../reservations/Facts';
import css from '../reservations/Reservation.module.css';
import { ReservationPoster } from '../reservations/ReservationPoster';
import { ReservationProblem } from '../reservations/ReservationProblem';
import { StatusText } from '../reservations/StatusText';
import { useReservation } from '../reservations/useReservation';
import { useOwnTexts } from '../texts';
import { paymentKeyIn } from './order';
import { usePayment } from './usePayment';

/** Where the payment page sends the customer. What it shows follows from the reservation's status, never from the address. */
export default function DonePage({ reservationId }: { readonly reservationId: string }) {
  return (
    <SignInGate>
      <Done reservationId={reservationId} />
    </SignInGate>
  );
}

function Done({ reservationId }: { readonly reservationId: string }) {
  const t = useOwnTexts();
  const { query } = useLocation();
  const reservation = useReservation(reservationId);
  // As it came: on the way to another page the address changes before this one ends.
  const [paymentKey] = useState(paymentKeyIn(query, reservationId));
  const payment = useReservationPayment(reservation, paymentKey);
  useWayBack(reservation.data, paymentKey, payment.error);
  const status = reservation.data?.status;
  const title =
    status === 'completed' ? t.pay.doneTitle : isOpen(status) ? t.pay.confirmingTitle : nameOf(t, status);
  useTitle(title);
  useEffect(() => announce(title), [title]);
  if (reservation.isError && reservation.data === undefined)
    return <ReservationProblem error={reservation.error} onRetry={() => reservation.refetch()} />;
  return (
    <div class={css.page} aria-busy={reservation.isPending}>
      <div class={css.head}>
        <h1 tabIndex={-1}>{title}</h1>
        {status === undefined || status === 'held' ? (
          <p>{t.pay.confirming}</p>
        ) : (
          reservation.data && <StatusText reservation={reservation.data} />
        )}
      </div>
      {payment.isError && <ProblemNote error={payment.error} onRetry={() => payment.refetch()} />}
      {reservation.data !== undefined && (
        <>
          <Next reservation={reservation.data} />
          <Facts reservation={reservation.data} />
          <ReservationPoster reservation={reservation.data} />
        </>
      )}
    </div>
  );
}

const isOpen = (status: Reservation['status'] | undefined): boolean =>
  status === undefined ||
  status === 'placed' ||
  status === 'held' ||
  status === 'paying' ||
  status === 'paid';

const nameOf = (t: ReturnType<typeof useOwnTexts>, status: Reservation['status'] | undefined): string =>
  status === undefined ? '' : t.reservation.name[status];

/** Takes the payment that the customer has made. */
function useReservationPayment(
  { data, dataUpdatedAt }: ReturnType<typeof useReservation>,
  paymentKey: string | undefined,
) {
  const { api } = useApp();
  const queries = useQueryClient();
  const { reservationId = '', amount = 0, status } = data ?? {};
  return usePayment({
    orderId: reservationId,
    paymentKey,
    isToBePaid: status === 'held',
    readAtMs: dataUpdatedAt,
    pay: (made, key) =>
      answered(
        api.POST('/reservations/{reservationId}/payment', {
          params: { path: { reservationId }, header: { 'Idempotency-Key': key } },
          body: { paymentKey: made, amount },
        }),
      ).finally(() => queries.invalidateQueries(reservationQuery(api, reservationId))),
  });
}

/** Who has nothing to confirm here goes to where they can pay: without a payment, or after one that was refused. */
function useWayBack(
  reservation: Reservation | undefined,
  paymentKey: string | undefined,
  error: unknown,
): void {
  const { route } = useLocation();
  const { reservationId = '', status } = reservation ?? {};
  const isToBePaid = status === 'held' || status === 'placed';
  const isDeclined = error !== null && error !== undefined && asProblem(error).code === 'payment-declined';
  useEffect(() => {
    if (!isToBePaid) return;
    if (isDeclined) route(`${pathTo.pay(reservationId)}?code=DECLINED`, true);
    else if (paymentKey === undefined) route(pathTo.pay(reservationId), true);
  }, [isToBePaid, isDeclined, paymentKey, reservationId, route]);
}

function Next({
  reservation: { status, performanceId, reservationId },
}: {
  readonly reservation: Reservation;
}) {
  const t = useOwnTexts();
  const hasNoSeats = status === 'expired' || status === 'rejected' || status === 'cancelled';
  return (
    <p class={css.actions}>
      {hasNoSeats && (
        <a class="button" href={pathTo.seats(performanceId)}>
          {t.pay.chooseAgain}
        </a>
      )}
      {status === 'completed' && (
        <a class="button" href={pathTo.tickets(reservationId)}>
          {t.tickets.show}
        </a>
      )}
      <a class={hasNoSeats || status === 'completed' ? 'button quiet' : 'button'} href={routes.mine}>
        {t.reservation.toMine}
      </a>
    </p>
  );
}
