import { tierName } from '../../api/prices';
import type { Performance, Reservation } from '../../api/types';
import { useApp } from '../../app/context';
import { seatWords } from '../../parts/seatName';
import { linesOf } from '../../purchase/priceLines';
import { language, useTexts } from '../../texts';
import { dayAndTime, money } from '../../texts/format';
import { staffPath } from '../app/paths';
import { ScrollTable } from '../house/ScrollTable';
import type { CustomerOf } from './ReservationPage';
import { useCounterTexts } from './texts';
import { useIssued } from './useIssued';

type Props = {
  readonly reservation: Reservation;
  readonly customer: CustomerOf | undefined;
  readonly performance: Performance | undefined;
};

/** Whose it is, how it was paid, and seat by seat what it cost and how its ticket stands. */
export function ReservationFacts({ reservation, customer, performance }: Props) {
  const t = useCounterTexts();
  return (
    <>
      <dl class="facts">
        <dt>{t.number}</dt>
        <dd class="code">{reservation.reservationId}</dd>
        {[customer?.email, customer?.phone].filter(Boolean).map((way) => (
          <Fact key={way} name={t.reachedBy}>
            {way}
          </Fact>
        ))}
        <Account customerId={reservation.customerId} />
        <Paid reservation={reservation} />
        {reservation.refusal !== undefined && <Fact name={t.refused}>{reservation.refusal.detail}</Fact>}
      </dl>
      {reservation.lines.length > 0 && <Seats reservation={reservation} performance={performance} />}
    </>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

/** How the API begins the id of who bought at the counter. */
const COUNTER_CUSTOMER = 'counter:';

/** Leads to how its customer stands as a member. Who bought at the counter has no account. */
function Account({ customerId }: { readonly customerId: string | undefined }) {
  const t = useCounterTexts();
  if (customerId === undefined || customerId.startsWith(COUNTER_CUSTOMER)) return null;
  return (
    <Fact name={t.account}>
      <a class="code" href={staffPath.member(customerId)}>
        {customerId}
      </a>
    </Fact>
  );
}

function Paid({ reservation: { payment, amount, currency, placedAt, venue } }: Pick<Props, 'reservation'>) {
  const t = useCounterTexts();
  const { config } = useApp();
  const zone = venue?.timeZone ?? config.timeZone;
  const means = payment?.method === undefined ? t.online(payment?.means) : t.paidBy[payment.method];
  return (
    <>
      <Fact name={t.reservedAt}>{dayAndTime(placedAt, zone)}</Fact>
      {payment !== undefined && (
        <Fact name={t.payment}>
          {[
            money(amount, currency),
            means,
            payment.reference,
            payment.approvedAt && dayAndTime(payment.approvedAt, zone),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Fact>
      )}
    </>
  );
}

function Seats({ reservation, performance }: Omit<Props, 'customer'>) {
  const t = useCounterTexts();
  const { place } = useTexts();
  const { tickets } = useIssued(reservation);
  const ticketOf = new Map(tickets?.map((ticket) => [ticket.seatId, ticket]));
  // Once they are issued, a seat without one is being cancelled.
  const without = tickets === undefined ? 'none' : 'void';
  return (
    <section class="part">
      <h2>{t.seats}</h2>
      <ScrollTable label={t.seats}>
        <thead>
          <tr>
            <th scope="col">{t.seat}</th>
            <th scope="col">{t.price}</th>
            <th scope="col" class="number">
              {t.amount}
            </th>
            <th scope="col">{t.ticket}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(performance?.sections ?? [], reservation, language.value).map((line) => (
            <tr key={line.seatId}>
              <th scope="row">{seatWords(place, line.seatId, line.place)}</th>
              <td>
                {[
                  line.place && tierName(performance?.priceTiers ?? {}, line.place.tier),
                  line.priceType?.name,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </td>
              <td class="number">{money(line.price, reservation.currency)}</td>
              <td>{t.ticketIs[ticketOf.get(line.seatId)?.status ?? without]}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {reservation.bookingFee > 0 && (
        <p class="soft small">
          {t.bookingFee}: {money(reservation.bookingFee, reservation.currency)}
        </p>
      )}
    </section>
  );
}
