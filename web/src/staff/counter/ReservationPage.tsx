import { useQuery } from '@tanstack/preact-query';
import { asProblem } from '../../api/problem';
import { performanceQuery } from '../../api/queries';
import type { Reservation } from '../../api/types';
import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import { Blank, BlankTitle } from '../../parts/Blank';
import { SlowNote } from '../../parts/SlowNote';
import { useReservation } from '../../reservations/useReservation';
import { dayAndTime, inLanguage } from '../../texts/format';
import { NotHere } from '../app/NotHere';
import { staffPath } from '../app/paths';
import { StaffProblem } from '../parts/StaffProblem';
import { Cancel } from './Cancel';
import { Cancellations } from './Cancellations';
import css from './Counter.module.css';
import { customerQuery } from './queries';
import { ReservationFacts } from './ReservationFacts';
import { ReservationState } from './ReservationState';
import { TicketActions } from './TicketActions';
import { TimelinePart } from './TimelinePart';
import { useCounterTexts } from './texts';

type Props = { readonly reservationId: string };

/** One reservation: whose it is, what of, what it cost, what happened to it, and all that can be done with it. */
export default function ReservationPage({ reservationId }: Props) {
  const t = useCounterTexts();
  const reservation = useReservation(reservationId);
  const { api } = useApp();
  const customer = useQuery(customerQuery(api, reservationId));
  const name = customer.data?.name;
  useTitle(name === undefined ? t.reservation : `${name} · ${t.reservation}`);
  if (reservation.isLoadingError && asProblem(reservation.error).code === 'not-found') return <NotHere />;
  return (
    <>
      <div class="bar">
        <div>
          <h1 tabIndex={-1}>{customer.isPending ? <BlankTitle /> : (name ?? t.reservation)}</h1>
          <p class="soft">
            {reservation.data === undefined ? <Blank letters={30} /> : <Which of={reservation.data} />}
          </p>
        </div>
        {reservation.data !== undefined && <ReservationState status={reservation.data.status} />}
      </div>
      {reservation.isLoadingError && (
        <StaffProblem error={reservation.error} onRetry={() => reservation.refetch()} />
      )}
      <SlowNote of={reservation} />
      {reservation.data !== undefined && <Whole reservation={reservation.data} customer={customer.data} />}
    </>
  );
}

function Which({ of: { title, startsAt, venue } }: { readonly of: Reservation }) {
  const { config } = useApp();
  return (
    <>
      {inLanguage(title ?? '')}
      {startsAt !== undefined && ` · ${dayAndTime(startsAt, venue?.timeZone ?? config.timeZone)}`}
    </>
  );
}

export type CustomerOf = {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
};

type WholeProps = { readonly reservation: Reservation; readonly customer: CustomerOf | undefined };

function Whole({ reservation, customer }: WholeProps) {
  const t = useCounterTexts();
  const { api } = useApp();
  const { reservationId, performanceId, status } = reservation;
  const performance = useQuery(performanceQuery(api, performanceId));
  const sections = performance.data?.sections ?? [];
  const isOpen = status === 'completed' || status === 'paid' || status === 'held' || status === 'placed';
  return (
    <div class={css.columns}>
      <div>
        <ReservationFacts reservation={reservation} customer={customer} performance={performance.data} />
        {isOpen && (
          <section class="part">
            <h2>{t.todo}</h2>
            <div class="stack">
              <div class="actions">
                {status === 'completed' && (
                  <a class="button quiet" href={`${staffPath.reservation(reservationId)}/reseat`}>
                    {t.reseat}
                  </a>
                )}
                <Cancel reservation={reservation} sections={sections} />
              </div>
              <TicketActions reservation={reservation} email={customer?.email} />
            </div>
          </section>
        )}
        <Cancellations reservation={reservation} sections={sections} />
      </div>
      <TimelinePart reservation={reservation} email={customer?.email} />
    </div>
  );
}
