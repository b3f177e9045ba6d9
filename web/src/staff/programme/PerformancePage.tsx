import { useQuery } from '@tanstack/preact-query';
import { serverNow } from '../../api/serverClock';
import type { Performance } from '../../api/types';
import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import { Blank, BlankTitle } from '../../parts/Blank';
import { count, dayAndTime, inLanguage, money } from '../../texts/format';
import { staffPath } from '../app/paths';
import { useMay } from '../app/roles';
import { useStaffTexts } from '../app/texts';
import { StaffProblem } from '../parts/StaffProblem';
import { CancelPerformance } from './CancelPerformance';
import { ChangeForm } from './ChangeForm';
import css from './Programme.module.css';
import { performanceAsWritten, salesQuery } from './staffQueries';
import { useProgrammeTexts } from './texts';

/** One performance: what it has sold, how it is changed, moved and cancelled. */
export default function PerformancePage({ performanceId }: { readonly performanceId: string }) {
  const t = useProgrammeTexts();
  const { desks } = useStaffTexts();
  const { api } = useApp();
  const isAdmin = useMay('admin');
  const performance = useQuery(performanceAsWritten(api, performanceId));
  const value = performance.data?.value;
  useTitle(value === undefined ? t.list.title : inLanguage(value.title));
  const isOpen = value?.status === 'scheduled';
  return (
    <>
      <div class="bar">
        <div>
          <h1 tabIndex={-1}>
            {value === undefined ? <BlankTitle /> : dayAndTime(value.startsAt, value.venue.timeZone)}
          </h1>
          {value !== undefined && (
            <p>
              <a href={staffPath.musical(value.musicalId)}>{inLanguage(value.title)}</a>{' '}
              <span class="soft">{inLanguage(value.venue.name)}</span>
            </p>
          )}
        </div>
        <div class="actions">
          <a href={staffPath.live(performanceId)}>{desks.live.name}</a>
          <a href={staffPath.counter(performanceId)}>{desks.counter.name}</a>
          {isAdmin && isOpen && (
            <CancelPerformance performance={value} etag={performance.data?.etag ?? '*'} />
          )}
        </div>
      </div>
      {performance.isError && (
        <StaffProblem error={performance.error} onRetry={() => performance.refetch()} />
      )}
      {value?.status === 'cancelled' && <p role="status">{t.performance.cancelled}</p>}
      <Sales performanceId={performanceId} />
      {!isAdmin && <p class="part soft">{t.performance.readOnly}</p>}
      {isAdmin && isOpen && performance.data !== undefined && (
        <section class="part" key={performance.data.etag}>
          <h2>{t.performance.change}</h2>
          {hasBegun(value) && <p class="soft">{t.performance.began}</p>}
          <ChangeForm {...performance.data} />
        </section>
      )}
    </>
  );
}

const hasBegun = ({ startsAt }: Performance): boolean => Date.parse(startsAt) <= serverNow();

function Sales({ performanceId }: { readonly performanceId: string }) {
  const t = useProgrammeTexts().performance;
  const { api } = useApp();
  const sales = useQuery(salesQuery(api, performanceId));
  if (sales.isError) return <StaffProblem error={sales.error} onRetry={() => sales.refetch()} />;
  const { data } = sales;
  const seats = (name: 'sold' | 'held' | 'available' | 'withheld') =>
    data && t.seatsOf(count(data[name]), count(data.capacity));
  const figures: readonly [string, string | undefined][] = [
    [t.sold, seats('sold')],
    [t.held, seats('held')],
    [t.free, seats('available')],
    [t.withheld, seats('withheld')],
    [t.gross, data && money(data.gross, data.currency)],
    [t.refunded, data && money(data.refunded, data.currency)],
  ];
  return (
    <section aria-label={t.sales} aria-busy={sales.isPending}>
      <dl class={css.figures}>
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure ?? <Blank letters={8} />}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
