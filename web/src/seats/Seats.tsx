import type { Signal } from '@preact/signals';
import { useQuery } from '@tanstack/preact-query';
import { asProblem } from '../api/problem';
import { performanceQuery, seatMapQuery } from '../api/queries';
import type { SeatMap } from '../api/types';
import { useApp } from '../app/context';
import { NotFound } from '../app/NotFound';
import { useTitle } from '../app/useTitle';
import { Blank } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { type Choice, choiceFor } from '../purchase/choice';
import { useTexts } from '../texts';
import { dayAndTime, inLanguage } from '../texts/format';
import { BestAvailable } from './BestAvailable';
import { HoldBar } from './HoldBar';
import css from './Seats.module.css';
import { SectionList } from './SectionList';
import { type SeatsView, useSeatsView, ViewSwitch } from './ViewSwitch';

const LOOK_AGAIN_MS = 5_000;

/** Seats from a map of the hall or from a list: section, row, seat. What is chosen lies in the choice, and so survives a reload and a login. */
export default function Seats({ performanceId }: { readonly performanceId: string }) {
  const t = useTexts();
  const { api } = useApp();
  const performance = useQuery(performanceQuery(api, performanceId));
  const map = useQuery({ ...seatMapQuery(api, performanceId), refetchInterval: LOOK_AGAIN_MS });
  const choice = choiceFor(performanceId);
  const [view, setView] = useSeatsView();
  const most = performance.data?.maxSeatsPerReservation ?? 1;
  useTitle(t.seats.title);
  if (performance.isError && asProblem(performance.error).code === 'not-found') return <NotFound />;
  return (
    <div class={view === 'map' ? css.wide : css.page}>
      <header>
        <h1 tabIndex={-1}>{t.seats.title}</h1>
        <p class="soft">
          {performance.data === undefined ? (
            <Blank letters={24} />
          ) : (
            `${inLanguage(performance.data.title)} · ${dayAndTime(performance.data.startsAt, performance.data.venue.timeZone)}`
          )}
        </p>
      </header>
      {map.isError && map.data === undefined && (
        <ProblemNote error={map.error} onRetry={() => map.refetch()} />
      )}
      {map.data !== undefined && (
        <>
          <BestAvailable map={map.data} choice={choice} most={most} />
          <ViewSwitch value={view} onChange={setView} />
        </>
      )}
      <div class={css.seatsView} aria-busy={map.isPending}>
        {map.isPending && [1, 2, 3].map((section) => <BlankSection key={section} />)}
        {map.data !== undefined && <House view={view} map={map.data} choice={choice} most={most} />}
      </div>
      {map.data !== undefined && performance.data !== undefined && (
        <HoldBar performance={performance.data} map={map.data} choice={choice} />
      )}
    </div>
  );
}

type HouseProps = {
  readonly view: SeatsView;
  readonly map: SeatMap;
  readonly choice: Signal<Choice>;
  readonly most: number;
};

function House({ view, map, choice, most }: HouseProps) {
  if (view === 'map') return <MapOfHouse map={map} choice={choice} most={most} />;
  return (
    <>
      {map.sections.map((section) => (
        <SectionList
          key={section.sectionId}
          section={section}
          currency={map.currency}
          choice={choice}
          most={most}
        />
      ))}
    </>
  );
}

/** The map is drawn by a script of its own. Who chooses from the list, as phones do at first, never loads it. */
function MapOfHouse(props: Omit<HouseProps, 'view'>) {
  const drawing = useQuery({
    queryKey: ['drawing'],
    queryFn: () => import('./SeatMapView'),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  if (drawing.isError) return <ProblemNote error={drawing.error} onRetry={() => drawing.refetch()} />;
  return drawing.data === undefined ? <BlankSection /> : <drawing.data.SeatMapView {...props} />;
}

const BlankSection = () => (
  <p class={css.section}>
    <Blank letters={16} />
  </p>
);
