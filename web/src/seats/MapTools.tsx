import type { RefObject } from 'preact';
import type { SeatMap } from '../api/types';
import { useTexts } from '../texts';
import type { Kind } from './hall';
import type { HallCanvas } from './hallCanvas';
import css from './Seats.module.css';

const STEP = 1.6;
/** How far an arrow key moves, in CSS pixels. */
const MOVE_PX = 80;

const MOVES: Readonly<Record<string, (canvas: HallCanvas) => void>> = {
  '+': (canvas) => canvas.zoomBy(STEP),
  '=': (canvas) => canvas.zoomBy(STEP),
  '-': (canvas) => canvas.zoomBy(1 / STEP),
  '0': (canvas) => canvas.fit(),
  ArrowLeft: (canvas) => canvas.panBy({ x: MOVE_PX, y: 0 }),
  ArrowRight: (canvas) => canvas.panBy({ x: -MOVE_PX, y: 0 }),
  ArrowUp: (canvas) => canvas.panBy({ x: 0, y: MOVE_PX }),
  ArrowDown: (canvas) => canvas.panBy({ x: 0, y: -MOVE_PX }),
};

/** Seats that have a shape of their own on the map. */
const SHAPES: readonly { readonly shape: string | undefined; readonly kinds: readonly Kind[] }[] = [
  { shape: css.round, kinds: ['wheelchair', 'companion'] },
  { shape: css.cut, kinds: ['restricted-view'] },
];

const hasAny = ({ sections }: SeatMap, kinds: readonly Kind[]): boolean =>
  sections.some(({ seats }) => seats.some((seat) => seat.kinds?.some((kind) => kinds.includes(kind))));

type Moved = { readonly canvas: RefObject<HallCanvas | undefined> };
type Props = Moved & { readonly map: SeatMap };

/** What the map's signs mean, and what moves it. */
export function MapTools({ canvas, map }: Props) {
  const t = useTexts().seats;
  return (
    <div class={css.tools}>
      <ul class={css.signs}>
        <li>
          <i class={css.chosen} />
          {t.yours}
        </li>
        <li>
          <i class={css.gone} />
          {t.taken}
        </li>
        {SHAPES.filter(({ kinds }) => hasAny(map, kinds)).map(({ shape, kinds }) => (
          <li key={kinds[0]}>
            <i class={shape} />
            {kinds.map((kind) => t.kinds[kind]).join(' · ')}
          </li>
        ))}
        <li class="soft">{t.tapToZoom}</li>
      </ul>
      <MapZoom canvas={canvas} />
    </div>
  );
}

/** What moves the map without a finger: buttons, and with the focus on one of them the keys. */
export function MapZoom({ canvas }: Moved) {
  const t = useTexts().seats;
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move === undefined || canvas.current === undefined || canvas.current === null) return;
    event.preventDefault();
    move(canvas.current);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons within.
    <div class={css.zoom} onKeyDown={onKeyDown}>
      <button type="button" aria-label={t.nearer} title={t.keys} onClick={() => canvas.current?.zoomBy(STEP)}>
        +
      </button>
      <button
        type="button"
        aria-label={t.farther}
        title={t.keys}
        onClick={() => canvas.current?.zoomBy(1 / STEP)}
      >
        −
      </button>
      <button type="button" aria-label={t.whole} title={t.keys} onClick={() => canvas.current?.fit()}>
        {t.wholeShort}
      </button>
    </div>
  );
}
