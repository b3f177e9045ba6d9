import type { Reservation } from '../api/types';
import { pathTo, routes } from '../app/routes';
import { useTitle } from '../app/useTitle';
import { Blank } from '../parts/Blank';
import { SignInGate } from '../parts/SignInGate';
import { SlowNote, type Waiting } from '../parts/SlowNote';
import { Clock } from '../purchase/Clock';
import { useOwnTexts } from '../texts';
import { inLanguage } from '../texts/format';
import { Cancellation } from './Cancellation';
import { Facts } from './Facts';
import css from './Reservation.module.css';
import { ReservationPoster } from './ReservationPoster';
import { ReservationProblem } from './ReservationProblem';
import { StatusText } from './StatusText';
import { useReservation } from './useReservation';

/** One reservation: how it stands, what can be done about it. */
export default function ReservationPage({ reservationId }: { readonly reservationId: string }) {
  return (
    <SignInGate>
      <Stands reservationId={reservationId} />
    </SignInGate>
  );
}

function Stands({ reservationId }: { readonly reservationId: string }) {
  const t = useOwnTexts().reservation;
  const reservation = useReservation(reservationId);
  const { data } = reservation;
  const title = inLanguage(data?.title ?? t.title);
  useTitle(title);
  if (reservation.isError && data === undefined)
    return <ReservationProblem error={reservation.error} onRetry={() => reservation.refetch()} />;
  if (data === undefined) return <BlankReservation title={title} waiting={reservation} />;
  return (
    <div class={css.page}>
      <div class={css.head}>
        <p class={css.status} data-status={data.status}>
          {t.name[data.status]}
        </p>
        <h1 tabIndex={-1}>{title}</h1>
        <StatusText reservation={data} />
      </div>
      {data.status === 'held' && (
        <Clock
          left={{ ...data, answeredAtMs: reservation.dataUpdatedAt }}
          onEnd={() => reservation.refetch()}
        />
      )}
      <Facts reservation={data} isTitled />
      <Actions reservation={data} />
      <ReservationPoster reservation={data} />
    </div>
  );
}

function Actions({ reservation }: { readonly reservation: Reservation }) {
  const t = useOwnTexts();
  const { status, reservationId, performanceId } = reservation;
  switch (status) {
    case 'placed':
    case 'held':
      return (
        <div class={css.actions}>
          <a class="button" href={pathTo.pay(reservationId)}>
            {t.reservation.payNow}
          </a>
          <Cancellation reservation={reservation} />
        </div>
      );
    case 'paying':
    case 'paid':
    case 'completed':
      return (
        <div class={css.actions}>
          {status === 'completed' && (
            <a class="button" href={pathTo.tickets(reservationId)}>
              {t.tickets.show}
            </a>
          )}
          <Cancellation reservation={reservation} />
        </div>
      );
    case 'rejected':
    case 'expired':
    case 'cancelled':
      return (
        <div class={css.actions}>
          <a class="button quiet" href={pathTo.seats(performanceId)}>
            {t.pay.chooseAgain}
          </a>
        </div>
      );
    case 'cancelling':
      return (
        <div class={css.actions}>
          <a href={routes.mine}>{t.reservation.toMine}</a>
        </div>
      );
    default:
      return status satisfies never;
  }
}

function BlankReservation({ title, waiting }: { readonly title: string; readonly waiting: Waiting }) {
  const t = useOwnTexts().app;
  return (
    <div class={css.page} aria-busy="true">
      <div class={css.head}>
        <p class={css.status}>
          <span class="unseen">{t.loading}</span>
          <Blank letters={6} />
        </p>
        <h1 tabIndex={-1}>{title}</h1>
        <SlowNote of={waiting} />
      </div>
      <div class={css.facts}>
        {[1, 2, 3, 4].map((line) => (
          <div key={line}>
            <Blank letters={4} />
            <Blank letters={20} />
          </div>
        ))}
      </div>
    </div>
  );
}
