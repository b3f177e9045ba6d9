import type { Signal } from '@preact/signals';
import { useQuery } from '@tanstack/preact-query';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { planQuery } from '../api/queries';
import type { Plan, SeatMap } from '../api/types';
import { useApp } from '../app/context';
import { ProblemNote } from '../parts/ProblemNote';
import { sectionWords } from '../parts/seatName';
import { type Choice, seatCountOf, withSeat, withStanding } from '../purchase/choice';
import { useTexts } from '../texts';
import { count } from '../texts/format';
import { type Block, type HallSeat, hallOf } from './hall';
import type { Shown } from './hallCanvas';
import { MapTools } from './MapTools';
import { priced } from './priced';
import css from './Seats.module.css';
import { tooNarrow } from './together';
import { useHallCanvas } from './useHallCanvas';

type Props = {
  readonly map: SeatMap;
  /** The tier that is looked at: the others are faded, and so are seats where the party does not fit together. */
  readonly tier: string | undefined;
  readonly choice: Signal<Choice>;
  readonly most: number;
};

/** The hall to look at and tap. Its canvas is hidden from screen readers, for which the list says the same. */
export function SeatMapView(props: Props) {
  const { api } = useApp();
  const plan = useQuery(planQuery(api, props.map.performanceId));
  if (plan.isError && plan.data === undefined)
    return <ProblemNote error={plan.error} onRetry={() => plan.refetch()} />;
  return plan.data === undefined ? (
    <div class={css.hall} aria-busy="true" />
  ) : (
    <HallView {...props} plan={plan.data} />
  );
}

function HallView({ map, plan, tier, choice, most }: Props & { readonly plan: Plan }) {
  const { seats: t, place } = useTexts();
  const hall = useMemo(
    () => hallOf(map, plan, (section) => sectionWords(place, section)),
    [map, plan, place],
  );
  const { partySize, seats, standing } = choice.value;
  const faded = useMemo(() => fadedIn(map, tier, partySize), [map, tier, partySize]);
  const shown: Shown = {
    hall,
    faded,
    words: {
      stage: t.stage,
      left: (left) => (left === 0 ? t.full : t.left(count(left))),
    },
    chosen: new Set([...seats, ...Object.keys(standing)]),
    onPick: (place) => {
      choice.value = picked(choice.value, place, most);
    },
  };
  const { element, canvas } = useHallCanvas(shown);
  const before = useRef(seats);
  useEffect(() => {
    const last = seats.at(-1);
    if (last !== undefined && !before.current.includes(last)) canvas.current?.reveal(last);
    before.current = seats;
  }, [seats]);
  return (
    <div class={css.map}>
      <div class={css.hall} aria-hidden="true">
        <canvas ref={element} />
      </div>
      <MapTools canvas={canvas} map={map} />
    </div>
  );
}

/** Seats, and sections of standing places, that are not what is looked for. */
function fadedIn({ sections }: SeatMap, tier: string | undefined, partySize: number): Set<string> {
  const faded = tooNarrow(sections, partySize);
  if (tier === undefined) return faded;
  for (const section of sections) {
    if (section.tier !== tier) faded.add(section.sectionId);
    for (const seat of section.seats) if (priced(section, seat).tier !== tier) faded.add(seat.seatId);
  }
  return faded;
}

/** A tap on a seat takes it or lets it go; on standing places, as many as are still missing of the party. */
function picked(choice: Choice, place: HallSeat | Block, most: number): Choice {
  if ('sectionId' in place) {
    const isChosen = choice.standing[place.sectionId] !== undefined;
    const missing = Math.max(1, choice.partySize - seatCountOf(choice));
    return withStanding(choice, place.sectionId, isChosen ? 0 : Math.min(missing, place.left, most));
  }
  const isChosen = choice.seats.includes(place.seatId);
  return isChosen || place.isFree ? withSeat(choice, place.seatId, !isChosen) : choice;
}
