import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Hall } from '../../seats/hall';
import type { HallCanvas, Shown } from '../../seats/hallCanvas';
import { MapZoom } from '../../seats/MapTools';
import { useHallCanvas } from '../../seats/useHallCanvas';
import type { View } from '../../seats/view';
import { count } from '../../texts/format';
import type { Editor } from './editor';
import { drawMarks, seatsById } from './marks';
import { type Finding, refsOf } from './model/checks';
import type { Section } from './model/house';
import { houseHall } from './model/houseHall';
import css from './Plan.module.css';
import { type Box, type Tool, useStrokes } from './strokes';
import { usePlanTexts } from './texts';

type Props = {
  readonly editor: Editor;
  readonly tool: Tool;
  readonly tier: string | undefined;
  readonly findings: readonly Finding[];
};

const nameOf = ({ name, sectionId }: Section): string => name ?? sectionId;

/** The house to draw in. It is hidden from screen readers, for which the list does all that a mouse does here. */
export function HouseMap({ editor, tool, tier, findings }: Props) {
  const t = usePlanTexts();
  const view = useRef<View>({ scale: 1, x: 0, y: 0 });
  const sweep = useSignal<Box | undefined>(undefined);
  const house = editor.house.value;
  const selection = editor.selection.value;
  const { section } = editor.current.value;
  const hall = useMemo(() => houseHall(house, nameOf), [house]);
  const marked = useMemo(
    () => findings.filter(isMarked).flatMap((finding) => refsOf(house, finding)),
    [findings],
  );
  const shown: Shown = {
    hall,
    faded: NONE,
    words: { stage: t.stage, left: (places) => t.places(count(places)) },
    chosen: selection,
    onPick: () => {},
    over: (context, now) => {
      view.current = now;
      drawMarks(context, hall, now, marked, section);
    },
  };
  const { element, canvas } = useHallCanvas(shown);
  const sections = useRef(house.sections.length);
  useEffect(() => {
    if (sections.current !== house.sections.length) canvas.current?.fit();
    sections.current = house.sections.length;
  }, [house]);
  useReveal(editor, canvas, hall);
  const strokes = useStrokes({ editor, tool, tier, hall, view, sweep });
  return (
    <div class={css.map}>
      <div class={css.canvas} data-tool={tool} aria-hidden="true" {...strokes}>
        <canvas ref={element} />
        <SweptBox box={sweep} />
      </div>
      <div class={css.under}>
        <p class="small soft">{t.toolWhat[tool]}</p>
        <MapZoom canvas={canvas} />
      </div>
    </div>
  );
}

/** Whole sections are told in the list, and seats without a tier are grey. */
const isMarked = ({ kind, at }: Finding): boolean => at.row !== undefined && kind !== 'no-tier';

const NONE: ReadonlySet<string> = new Set();

/** What the list goes to comes onto the screen. */
function useReveal(editor: Editor, canvas: { readonly current: HallCanvas | undefined }, hall: Hall): void {
  const { section, row, seats = [0] } = editor.current.value;
  useEffect(() => {
    if (section === undefined) return;
    const seat = seatsById(hall).get(`${section}/${row ?? 0}/${seats[0] ?? 0}`);
    if (seat !== undefined) canvas.current?.reveal(seat.seatId);
  }, [editor.current.value]);
}

function SweptBox({ box }: { readonly box: Signal<Box | undefined> }) {
  if (box.value === undefined) return null;
  const { left, top, right, bottom } = box.value;
  const style = {
    left: `${left}px`,
    top: `${top}px`,
    width: `${right - left}px`,
    height: `${bottom - top}px`,
  };
  return <div class={css.sweep} style={style} />;
}
