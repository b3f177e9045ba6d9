import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type Block, type Hall, type HallSeat, placeAt } from '../../seats/hall';
import { pointsIn } from '../../seats/hallShape';
import { type Point, toHall, type View } from '../../seats/view';
import type { Editor } from './editor';
import { type Bounds, boundsOfSection } from './marks';
import type { Place } from './model/checks';
import { shiftSection } from './model/edit';
import { pitchOf } from './model/house';
import { paintTier } from './model/paint';
import { placed } from './model/place';
import { refFrom, refsOfRow, toggled } from './model/selection';

export const TOOLS = ['select', 'paint', 'move', 'look'] as const;
export type Tool = (typeof TOOLS)[number];
/** In CSS pixels of the canvas. */
export type Box = Bounds;

const boxOf = (a: Point, b: Point): Box => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  right: Math.max(a.x, b.x),
  bottom: Math.max(a.y, b.y),
});

type With = {
  readonly editor: Editor;
  readonly tool: Tool;
  readonly tier: string | undefined;
  readonly hall: Hall;
  readonly view: { readonly current: View };
  readonly sweep: Signal<Box | undefined>;
};

type Stroke = {
  readonly pointerId: number;
  readonly from: Point;
  /** Of the section that is moved. */
  readonly section: number | undefined;
};

/** A pointer that moved less than this has tapped. */
const SLIP_PX = 5;

/** What a pointer does with a tool that is not there to look around. The canvas does not hear of it then. */
export function useStrokes(now: With) {
  const stroke = useRef<Stroke>();
  if (now.tool === 'look') return {};
  const end = (event: PointerEvent): Stroke | undefined => {
    const ended = stroke.current;
    if (ended === undefined || ended.pointerId !== event.pointerId) return undefined;
    event.stopPropagation();
    stroke.current = undefined;
    now.sweep.value = undefined;
    return ended;
  };
  return {
    onPointerDownCapture: (event: PointerEvent) => {
      if (event.button !== 0 || stroke.current !== undefined) return;
      event.stopPropagation();
      (event.target as Element).setPointerCapture(event.pointerId);
      const from = pointOf(event);
      stroke.current = { pointerId: event.pointerId, from, section: sectionAt(now, from) };
    },
    onPointerMoveCapture: (event: PointerEvent) => {
      const { current } = stroke;
      if (current?.pointerId !== event.pointerId) return;
      event.stopPropagation();
      now.sweep.value = boxFor(now, current, pointOf(event));
    },
    onPointerUpCapture: (event: PointerEvent) => {
      const ended = end(event);
      if (ended === undefined) return;
      const to = pointOf(event);
      if (isTap(ended.from, to)) tap(now, to, event.shiftKey);
      else drag(now, ended, to, event.shiftKey);
    },
    onPointerCancelCapture: end,
    onDblClick: (event: MouseEvent) => {
      const seat = seatAt(now, pointOf(event));
      if (seat === undefined || now.tool !== 'select') return;
      const { section, row } = refFrom(seat.seatId);
      now.editor.selection.value = new Set([
        ...now.editor.selection.value,
        ...refsOfRow(now.editor.house.value, section, row),
      ]);
    },
  };
}

const pointOf = ({ offsetX, offsetY }: MouseEvent): Point => ({ x: offsetX, y: offsetY });
const isTap = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) < SLIP_PX;

function placeUnder({ hall, view }: With, at: Point): HallSeat | Block | undefined {
  const { x, y } = toHall(view.current, at);
  return placeAt(hall, x, y);
}

function seatAt(now: With, at: Point): HallSeat | undefined {
  const place = placeUnder(now, at);
  return place === undefined || 'sectionId' in place ? undefined : place;
}

/** Of the seat or the standing places there, or else of the frame of the open section. */
function sectionAt(now: With, at: Point): number | undefined {
  const place = placeUnder(now, at);
  if (place !== undefined)
    return 'sectionId' in place ? Number(place.sectionId) : refFrom(place.seatId).section;
  const { section } = now.editor.current.value;
  const frame = section === undefined ? undefined : boundsOfSection(now.hall, section);
  const { x, y } = toHall(now.view.current, at);
  const isIn = frame && x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
  return isIn ? section : undefined;
}

function boxFor(now: With, { from, section }: Stroke, to: Point): Box | undefined {
  if (now.tool !== 'move') return boxOf(from, to);
  const frame = section === undefined ? undefined : boundsOfSection(now.hall, section);
  if (frame === undefined) return undefined;
  const { scale, x, y } = now.view.current;
  const by = snapped(now, from, to);
  return {
    left: x + (frame.left + by.x) * scale,
    top: y + (frame.top + by.y) * scale,
    right: x + (frame.right + by.x) * scale,
    bottom: y + (frame.bottom + by.y) * scale,
  };
}

/** To half seats. */
function snapped({ view }: With, from: Point, to: Point): Point {
  const half = (px: number) => Math.round((2 * px) / view.current.scale) / 2;
  return { x: half(to.x - from.x), y: half(to.y - from.y) };
}

function tap(now: With, at: Point, isAdding: boolean): void {
  const seatId = seatAt(now, at)?.seatId;
  const refs = seatId === undefined ? [] : [seatId];
  const section = sectionAt(now, at);
  if (section !== undefined) now.editor.current.value = seatId === undefined ? { section } : placeOf(seatId);
  if (now.tool === 'paint') paint(now, refs);
  if (now.tool === 'select') select(now.editor, refs, isAdding);
}

function placeOf(seatId: string): Place {
  const { section, row, seat } = refFrom(seatId);
  return { section, row, seats: [seat] };
}

/** Who taps the only seat that is selected lets it go. */
function select({ selection }: Editor, refs: readonly string[], isAdding: boolean): void {
  const isAgain = selection.value.size === 1 && selection.value.has(refs[0] ?? '');
  selection.value = isAdding ? toggled(selection.value, refs) : new Set(isAgain ? [] : refs);
}

function drag(now: With, { from, section }: Stroke, to: Point, isAdding: boolean): void {
  const { editor, tool } = now;
  if (tool === 'move') {
    if (section === undefined) return;
    const { x, y } = snapped(now, from, to);
    const pitch = pitchOf(editor.house.value);
    editor.change((house) => shiftSection(placed(house), section, { x: x * pitch, y: y * pitch }));
    return;
  }
  const refs = seatsIn(now, boxOf(from, to));
  if (tool === 'paint') paint(now, refs);
  else editor.selection.value = new Set(isAdding ? [...editor.selection.value, ...refs] : refs);
}

function paint({ editor, tier }: With, refs: readonly string[]): void {
  if (tier !== undefined && refs.length > 0) editor.change((house) => paintTier(house, new Set(refs), tier));
}

/** The seats whose middle lies in a box. */
function seatsIn({ hall, view }: With, { left, top, right, bottom }: Box): string[] {
  const [from, to] = [
    toHall(view.current, { x: left, y: top }),
    toHall(view.current, { x: right, y: bottom }),
  ];
  const swept = { left: from.x, top: from.y, right: to.x, bottom: to.y };
  return pointsIn(hall.seats, swept).map(({ seatId }) => seatId);
}
