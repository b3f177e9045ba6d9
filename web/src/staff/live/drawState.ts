import { type Colours, type DrawSeat, squareOf } from '../../seats/drawHall';
import { TAP_PITCH } from '../../seats/view';
import type { SeatState } from '../house/marks';

type Context = CanvasRenderingContext2D;
type Square = ReturnType<typeof squareOf>;

/** What a state is drawn in beside ink and lines. */
type StateColours = { readonly warn: string; readonly good: string };

const colours = new WeakMap<Colours, StateColours>();

/** The tokens of the theme that these colours are of. */
function stateColours(of: Colours): StateColours {
  const known = colours.get(of);
  if (known !== undefined) return known;
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const found = { warn: read('--warn'), good: read('--good') };
  colours.set(of, found);
  return found;
}

/** Draws every seat by how it stands: each state has a shape of its own, so that no colour has to be told apart. */
export const drawStates =
  (stateOf: (seatId: string) => SeatState): DrawSeat =>
  (context, seat, view, of) => {
    const square = squareOf(seat, view);
    const state = stateOf(seat.seatId);
    const isNear = view.scale >= TAP_PITCH;
    const { text } = SHAPES[state](context, square, of, stateColours(of), isNear);
    if (!isNear || text === undefined) return;
    context.fillStyle = text;
    context.fillText(String(seat.number), square.x + square.side / 2, square.y + square.side / 2 + 1);
  };

type DrawState = (
  context: Context,
  square: Square,
  of: Colours,
  own: StateColours,
  isNear: boolean,
) => { readonly text?: string };

const outline = (context: Context, { x, y, side }: Square, colour: string, corner = side / 5) => {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x, y, side, side, corner);
  context.stroke();
};

const filled = (context: Context, { x, y, side }: Square, colour: string, corner = side / 5) => {
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(x, y, side, side, corner);
  context.fill();
};

const polygon = (context: Context, colour: string, ...points: readonly (readonly [number, number])[]) => {
  context.fillStyle = colour;
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.fill();
};

/**
 * Free is an outline, from afar a dot. Held is half of a seat, reserved all of it but its corners, sold a full seat in ink.
 * Withheld is crossed out, and where somebody sits is a disc.
 */
const SHAPES: Readonly<Record<SeatState, DrawState>> = {
  free: (context, square, { edge, ink }, _own, isNear) => {
    if (isNear) outline(context, square, edge);
    else dot(context, square, edge);
    return { text: ink };
  },
  held: (context, square, { ink }, { warn }) => {
    const { x, y, side } = square;
    outline(context, square, warn);
    polygon(context, warn, [x, y + side], [x + side, y + side], [x, y + side * 0.55]);
    return { text: ink };
  },
  reserved: (context, { x, y, side }, { onTier }, { warn }) => {
    const [middle, far] = [side / 2, side];
    polygon(context, warn, [x + middle, y], [x + far, y + middle], [x + middle, y + far], [x, y + middle]);
    return { text: onTier };
  },
  sold: (context, square, { ink, paper }) => {
    filled(context, square, ink);
    return { text: paper };
  },
  withheld: (context, square, { soft }) => {
    const { x, y, side } = square;
    outline(context, square, soft);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + side, y + side);
    context.moveTo(x + side, y);
    context.lineTo(x, y + side);
    context.stroke();
    return {};
  },
  admitted: (context, square, { onTier }, { good }) => {
    filled(context, square, good, square.side / 2);
    return { text: onTier };
  },
};

function dot(context: Context, { x, y, side }: Square, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x + side / 2, y + side / 2, Math.max(0.75, side / 6), 0, 2 * Math.PI);
  context.fill();
}
