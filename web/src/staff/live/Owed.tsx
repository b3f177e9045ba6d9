import { useQuery } from '@tanstack/preact-query';
import { reservationQuery } from '../../api/ownQueries';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { dayAndTime, inLanguage, money } from '../../texts/format';
import { staffPath } from '../app/paths';
import { customerQuery } from '../counter/queries';
import { Settle } from '../counter/Settle';
import { soon } from '../house/staffSeats';
import { StaffProblem } from '../parts/StaffProblem';
import type { Pending } from '../types';
import css from './Live.module.css';
import { owedQuery } from './queries';
import { useLiveTexts } from './texts';

const LOOK_AGAIN_MS = 15_000;

/** Refunds that do not go by themselves, or not yet, each to be noted as paid. */
export function Owed() {
  const t = useLiveTexts();
  const { api } = useApp();
  const owed = useQuery({ ...owedQuery(api), refetchInterval: soon(LOOK_AGAIN_MS) });
  return (
    <section class="part" aria-busy={owed.isPending}>
      <h2>{t.owedTitle}</h2>
      {owed.isLoadingError && <StaffProblem error={owed.error} onRetry={() => owed.refetch()} />}
      {owed.isPending && <Blank letters={30} />}
      {owed.data?.items.length === 0 && <p>{t.nothingOwed}</p>}
      <ul class={css.owed}>
        {owed.data?.items.map((one) => (
          <OwedOne key={one.id} of={one} />
        ))}
      </ul>
    </section>
  );
}

function OwedOne({ of: { reservationId = '', since, reason } }: { readonly of: Pending }) {
  const { api, config } = useApp();
  const reservation = useQuery({
    ...reservationQuery(api, reservationId),
    enabled: reservationId !== '',
  });
  const customer = useQuery({ ...customerQuery(api, reservationId), enabled: reservationId !== '' });
  const open = reservation.data?.cancellations.filter(
    ({ status, refund }) => status === 'accepted' && refund > 0,
  );
  return (
    <li>
      <p>
        <a href={staffPath.reservation(reservationId)}>{customer.data?.name ?? reservationId}</a>
        {' · '}
        {inLanguage(reservation.data?.title ?? '')} · {dayAndTime(since, config.timeZone)}
      </p>
      <p class="soft small" lang="en">
        {reason}
      </p>
      {reservation.isError && (
        <StaffProblem error={reservation.error} onRetry={() => reservation.refetch()} />
      )}
      {open?.map(({ n, refund }) => (
        <Settle
          key={n}
          reservationId={reservationId}
          n={n}
          owed={money(refund, reservation.data?.currency ?? 'KRW')}
        />
      ))}
    </li>
  );
}
