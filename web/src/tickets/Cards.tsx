import { tierName } from '../api/prices';
import type { Ticket } from '../api/types';
import { useApp } from '../app/context';
import type { Tickets } from '../offline/keptTickets';
import { inHouseOrder, type Place, placeOf, sectionWords } from '../parts/seatName';
import { linesOf } from '../purchase/priceLines';
import { language, useOwnTexts } from '../texts';
import { dayAndTime, inLanguage, money, time } from '../texts/format';
import { CalendarLink } from './CalendarLink';
import { QrCode } from './QrCode';
import css from './Tickets.module.css';

/** A card a seat, one beside the other. */
export function Cards({ tickets }: { readonly tickets: Tickets }) {
  const { tickets: t, reservation: own } = useOwnTexts();
  const { items, sections, sold } = tickets;
  const inOrder = inHouseOrder(
    sections,
    items.map(({ seatId }) => seatId),
  );
  const ofSeat = new Map(items.map((ticket) => [ticket.seatId, ticket]));
  if (inOrder.length === 0) return <p>{t.none}</p>;
  return (
    <>
      {inOrder.length > 1 && <p class="soft small">{t.count(inOrder.length)}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is moved by keys, too */}
      <ul class={css.cards} tabIndex={0} aria-label={t.title}>
        {inOrder.map((seatId) => (
          <Card
            key={seatId}
            tickets={tickets}
            ticket={ofSeat.get(seatId) as Ticket}
            place={placeOf(sections, seatId)}
          />
        ))}
      </ul>
      {sold !== undefined && sold.bookingFee > 0 && (
        <p class="soft small">
          {own.bookingFee}: {money(sold.bookingFee, sold.currency)} · {own.amount}:{' '}
          {money(sold.amount, sold.currency)}
        </p>
      )}
      <p class="soft small">{t.hint}</p>
      <CalendarLink tickets={tickets} seats={inOrder} />
    </>
  );
}

type CardProps = {
  readonly tickets: Tickets;
  readonly ticket: Ticket;
  readonly place: Place | undefined;
};

function Card({ tickets: { startsAt, venue, sections, sold }, ticket, place }: CardProps) {
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
        <span class="soft small">{priceWords(t, ticket, place, sections, sold)}</span>
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

/** The tier, and what was paid by whom. A ticket that was kept by the version before knows of the tier alone. */
function priceWords(
  t: ReturnType<typeof useOwnTexts>,
  { seatId }: Ticket,
  place: Place | undefined,
  sections: Tickets['sections'],
  sold: Tickets['sold'],
): string {
  const line = sold && linesOf(sections, sold, language.value).find((one) => one.seatId === seatId);
  const { name, proof } = line?.priceType ?? {};
  return [
    place && tierName(sold?.priceTiers ?? {}, place.tier),
    line && sold && money(line.price, sold.currency),
    name,
    proof && t.pay.bring(proof),
  ]
    .filter(Boolean)
    .join(' · ');
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
