import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { answered } from '../api/client';
import { asProblem } from '../api/problem';
import { reservationQuery } from '../api/queries';
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
  const payment = usePayment(reservation, paymentKey);
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
          <Facts reservation={reservation.data} />
          <Next reservation={reservation.data} />
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

/**
 * Asks the server to take the payment that the customer has made. The key of the request follows from the payment, so a
 * reload, a second tab or a lost answer asks the same again. When a payment without an answer turns out to have failed,
 * the reservation is to be paid again: asking once more says so.
 */
function usePayment(reservation: ReturnType<typeof useReservation>, paymentKey: string | undefined) {
  const { api } = useApp();
  const queries = useQueryClient();
  const { reservationId = '', amount = 0, status } = reservation.data ?? {};
  const isToBePaid = status === 'held' && paymentKey !== undefined;
  const payment = useQuery({
    queryKey: ['payment', reservationId, paymentKey],
    enabled: isToBePaid,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      answered(
        api.POST('/reservations/{reservationId}/payment', {
          params: { path: { reservationId }, header: { 'Idempotency-Key': `pay-${paymentKey}` } },
          body: { paymentKey: paymentKey ?? '', amount },
        }),
      ).finally(() => queries.invalidateQueries(reservationQuery(api, reservationId))),
  });
  const isOpenAgain = isToBePaid && payment.isSuccess && reservation.dataUpdatedAt > payment.dataUpdatedAt;
  useEffect(() => {
    if (isOpenAgain) payment.refetch();
  }, [isOpenAgain, payment.refetch]);
  return payment;
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
