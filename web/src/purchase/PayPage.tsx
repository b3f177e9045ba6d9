import { useQuery } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { performanceQuery } from '../api/queries';
import { serverNow } from '../api/serverClock';
import type { Reservation } from '../api/types';
import { useApp } from '../app/context';
import { pathTo } from '../app/routes';
import { useTitle } from '../app/useTitle';
import { Blank } from '../parts/Blank';
import { Moved } from '../parts/Moved';
import { ProblemNote } from '../parts/ProblemNote';
import { SignInGate } from '../parts/SignInGate';
import { SlowNote, type Waiting } from '../parts/SlowNote';
import { ReservationProblem } from '../reservations/ReservationProblem';
import { useReservation } from '../reservations/useReservation';
import { useOwnTexts } from '../texts';
import { dayAndTime, inLanguage } from '../texts/format';
import { Clock } from './Clock';
import { FeeTable } from './FeeTable';
import { Lines } from './Lines';
import { PayForm } from './PayForm';
import css from './PayPage.module.css';

/** One page to pay: the time left, what, what it costs, what cancelling costs, and one button. */
export default function PayPage({ reservationId }: { readonly reservationId: string }) {
  return (
    <SignInGate>
      <Pay reservationId={reservationId} />
    </SignInGate>
  );
}

function Pay({ reservationId }: { readonly reservationId: string }) {
  const t = useOwnTexts().pay;
  const reservation = useReservation(reservationId);
  const { route } = useLocation();
  const status = reservation.data?.status;
  const isToBePaid = status === undefined || status === 'placed' || status === 'held';
  useTitle(t.title);
  // Whatever the way here, back button or another tab: what is paid or over has its own page.
  useEffect(() => {
    if (!isToBePaid) route(pathTo.done(reservationId), true);
  }, [isToBePaid, reservationId, route]);
  if (reservation.isError && reservation.data === undefined)
    return <ReservationProblem error={reservation.error} onRetry={() => reservation.refetch()} />;
  if (reservation.data?.status !== 'held')
    return <BlankPay title={status === 'placed' ? t.placedTitle : t.title} waiting={reservation} />;
  return <Held reservation={reservation.data} onEnd={() => reservation.refetch()} />;
}

function Held({ reservation, onEnd }: { readonly reservation: Reservation; readonly onEnd: () => void }) {
  const { api } = useApp();
  const { query } = useLocation();
  const performance = useQuery(performanceQuery(api, reservation.performanceId));
  const t = useOwnTexts().reservation;
  const { title = '', startsAt = '', venue, expiresAt = '', moves = [] } = reservation;
  return (
    <div class={css.page}>
      <div class={css.head}>
        <h1 tabIndex={-1}>{inLanguage(title)}</h1>
        {venue !== undefined && (
          <p class="soft">
            <Moved from={moves[0] && whenAndWhere(moves[0].from)} now={whenAndWhere({ startsAt, venue })} />
          </p>
        )}
        {moves.length > 0 && (
          <p class={css.note} role="status">
            {t.moved}
          </p>
        )}
        <CameBack code={query.code} />
      </div>
      <div class={css.clock}>
        <Clock expiresAt={expiresAt} onEnd={onEnd} />
      </div>
      <div class={css.what}>
        <Lines performance={performance.data} reservation={reservation} />
        {performance.isError && (
          <ProblemNote error={performance.error} onRetry={() => performance.refetch()} />
        )}
        {performance.data?.cancellationPolicy !== undefined && (
          <FeeTable
            currency={reservation.currency}
            nowMs={serverNow()}
            terms={{
              policy: performance.data.cancellationPolicy,
              amount: reservation.amount,
              seatCount: reservation.seats.length,
              placedAt: reservation.placedAt,
              startsAt,
              timeZone: venue?.timeZone ?? 'UTC',
              isMoved: moves.length > 0,
            }}
          />
        )}
      </div>
      <PayForm reservation={reservation} areTermsShown={performance.data?.cancellationPolicy !== undefined} />
    </div>
  );
}

type WhenAndWhere = NonNullable<Reservation['moves']>[number]['from'];
const whenAndWhere = ({ startsAt, venue }: WhenAndWhere): string =>
  `${dayAndTime(startsAt, venue.timeZone)} · ${inLanguage(venue.name)}`;

/** Source: Toss Payments' code for a customer who closes its page. */
const STOPPED = 'PAY_PROCESS_CANCELED';

/** What a payment page that sent the customer back said. Its own words are not shown: anybody could write them into a link. */
function CameBack({ code }: { readonly code: string | undefined }) {
  const t = useOwnTexts().pay;
  if (code === undefined) return null;
  return (
    <p class={css.note} role="alert">
      {code === STOPPED ? t.stopped : t.declined}
    </p>
  );
}

function BlankPay({ title, waiting }: { readonly title: string; readonly waiting: Waiting }) {
  const t = useOwnTexts().app;
  return (
    <div class={css.page} aria-busy="true">
      <div class={css.head}>
        <h1 tabIndex={-1}>{title}</h1>
        <p>
          <span class="unseen">{t.loading}</span>
          <Blank letters={24} />
        </p>
        <SlowNote of={waiting} />
      </div>
      <div class={css.what}>
        <ul class={css.lines}>
          {[1, 2, 3].map((line) => (
            <li key={line}>
              <Blank letters={18} />
              <Blank letters={8} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
