import type { Signal } from '@preact/signals';
import { queryOptions, useQuery } from '@tanstack/preact-query';
import type { ComponentChildren, ComponentProps } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { asProblem } from '../api/problem';
import { performanceQuery } from '../api/queries';
import { serverNow } from '../api/serverClock';
import type { Performance, SeatMap } from '../api/types';
import { useApp } from '../app/context';
import { NotFound } from '../app/NotFound';
import { isOnline } from '../app/network';
import { pathTo, routes } from '../app/routes';
import { useMoment } from '../app/useMoment';
import { useTitle } from '../app/useTitle';
import { Blank } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { SlowNote, type Waiting } from '../parts/SlowNote';
import { SaleLine } from '../programme/SaleLine';
import { isSelling, saleStateOf } from '../programme/saleState';
import { type Choice, choiceFor, seatCountOf } from '../purchase/choice';
import { YourHolds } from '../purchase/YourHolds';
import { useTexts } from '../texts';
import { dayAndTime, inLanguage } from '../texts/format';
import { BestAvailable } from './BestAvailable';
import { HoldBar } from './HoldBar';
import { onlyTier } from './priced';
import type { SeatMapView } from './SeatMapView';
import css from './Seats.module.css';
import { SectionList } from './SectionList';
import { Tiers } from './Tiers';
import { inHouse } from './together';
import { useSeatMap } from './useSeatMap';
import { type SeatsView, useSeatsView, ViewSwitch } from './ViewSwitch';

/** Seats from a map of the hall or from a list: section, row, seat. What is chosen lies in the choice, and so survives a reload and a login. */
export default function Seats({ performanceId }: { readonly performanceId: string }) {
  const t = useTexts().seats;
  const { api } = useApp();
  const performance = useQuery(performanceQuery(api, performanceId));
  const { map, queries } = useSeatMap(performanceId);
  const [view, setView] = useSeatsView();
  // The script of the map is on its way together with what the page needs.
  useQuery({ ...drawingQuery, enabled: view === 'map' });
  useTitle(t.title);
  const failed = [performance, ...queries].find(({ isLoadingError }) => isLoadingError);
  if (failed !== undefined && asProblem(failed.error).code === 'not-found') return <NotFound />;
  return (
    <div class={css.page}>
      <header>
        <div>
          <h1 tabIndex={-1}>{t.title}</h1>
          <p class="soft">
            {performance.data === undefined ? <Blank letters={24} /> : <Heading of={performance.data} />}
          </p>
        </div>
        <ViewSwitch value={view} onChange={setView} />
        <YourHolds performanceId={performanceId} />
      </header>
      {queries.some(({ isRefetchError }) => isRefetchError) && (
        <p class="small" role="status">
          {t.mayBeOld}
        </p>
      )}
      {failed !== undefined && <ProblemNote error={failed.error} onRetry={() => failed.refetch()} />}
      {performance.data !== undefined && map !== undefined ? (
        <House view={view} performance={performance.data} map={map} choice={choiceFor(performanceId)} />
      ) : (
        failed === undefined && (
          <BlankHouse waiting={queries.find(({ isPending }) => isPending) ?? performance} />
        )
      )}
    </div>
  );
}

const Heading = ({ of: { title, startsAt, venue } }: { readonly of: Performance }) => (
  <>
    {inLanguage(title)} · {dayAndTime(startsAt, venue.timeZone)}
  </>
);

type HouseProps = {
  readonly view: SeatsView;
  readonly performance: Performance;
  readonly map: SeatMap;
  readonly choice: Signal<Choice>;
};

function House({ view, performance, map: shown, choice }: HouseProps) {
  const { seats: t, app } = useTexts();
  const [tier, setTier] = useState<string>();
  const sale = saleStateOf(performance, serverNow());
  const map = useMemo(() => inHouse(shown, performance), [shown, performance]);
  const sections = useMemo(() => onlyTier(map.sections, tier), [map.sections, tier]);
  const most = performance.maxSeatsPerReservation ?? 1;
  useMoment(performance.presaleOpenAt);
  useMoment(performance.salesOpenAt);
  if (!isSelling(sale))
    return (
      <NoSale performance={performance}>
        <SaleLine state={sale} timeZone={performance.venue.timeZone} />
      </NoSale>
    );
  if (map.available === 0 && seatCountOf(choice.value) === 0)
    return <NoSale performance={performance}>{t.soldOut}</NoSale>;
  return (
    <>
      <div class={css.controls}>
        {sale.status === 'presale' && (
          <p class={css.presale}>
            {t.presale(dayAndTime(sale.at, performance.venue.timeZone))}{' '}
            <a href={routes.membership}>{app.membership}</a>
          </p>
        )}
        <BestAvailable performance={performance} sections={sections} choice={choice} />
        <Tiers map={map} value={tier} onChange={setTier} />
      </div>
      <div class={css.seatsView}>
        {view === 'map' ? (
          <MapOfHouse map={map} tier={tier} choice={choice} most={most} />
        ) : (
          sections.map((section) => (
            <SectionList key={section.sectionId} section={section} map={map} choice={choice} most={most} />
          ))
        )}
      </div>
      <HoldBar performance={performance} map={map} choice={choice} />
    </>
  );
}

/** Nothing can be chosen: why, and where to go on. */
function NoSale(props: { readonly performance: Performance; readonly children: ComponentChildren }) {
  const t = useTexts().seats;
  return (
    <div class={css.noSale}>
      <p>{props.children}</p>
      <a class="button quiet" href={pathTo.musical(props.performance.musicalId)}>
        {t.otherDates}
      </a>
    </div>
  );
}

function BlankHouse({ waiting }: { readonly waiting: Waiting }) {
  const t = useTexts().app;
  if (!isOnline.value) return <p>{t.needsNetwork}</p>;
  return (
    <div class={css.seatsView} aria-busy="true">
      <p class="unseen">{t.loading}</p>
      <SlowNote of={waiting} />
      <BlankSections />
    </div>
  );
}

const drawingQuery = queryOptions({
  queryKey: ['drawing'],
  queryFn: () => import('./SeatMapView'),
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});

/** The map is drawn by a script of its own. Who chooses from the list, as phones do at first, never loads it. */
function MapOfHouse(props: ComponentProps<typeof SeatMapView>) {
  const drawing = useQuery(drawingQuery);
  if (drawing.isError) return <ProblemNote error={drawing.error} onRetry={() => drawing.refetch()} />;
  return drawing.data === undefined ? (
    <div class={css.hall} aria-busy="true" />
  ) : (
    <drawing.data.SeatMapView {...props} />
  );
}

const BlankSections = () => (
  <>
    {[1, 2, 3].map((section) => (
      <p key={section} class={`${css.section} ${css.blank}`}>
        <Blank letters={16} />
      </p>
    ))}
  </>
);
