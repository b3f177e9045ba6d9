import './print.css';
import { render } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { tierName } from '../../api/prices';
import type { Performance, Reservation, Ticket } from '../../api/types';
import { placeOf, seatWords, sectionWords } from '../../parts/seatName';
import { language, useTexts } from '../../texts';
import { dayAndTime, inLanguage, money } from '../../texts/format';
import { QrCode } from '../../tickets/QrCode';
import { type CounterTexts, useCounterTexts } from './texts';

export type Printed = {
  readonly reservation: Reservation;
  readonly tickets: readonly Ticket[];
  readonly performance: Performance;
};

/** The tickets on paper: they lie beside the app, and whoever prints while they are there prints them alone. */
export function PrintedTickets(props: Printed) {
  const host = useMemo(() => {
    const element = document.createElement('div');
    element.className = 'printed';
    return element;
  }, []);
  useEffect(() => {
    document.body.append(host);
    return () => {
      render(null, host);
      host.remove();
    };
  }, [host]);
  const texts = useTexts();
  const t = useCounterTexts();
  useEffect(() => render(<Sheet {...props} texts={texts} t={t} />, host));
  return null;
}

type SheetProps = Printed & { readonly texts: ReturnType<typeof useTexts>; readonly t: CounterTexts };

const Sheet = (props: SheetProps) => (
  <ul>
    {props.tickets.map((ticket) => (
      <OnPaper key={ticket.ticketId} {...props} ticket={ticket} />
    ))}
  </ul>
);

function OnPaper({ reservation, performance, ticket, texts, t }: SheetProps & { readonly ticket: Ticket }) {
  const { sections, startsAt, venue, title, priceTiers } = performance;
  const place = placeOf(sections, ticket.seatId);
  const line = reservation.lines.find(({ seatId }) => seatId === ticket.seatId);
  const type = reservation.priceTypes?.find(({ priceTypeId }) => priceTypeId === ticket.priceTypeId);
  const seat = seatWords(texts.place, ticket.seatId, place);
  return (
    <li>
      <div>
        <p class="of">{inLanguage(title)}</p>
        <p>{dayAndTime(startsAt, venue.timeZone)}</p>
        <p>{inLanguage(venue.name)}</p>
        <p class="seat">
          {place === undefined ? (
            seat
          ) : (
            <>
              <span>{sectionWords(texts.place, place.section)}</span>
              <strong>{seatInSection(t, place)}</strong>
            </>
          )}
        </p>
        <p>
          {[
            place && tierName(priceTiers, place.tier),
            type?.name[language.value],
            line && money(line.price, reservation.currency),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p class="number">{reservation.reservationId}</p>
      </div>
      <QrCode code={ticket.code} label={seat} />
    </li>
  );
}

const seatInSection = (t: CounterTexts, { row, number }: NonNullable<ReturnType<typeof placeOf>>): string =>
  row === undefined ? t.standingNumber(number) : t.rowAndSeat(row, number);
