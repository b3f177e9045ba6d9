import { useQuery } from '@tanstack/preact-query';
import { performancesQuery } from '../../api/queries';
import type { ListedPerformance } from '../../api/types';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { count, dayAndTime } from '../../texts/format';
import { staffPath } from '../app/paths';
import { useMay } from '../app/roles';
import { Scroll } from '../parts/Scroll';
import { StaffProblem } from '../parts/StaffProblem';
import { keptRun } from './makeRun';
import { useProgrammeTexts } from './texts';

type Props = { readonly musicalId: string; readonly timeZone: string | undefined };

/** The performances of a musical, with what is left of each, and the way to add some. */
export function PerformanceTable({ musicalId, timeZone }: Props) {
  const t = useProgrammeTexts().performances;
  const { api, config } = useApp();
  const isAdmin = useMay('admin');
  const performances = useQuery(performancesQuery(api, musicalId));
  const isBegun = keptRun(localStorage, musicalId) !== undefined;
  return (
    <section class="stack">
      <div class="bar">
        <h2>{t.title}</h2>
        {isAdmin && (
          <a class="button" href={staffPath.run(musicalId)}>
            {isBegun ? t.goOn : t.add}
          </a>
        )}
      </div>
      {performances.isError && (
        <StaffProblem error={performances.error} onRetry={() => performances.refetch()} />
      )}
      {performances.data?.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <Scroll label={t.caption}>
          <table class="table" aria-busy={performances.isPending}>
            <thead>
              <tr>
                <th scope="col">{t.when}</th>
                <th scope="col">{t.state}</th>
                <th scope="col" class="number">
                  {t.left}
                </th>
              </tr>
            </thead>
            <tbody>
              {performances.isPending && <BlankRow />}
              {performances.data?.map((one) => (
                <Row key={one.performanceId} {...one} timeZone={timeZone ?? config.timeZone} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

const TONE = {
  'not-yet': '',
  presale: 'good',
  'on-sale': 'good',
  'sold-out': 'warn',
  closed: '',
  cancelled: 'bad',
} as const;

function Row(props: ListedPerformance & { readonly timeZone: string }) {
  const t = useProgrammeTexts();
  const { performanceId, startsAt, saleState, available, capacity, timeZone } = props;
  return (
    <tr>
      <th scope="row" class="nowrap">
        <a href={staffPath.performance(performanceId)}>{dayAndTime(startsAt, timeZone)}</a>
      </th>
      <td>
        <span class="state" data-tone={TONE[saleState]}>
          {t.performances.states[saleState]}
        </span>
      </td>
      <td class="number">{t.performance.seatsOf(count(available), count(capacity))}</td>
    </tr>
  );
}

const BlankRow = () => (
  <tr>
    <th scope="row">
      <Blank letters={22} />
    </th>
    <td>
      <Blank letters={8} />
    </td>
    <td class="number">
      <Blank letters={10} />
    </td>
  </tr>
);
