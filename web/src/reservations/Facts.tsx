import { useQuery } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { performanceQuery } from '../api/queries';
import type { Reservation } from '../api/types';
import { useApp } from '../app/context';
import { Moved } from '../parts/Moved';
import { seatsInWords, seatWords } from '../parts/seatName';
import { linesOf } from '../purchase/priceLines';
import { language, useOwnTexts, useTexts } from '../texts';
import { dayAndTime, inLanguage, money } from '../texts/format';
import { receiptOf } from '../theatre/theatre';
import { theatreQuery } from '../theatre/theatreQuery';
import css from './Reservation.module.css';

type Props = {
  readonly reservation: Reservation;
  /** The page's title is the musical's already. */
  readonly isTitled?: boolean;
};

/** What was reserved, and what became of the money. */
export function Facts({ reservation, isTitled = false }: Props) {
  const t = useOwnTexts().reservation;
  const { config } = useApp();
  const { title, venue, seats, amount, currency, payment, cancellation } = reservation;
  const zone = venue?.timeZone ?? config.timeZone;
  return (
    <dl class={css.facts}>
      {!isTitled && title !== undefined && <Fact name={t.show}>{inLanguage(title)}</Fact>}
      <WhenAndWhere reservation={reservation} />
      {seats.length > 0 && (
        <Fact name={t.seats}>
          <Seats reservation={reservation} />
        </Fact>
      )}
      {reservation.bookingFee > 0 && (
        <Fact name={t.bookingFee}>{money(reservation.bookingFee, currency)}</Fact>
      )}
      {currency !== '' && <Fact name={t.amount}>{money(amount, currency)}</Fact>}
      {payment?.approvedAt !== undefined && (
        <Fact name={t.paidAt}>
          {dayAndTime(payment.approvedAt, zone)} <Receipt reservationId={reservation.reservationId} />
        </Fact>
      )}
      {cancellation !== undefined && payment !== undefined && (
        <>
          <Fact name={t.fee}>{money(cancellation.fee, currency)}</Fact>
          <Fact name={t.refund}>{money(cancellation.refund, currency)}</Fact>
        </>
      )}
      {cancellation?.refundedAt !== undefined && (
        <Fact name={t.refundedAt}>{dayAndTime(cancellation.refundedAt, zone)}</Fact>
      )}
      <Fact name={t.reservedAt}>{dayAndTime(reservation.placedAt, zone)}</Fact>
      <Fact name={t.number}>
        <span class={css.code}>{reservation.reservationId}</span>
      </Fact>
    </dl>
  );
}

function WhenAndWhere({ reservation: { startsAt, venue, moves } }: { readonly reservation: Reservation }) {
  const t = useOwnTexts().reservation;
  const before = moves?.[0]?.from;
  if (startsAt === undefined || venue === undefined) return null;
  return (
    <>
      <Fact name={t.when}>
        <Moved
          from={before && dayAndTime(before.startsAt, before.venue.timeZone)}
          now={dayAndTime(startsAt, venue.timeZone)}
        />
      </Fact>
      <Fact name={t.venue}>
        <Moved from={before && inLanguage(before.venue.name)} now={inLanguage(venue.name)} />
      </Fact>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The way to the receipt, where the theatre says that there is one. */
function Receipt({ reservationId }: { readonly reservationId: string }) {
  const t = useTexts().theatre;
  const { data } = useQuery(theatreQuery());
  const address = data && receiptOf(data, reservationId);
  if (address === undefined) return null;
  return (
    <a href={address} target="_blank" rel="noopener">
      {t.receipt}
      <span class="unseen"> ({t.newTab})</span>
    </a>
  );
}

/** Each with its price and whose price that is. Before there are any prices, those that were asked for. */
function Seats({ reservation }: { readonly reservation: Reservation }) {
  const t = useTexts().place;
  const { api } = useApp();
  const { data } = useQuery(performanceQuery(api, reservation.performanceId));
  const sections = data?.sections ?? [];
  if (reservation.lines.length === 0) return <>{seatsInWords(t, sections, reservation.seats)}</>;
  return (
    <ul>
      {linesOf(sections, reservation, language.value).map(({ seatId, place, price, priceType }) => (
        <li key={seatId}>
          {seatWords(t, seatId, place)}{' '}
          <span class="soft">
            {money(price, reservation.currency)}
            {priceType !== undefined && ` (${priceType.name})`}
          </span>
        </li>
      ))}
    </ul>
  );
}
