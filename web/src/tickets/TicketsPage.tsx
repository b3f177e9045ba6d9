import type { Reservation } from '../api/types';
import { useApp } from '../app/context';
import { pathTo } from '../app/routes';
import { useTitle } from '../app/useTitle';
import type { KeptTickets, Tickets } from '../offline/keptTickets';
import { useKeptTickets } from '../offline/useKeptTickets';
import { Blank, BlankTitle } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { SignInGate } from '../parts/SignInGate';
import { ReservationProblem } from '../reservations/ReservationProblem';
import { StatusText } from '../reservations/StatusText';
import { useOwnTexts } from '../texts';
import { dayAndTime, inLanguage } from '../texts/format';
import { Cards } from './Cards';
import css from './Tickets.module.css';
import { isMissing, useTickets } from './useTickets';

type Props = { readonly reservationId: string };

/** The tickets of a reservation, a card a seat. Shown once on this device they need neither a network nor a login. */
export default function TicketsPage({ reservationId }: Props) {
  const { session } = useApp();
  const all = useKeptTickets();
  const kept = all?.find((one) => one.reservationId === reservationId);
  if (session.customer.value !== undefined) return <AsTheyStand reservationId={reservationId} kept={kept} />;
  if (kept !== undefined) return <AsKept kept={kept} />;
  return all === undefined ? <BlankTitle /> : <SignInGate>{null}</SignInGate>;
}

/** What the server says, and until it does what is kept. */
function AsTheyStand({ reservationId, kept }: Props & { readonly kept: KeptTickets | undefined }) {
  const t = useOwnTexts().tickets;
  const { reservation, tickets, shown } = useTickets(reservationId);
  const isUnanswered = [reservation, tickets].some(
    ({ isPaused, failureReason }) => isPaused || failureReason !== null,
  );
  useTitle(t.title);
  if (shown !== undefined) return <Page tickets={shown} isOwn />;
  if (kept !== undefined)
    return <Page tickets={kept} since={isUnanswered ? kept.keptAtMs : undefined} isOwn />;
  const { data } = reservation;
  if (reservation.isError && data === undefined)
    return <ReservationProblem error={reservation.error} onRetry={() => reservation.refetch()} />;
  return (
    <div class={css.page} aria-busy={tickets.isPending}>
      <h1 tabIndex={-1}>{data === undefined ? <BlankTitle /> : inLanguage(data.title ?? t.title)}</h1>
      {tickets.isPending && <Blank letters={20} />}
      {tickets.isLoadingError && (
        <NoTickets reservation={data} error={tickets.error} onRetry={() => tickets.refetch()} />
      )}
      <ToReservation reservationId={reservationId} />
    </div>
  );
}

/** To whoever has the device in their hands: signing out, or another login, is what takes it away. */
function AsKept({ kept }: { readonly kept: KeptTickets }) {
  useTitle(useOwnTexts().tickets.title);
  return <Page tickets={kept} since={kept.keptAtMs} />;
}

type PageProps = { readonly tickets: Tickets; readonly since?: number | undefined; readonly isOwn?: boolean };

function Page({ tickets, since, isOwn = false }: PageProps) {
  const t = useOwnTexts().tickets;
  const { config } = useApp();
  return (
    <div class={css.page}>
      <h1 tabIndex={-1}>{inLanguage(tickets.title ?? t.title)}</h1>
      {since !== undefined && (
        <p class={css.since} role="status">
          {t.keptSince(dayAndTime(new Date(since).toISOString(), config.timeZone))}
        </p>
      )}
      <Cards tickets={tickets} />
      {isOwn && <ToReservation reservationId={tickets.reservationId} />}
    </div>
  );
}

const ToReservation = ({ reservationId }: Props) => (
  <p>
    <a href={pathTo.reservation(reservationId)}>{useOwnTexts().tickets.toReservation}</a>
  </p>
);

type NoTicketsProps = {
  readonly reservation: Reservation | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
};

/** They come once the seats are confirmed; until then the reservation says how it stands. */
function NoTickets({ reservation, error, onRetry }: NoTicketsProps) {
  const t = useOwnTexts().tickets;
  if (!isMissing(error)) return <ProblemNote error={error} onRetry={onRetry} />;
  if (reservation?.status === 'completed') return <p role="status">{t.coming}</p>;
  return reservation === undefined ? null : <StatusText reservation={reservation} />;
}
