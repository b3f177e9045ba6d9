import { useEffect, useMemo } from 'preact/hooks';
import { sectionWords } from '../../parts/seatName';
import { hallOf } from '../../seats/hall';
import type { Shown } from '../../seats/hallCanvas';
import { MapZoom } from '../../seats/MapTools';
import { useHallCanvas } from '../../seats/useHallCanvas';
import { useTexts } from '../../texts';
import { count } from '../../texts/format';
import type { OpenHouse } from '../house/HouseFrame';
import type { SeatState } from '../house/marks';
import { drawStates } from './drawState';
import css from './Live.module.css';

type Props = {
  readonly house: OpenHouse;
  readonly states: ReadonlyMap<string, SeatState>;
  readonly picked: string | undefined;
  readonly onPick: (seatId: string) => void;
};

const NONE: ReadonlySet<string> = new Set();

/** The hall with every seat as it stands. It is hidden from screen readers, for which the tables below say the same. */
export function LiveMap({ house: { map, plan }, states, picked, onPick }: Props) {
  const { seats: t, place } = useTexts();
  // Another picture whenever one seat stands otherwise.
  const hall = useMemo(
    () => hallOf(map, plan, (section) => sectionWords(place, section)),
    [map, plan, place, states],
  );
  const shown: Shown = {
    hall,
    faded: NONE,
    chosen: picked === undefined ? NONE : new Set([picked]),
    draw: drawStates((seatId) => states.get(seatId) ?? 'sold'),
    words: { stage: t.stage, left: (left) => (left === 0 ? t.full : t.left(count(left))) },
    onPick: (place) => {
      if ('seatId' in place) onPick(place.seatId);
    },
  };
  const { element, canvas } = useHallCanvas(shown);
  useEffect(() => {
    if (picked !== undefined) canvas.current?.reveal(picked);
  }, [picked]);
  return (
    <div>
      <div class={css.hall} aria-hidden="true">
        <canvas ref={element} />
      </div>
      <div class={css.tools}>
        <MapZoom canvas={canvas} />
      </div>
    </div>
  );
}
