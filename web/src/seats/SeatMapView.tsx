import type { Signal } from '@preact/signals';
import { useQuery } from '@tanstack/preact-query';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { planQuery } from '../api/queries';
import type { Plan, SeatMap } from '../api/types';
import { useApp } from '../app/context';
import { leftByTier } from '../musical/leftByTier';
import { ProblemNote } from '../parts/ProblemNote';
import { type Choice, withBest, withSeat } from '../purchase/choice';
import { useTexts } from '../texts';
import { count, money } from '../texts/format';
import { type Block, type HallSeat, hallOf, type Kind } from './hall';
import { type HallCanvas, hallCanvas, type Shown } from './hallCanvas';
import css from './Seats.module.css';

const STEP = 1.6;

/** Seats that have a shape of their own on the map. */
const SHAPES: readonly { readonly shape: string | undefined; readonly kinds: readonly Kind[] }[] = [
  { shape: css.round, kinds: ['wheelchair', 'companion'] },
  { shape: css.cut, kinds: ['restricted-view'] },
];

const hasAny = ({ sections }: SeatMap, kinds: readonly Kind[]): boolean =>
  sections.some(({ seats }) => seats.some((seat) => seat.kinds?.some((kind) => kinds.includes(kind))));

type Props = { readonly map: SeatMap; readonly choice: Signal<Choice>; readonly most: number };

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

function HallView({ map, plan, choice, most }: Props & { readonly plan: Plan }) {
  const t = useTexts().seats;
  const element = useRef<HTMLCanvasElement>(null);
  const canvas = useRef<HallCanvas>();
  const hall = useMemo(() => hallOf(map, plan), [map, plan]);
  const { wanted } = choice.value;
  const shown: Shown = {
    hall,
    words: {
      stage: t.stage,
      section: t.section,
      left: (left) => (left === 0 ? t.full : t.left(count(left))),
    },
    chosen: new Set(wanted.kind === 'seats' ? wanted.seats : [wanted.sectionId]),
    onPick: (place) => {
      choice.value = picked(choice.value, place, most);
    },
  };
  useEffect(() => {
    if (element.current !== null) canvas.current = hallCanvas(element.current, shown);
    return () => canvas.current?.stop();
  }, []);
  useEffect(() => canvas.current?.show(shown));
  return (
    <div>
      <div class={css.tools}>
        <ul class={css.tiers}>
          {leftByTier(map).map(({ tier, price }, index) => (
            <li key={tier}>
              <i style={{ background: `var(--tier-${Math.min(index + 1, 6)})` }} />
              {tier} {money(price, map.currency)}
            </li>
          ))}
          {SHAPES.filter(({ kinds }) => hasAny(map, kinds)).map(({ shape, kinds }) => (
            <li key={kinds[0]}>
              <i class={shape} />
              {kinds.map((kind) => t.kinds[kind]).join(' · ')}
            </li>
          ))}
          <li>
            <i class={css.gone} />
            {t.taken}
          </li>
        </ul>
        <div class={css.zoom}>
          <button type="button" aria-label={t.nearer} onClick={() => canvas.current?.zoomBy(STEP)}>
            +
          </button>
          <button type="button" aria-label={t.farther} onClick={() => canvas.current?.zoomBy(1 / STEP)}>
            −
          </button>
          <button type="button" aria-label={t.whole} onClick={() => canvas.current?.fit()}>
            ⤢
          </button>
        </div>
      </div>
      <div class={css.hall} aria-hidden="true">
        <canvas ref={element} />
      </div>
      <p class="soft small">{t.tapToZoom}</p>
    </div>
  );
}

/** A tap on a seat takes it or gives it back; on a block of standing places, as many as go together. */
function picked(choice: Choice, place: HallSeat | Block, most: number): Choice {
  const { wanted, partySize } = choice;
  if ('sectionId' in place) {
    const isChosen = wanted.kind === 'best' && wanted.sectionId === place.sectionId;
    return withBest(choice, place.sectionId, isChosen ? 0 : Math.min(partySize, place.left, most));
  }
  const isChosen = wanted.kind === 'seats' && wanted.seats.includes(place.seatId);
  return isChosen || place.isFree ? withSeat(choice, place.seatId, !isChosen) : choice;
}
