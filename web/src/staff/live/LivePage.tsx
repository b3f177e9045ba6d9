import { useQuery } from '@tanstack/preact-query';
import { useMemo, useState } from 'preact/hooks';
import { useApp } from '../../app/context';
import { sectionWords } from '../../parts/seatName';
import { useTexts } from '../../texts';
import { count, money } from '../../texts/format';
import { useMay } from '../app/roles';
import css from '../house/House.module.css';
import { HouseFrame, type OpenHouse } from '../house/HouseFrame';
import { countsOf, SEAT_STATES, type SeatState, statesOf } from '../house/marks';
import { ScrollTable } from '../house/ScrollTable';
import { SeatEntry } from '../house/SeatEntry';
import { soon, useStaffHouse } from '../house/staffSeats';
import { useHouseTexts } from '../house/texts';
import { StaffProblem } from '../parts/StaffProblem';
import own from './Live.module.css';
import { LiveMap } from './LiveMap';
import { Picked } from './Picked';
import { doorQuery, performanceSalesQuery } from './queries';
import { SalesByHour } from './SalesByHour';
import { StateSign } from './StateSign';
import { useLiveTexts } from './texts';

const MONEY_MS = 6_000;
const DOOR_MS = 10_000;

/** A performance as it sells and fills: its seats, what they brought, and what was sold by the hour. */
export default function LivePage({ performanceId }: { readonly performanceId: string }) {
  const t = useLiveTexts();
  const house = useStaffHouse(performanceId);
  return (
    <HouseFrame performanceId={performanceId} title={t.title} here="live" house={house}>
      {(open) => <Live house={open} />}
    </HouseFrame>
  );
}

/** Who is in, for who may see it. Nobody else is told that a seat is more than sold. */
function useAdmitted(performanceId: string): ReadonlySet<string> | undefined {
  const { api } = useApp();
  const door = useQuery({
    ...doorQuery(api, performanceId),
    enabled: useMay('door'),
    refetchInterval: soon(DOOR_MS),
  });
  return useMemo(
    () =>
      door.data &&
      new Set(door.data.tickets.filter(({ status }) => status === 'admitted').map(({ seatId }) => seatId)),
    [door.data],
  );
}

function Live({ house }: { readonly house: OpenHouse }) {
  const t = useLiveTexts();
  const { marks, map, performance } = house;
  const { performanceId } = performance;
  const admitted = useAdmitted(performanceId);
  const states = useMemo(() => statesOf(map.sections, marks, admitted), [map, marks, admitted]);
  const shown = SEAT_STATES.filter((state) => state !== 'admitted' || admitted !== undefined);
  const [picked, setPicked] = useState<string>();
  const look = ([first]: readonly string[]) => {
    setPicked(first);
    return '';
  };
  return (
    <>
      <Counts states={states} performanceId={performanceId} shown={shown} />
      <div class={css.house}>
        <LiveMap house={house} states={states} onPick={setPicked} picked={picked} />
        <SeatEntry map={map} button={t.look} onSeats={look} />
        {picked !== undefined && (
          <Picked house={house} seatId={picked} state={states.get(picked) ?? 'sold'} />
        )}
      </div>
      <BySection house={house} states={states} shown={shown} />
      <SalesByHour />
    </>
  );
}

type States = ReadonlyMap<string, SeatState>;

/** How many seats stand how, which is the map's legend too, and what they brought. */
function Counts(props: {
  readonly states: States;
  readonly performanceId: string;
  readonly shown: readonly SeatState[];
}) {
  const t = useLiveTexts();
  const house = useHouseTexts();
  const { api } = useApp();
  const sales = useQuery({
    ...performanceSalesQuery(api, props.performanceId),
    refetchInterval: soon(MONEY_MS),
  });
  const counts = countsOf(props.states);
  return (
    <>
      <dl class={own.counts}>
        {props.shown.map((state) => (
          <div key={state}>
            <dt>
              <StateSign state={state} />
              {house.states[state]}
            </dt>
            <dd>{count(counts[state])}</dd>
          </div>
        ))}
        {sales.data !== undefined && (
          <>
            <div>
              <dt>{t.gross}</dt>
              <dd>{money(sales.data.gross, sales.data.currency)}</dd>
            </div>
            <div>
              <dt>{t.refunded}</dt>
              <dd>{money(sales.data.refunded, sales.data.currency)}</dd>
            </div>
          </>
        )}
      </dl>
      {sales.isLoadingError && <StaffProblem error={sales.error} onRetry={() => sales.refetch()} />}
    </>
  );
}

/** The same as the map in figures, which can be read aloud. */
function BySection({
  house: { map, performance },
  states,
  shown,
}: {
  readonly house: OpenHouse;
  readonly states: States;
  readonly shown: readonly SeatState[];
}) {
  const t = useLiveTexts();
  const house = useHouseTexts();
  const { place } = useTexts();
  const ofSection = (sectionId: string) =>
    performance.sections.find((section) => section.sectionId === sectionId) ?? { sectionId };
  return (
    <section class="part">
      <h2>{t.bySection}</h2>
      <ScrollTable label={t.bySection}>
        <thead>
          <tr>
            <th scope="col">{t.section}</th>
            {shown.map((state) => (
              <th key={state} scope="col" class="number">
                {house.states[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.sections.map(({ sectionId, seats }) => {
            const counts = countsOf(
              new Map(seats.map(({ seatId }) => [seatId, states.get(seatId) ?? 'sold'])),
            );
            return (
              <tr key={sectionId}>
                <th scope="row">{sectionWords(place, ofSection(sectionId))}</th>
                {shown.map((state) => (
                  <td key={state} class="number">
                    {count(counts[state])}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </ScrollTable>
    </section>
  );
}
