import type { ComponentChildren } from 'preact';
import { asProblem } from '../../api/problem';
import type { Performance, Plan, SeatMap } from '../../api/types';
import { useTitle } from '../../app/useTitle';
import { Blank } from '../../parts/Blank';
import { SlowNote } from '../../parts/SlowNote';
import { useTexts } from '../../texts';
import { dayAndTime, inLanguage } from '../../texts/format';
import { NotHere } from '../app/NotHere';
import { staffPath } from '../app/paths';
import { useMay } from '../app/roles';
import { StaffProblem } from '../parts/StaffProblem';
import css from './House.module.css';
import type { useStaffHouse } from './staffSeats';
import { useHouseTexts } from './texts';

/** A house whose plan and seats are here. */
export type OpenHouse = {
  readonly performance: Performance;
  readonly plan: Plan;
  readonly marks: NonNullable<ReturnType<typeof useStaffHouse>['marks']>;
  readonly map: SeatMap;
};

type Props = {
  readonly performanceId: string;
  readonly title: string;
  readonly here: 'counter' | 'withheld' | 'live';
  readonly house: ReturnType<typeof useStaffHouse>;
  readonly children: (house: OpenHouse) => ComponentChildren;
};

/** A page about one performance: its head, and what there is to do once plan and seats have come. */
export function HouseFrame({ performanceId, title, here, house, children }: Props) {
  const t = useTexts().seats;
  const { performance, plan, marks, map, queries } = house;
  useTitle(performance === undefined ? title : `${title} · ${inLanguage(performance.title)}`);
  const failed = queries.find(({ isLoadingError }) => isLoadingError);
  if (failed !== undefined && asProblem(failed.error).code === 'not-found') return <NotHere />;
  const isOpen = performance !== undefined && plan !== undefined && marks !== undefined && map !== undefined;
  return (
    <>
      <div class="bar">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p class="soft">
            {performance === undefined ? <Blank letters={28} /> : <Which of={performance} />}
          </p>
        </div>
        <Ways performanceId={performanceId} here={here} />
      </div>
      {queries.some(({ isRefetchError }) => isRefetchError) && (
        <p class="small" role="status">
          {t.mayBeOld}
        </p>
      )}
      {failed !== undefined && <StaffProblem error={failed.error} onRetry={() => failed.refetch()} />}
      {isOpen
        ? children({ performance, plan, marks, map })
        : failed === undefined && <Waiting queries={queries} />}
    </>
  );
}

function Waiting({ queries }: { readonly queries: Props['house']['queries'] }) {
  const t = useTexts().app;
  const [first] = queries;
  return (
    <div class={css.waiting} aria-busy="true">
      <p class="unseen">{t.loading}</p>
      <SlowNote of={queries.find(({ isPending }) => isPending) ?? first} />
      <div class={css.blankHall} />
      <p>
        <Blank letters={20} />
      </p>
    </div>
  );
}

function Which({ of: { title, startsAt, venue, status } }: { readonly of: Performance }) {
  const t = useHouseTexts();
  return (
    <>
      {inLanguage(title)} · {dayAndTime(startsAt, venue.timeZone)}
      {status === 'cancelled' && (
        <>
          {' · '}
          <span class="state" data-tone="bad">
            {t.cancelled}
          </span>
        </>
      )}
    </>
  );
}

/** From one page of a performance to the others. */
function Ways({ performanceId, here }: Pick<Props, 'performanceId' | 'here'>) {
  const t = useHouseTexts();
  const sells = useMay('box-office');
  const ways = [
    { to: 'counter', path: staffPath.counter(performanceId), name: t.sell },
    { to: 'withheld', path: `${staffPath.counter(performanceId)}/withheld`, name: t.withheld },
    { to: 'live', path: staffPath.live(performanceId), name: t.live },
  ];
  if (!sells) return null;
  return (
    <ul class="actions">
      {ways
        .filter(({ to }) => to !== here)
        .map(({ to, path, name }) => (
          <li key={to}>
            <a href={path}>{name}</a>
          </li>
        ))}
    </ul>
  );
}
