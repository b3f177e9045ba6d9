import { useQuery } from '@tanstack/preact-query';
import { performanceQuery } from '../../api/queries';
import type { Reservation } from '../../api/types';
import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import { Blank } from '../../parts/Blank';
import { seatsInWords } from '../../parts/seatName';
import { useReservation } from '../../reservations/useReservation';
import { useTexts } from '../../texts';
import { money } from '../../texts/format';
import { staffPath } from '../app/paths';
import { StaffProblem } from '../parts/StaffProblem';
import css from './Counter.module.css';
import { customerQuery } from './queries';
import { TicketActions } from './TicketActions';
import { useCounterTexts } from './texts';

type Props = { readonly performanceId: string; readonly reservationId: string };

/** What became of a sale, as the server has it: sold, refused, or not known yet. Never by what the page before thought. */
export default function SoldPage({ performanceId, reservationId }: Props) {
  const t = useCounterTexts();
  const reservation = useReservation(reservationId);
  const title = reservation.data === undefined ? t.sale : t.saleIs[soldState(reservation.data)];
  useTitle(title);
  return (
    <div class={css.done}>
      <h1 tabIndex={-1}>{title}</h1>
      {reservation.isLoadingError && (
        <StaffProblem error={reservation.error} onRetry={() => reservation.refetch()} />
      )}
      {reservation.data === undefined ? <Blank letters={24} /> : <Sold reservation={reservation.data} />}
      <p class="actions">
        <a class="button quiet" href={staffPath.counter(performanceId)}>
          {t.nextSale}
        </a>
        <a href={staffPath.reservation(reservationId)}>{t.toReservation}</a>
      </p>
    </div>
  );
}

type SoldState = 'confirming' | 'sold' | 'refused';

function soldState({ status }: Pick<Reservation, 'status'>): SoldState {
  if (status === 'placed' || status === 'held' || status === 'paying' || status === 'paid')
    return 'confirming';
  return status === 'rejected' || status === 'expired' ? 'refused' : 'sold';
}

function Sold({ reservation }: { readonly reservation: Reservation }) {
  const t = useCounterTexts();
  const { place } = useTexts();
  const { api } = useApp();
  const performance = useQuery(performanceQuery(api, reservation.performanceId));
  const customer = useQuery(customerQuery(api, reservation.reservationId));
  const { seats, amount, currency, payment } = reservation;
  return (
    <>
      <p class={css.big}>
        {seats.length > 0 && `${seatsInWords(place, performance.data?.sections ?? [], seats)} · `}
        {money(amount, currency)}
        {payment?.method !== undefined && ` · ${t.paidBy[payment.method]}`}
      </p>
      <p role="status">{t.saleSays[soldState(reservation)]}</p>
      {reservation.refusal !== undefined && <p class="small">{reservation.refusal.detail}</p>}
      <TicketActions reservation={reservation} email={customer.data?.email} />
    </>
  );
}
