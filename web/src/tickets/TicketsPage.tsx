import { useQuery } from '@tanstack/preact-query';
import { asProblem } from '../api/problem';
import { musicalQuery, performanceQuery, reservationQuery, ticketsQuery } from '../api/queries';
import type { Performance, Reservation, Ticket } from '../api/types';
import { useApp } from '../app/context';
import { pathTo } from '../app/routes';
import { useTitle } from '../app/useTitle';
import { Blank, BlankTitle } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { SignInGate } from '../parts/SignInGate';
import { inHouseOrder, type Place, placeOf, sectionWords } from '../parts/seatName';
import { ReservationProblem } from '../reservations/ReservationProblem';
import { StatusText } from '../reservations/StatusText';
import { useOwnTexts } from '../texts';
import { dayAndTime, inLanguage, time } from '../texts/format';
import { CalendarLink } from './CalendarLink';
import { QrCode } from './QrCode';
import css from './Tickets.module.css';

const LOOK_AGAIN_MS = 2_000;

/** The tickets of a reservation, a card a seat. Once they are shown they need no network. */
export default function TicketsPage({ reservationId }: { readonly reservationId: string }) {
  return (
    <SignInGate>
      <Tickets reservationId={reservationId} />
    </SignInGate>
  );
}

function Tickets({ reservationId }: { readonly reservationId: string }) {
  const t = useOwnTexts().tickets;
  const { api } = useApp();
  const reservation = useQuery(reservationQuery(api, reservationId));
  const isBooked = reservation.data?.status === 'completed';
  const tickets = useQuery({
    ...ticketsQuery(api, reservationId),
    // They come a moment after the seats are confirmed.
    refetchInterval: ({ state }) => (isBooked && isMissing(state.error) ? LOOK_AGAIN_MS : false),
  });
  useTitle(t.title);
  const { data } = reservation;
  if (reservation.isError && data === undefined)
    return <ReservationProblem error={reservation.error} onRetry={() => reservation.refetch()} />;
  return (
    <div class={css.page} aria-busy={data === undefined || tickets.isPending}>
      <h1 tabIndex={-1}>{data === undefined ? <BlankTitle /> : inLanguage(data.title ?? t.title)}</h1>
      {data !== undefined && tickets.data !== undefined && (
        <Cards reservation={data} tickets={tickets.data.items} />
      )}
      {tickets.isPending && <Blank letters={20} />}
      {tickets.isLoadingError && (
        <NoTickets reservation={data} error={tickets.error} onRetry={() => tickets.refetch()} />
      )}
      <p>
        <a href={pathTo.reservation(reservationId)}>{t.toReservation}</a>
      </p>
    </div>
  );
}

const isMissing = (error: unknown): boolean => error !== null && asProblem(error).code === 'not-found';

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

type CardsProps = { readonly reservation: Reservation; readonly tickets: readonly Ticket[] };

function Cards({ reservation, tickets }: CardsProps) {
  const t = useOwnTexts().tickets;
  const { api } = useApp();
  const { data: performance } = useQuery(performanceQuery(api, reservation.performanceId));
  const musicalId = performance?.musicalId ?? '';
  const musical = useQuery({ ...musicalQuery(api, musicalId), enabled: musicalId !== '' });
  const sections = performance?.sections ?? [];
  const inOrder = inHouseOrder(
    sections,
    tickets.filter(({ status }) => status !== 'void').map(({ seatId }) => seatId),
  );
  const ofSeat = new Map(tickets.map((ticket) => [ticket.seatId, ticket]));
  if (inOrder.length === 0) return <p>{t.none}</p>;
  return (
    <>
      {inOrder.length > 1 && <p class="soft small">{t.count(inOrder.length)}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is moved by keys, too */}
      <ul class={css.cards} tabIndex={0} aria-label={t.title}>
        {inOrder.map((seatId) => (
          <Card
            key={seatId}
            reservation={reservation}
            ticket={ofSeat.get(seatId) as Ticket}
            place={placeOf(sections, seatId)}
          />
        ))}
      </ul>
      <p class="soft small">{t.hint}</p>
      <CalendarLink
        reservation={reservation}
        seats={inOrder}
        sections={sections}
        minutes={musical.data?.runningTimeMinutes}
      />
    </>
  );
}

type CardProps = {
  readonly reservation: Reservation;
  readonly ticket: Ticket;
  readonly place: Place | undefined;
};

function Card({ reservation: { startsAt, venue }, ticket, place }: CardProps) {
  const t = useOwnTexts();
  const { config } = useApp();
  const zone = venue?.timeZone ?? config.timeZone;
  const seat = seatLines(t, ticket, place);
  return (
    <li class={css.card} data-status={ticket.status}>
      <p class={css.when}>
        {startsAt !== undefined && <span>{dayAndTime(startsAt, zone)}</span>}
        {venue !== undefined && <span>{inLanguage(venue.name)}</span>}
      </p>
      <p class={css.seat}>
        <span>{seat.section}</span>
        <strong>{seat.seat}</strong>
        {place !== undefined && <span class="soft small">{place.tier}</span>}
      </p>
      <QrCode code={ticket.code} label={t.tickets.codeOf(`${seat.section} ${seat.seat}`)} />
      {ticket.status === 'admitted' && (
        <p class={css.admitted}>
          {ticket.admittedAt === undefined
            ? t.tickets.admitted
            : t.tickets.admittedAt(time(ticket.admittedAt, zone))}
        </p>
      )}
    </li>
  );
}

/** The seat is the largest text of a ticket, its section stands above it. */
function seatLines(
  t: ReturnType<typeof useOwnTexts>,
  { seatId }: Ticket,
  place: Place | undefined,
): { readonly section: string; readonly seat: string } {
  if (place === undefined) return { section: '', seat: seatId };
  const section = sectionWords(t.place, place.section);
  return place.row === undefined
    ? { section, seat: t.tickets.standing(place.number) }
    : { section, seat: t.tickets.rowAndSeat(place.row, place.number) };
}

export type Sections = Performance['sections'];
