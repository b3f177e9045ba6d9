import { type Block, type Hall, type HallRow, type HallSeat, SEAT_SIDE } from './hall';
import { around, middleOf, type Point, pointsIn, type Shape } from './hallShape';
import { isClear, type PlacedName, placedNames } from './sectionNames';
import { readable, tierToken } from './tierColour';
import { type Size, TAP_PITCH, toHall, type View } from './view';

/** What the tokens say, read once a theme. */
export type Colours = {
  readonly ink: string;
  readonly paper: string;
  readonly raised: string;
  readonly soft: string;
  readonly edge: string;
  readonly stage: string;
  readonly onTier: string;
  readonly font: string;
  readonly tiers: readonly string[];
};

export type Words = {
  readonly stage: string;
  readonly left: (left: number) => string;
};

/** The least room for a label, in CSS pixels. */
const LABEL_PX = 12;

type Context = CanvasRenderingContext2D;

/** Draws one seat as it stands. */
export type DrawSeat = (context: Context, seat: HallSeat, view: View, colours: Colours) => void;

/** As a buyer sees it: in its tier's colour, or taken. */
const drawForBuyer: DrawSeat = (context, seat, view, colours) => {
  if (seat.isFree) drawSeat(context, seat, view, tierColour(colours, seat.tier), colours.onTier);
  else drawTaken(context, seat, view, colours.edge);
};

export function coloursOf(element: Element, { tierColours }: Pick<Hall, 'tierColours'>): Colours {
  const style = getComputedStyle(element);
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    paper: token('--paper'),
    raised: token('--raised'),
    soft: token('--soft'),
    edge: token('--edge'),
    stage: token('--line'),
    onTier: token('--on-tier'),
    font: token('--font-text'),
    tiers: tierColours.map((colour, index) =>
      colour === undefined ? token(tierToken(index + 1)) : readable(colour, isDark),
    ),
  };
}

const tierColour = ({ tiers }: Colours, tier: number): string => tiers[tier - 1] ?? '';

/** How much is left of what is not looked for. */
const FADED = 0.28;

/** Stage, blocks and every seat that lies on the screen, as nobody has chosen any. */
export function drawHouse(
  context: Context,
  hall: Hall,
  view: View,
  size: Size,
  colours: Colours,
  faded: ReadonlySet<string>,
  draw: DrawSeat = drawForBuyer,
): void {
  context.font = seatFont(view, colours);
  fillShape(context, hall.stage, view, colours.stage);
  for (const { sectionId, shape, left, tier } of hall.blocks) {
    context.globalAlpha = faded.has(sectionId) ? FADED : 1;
    fillShape(context, shape, view, left > 0 ? tierColour(colours, tier) : colours.stage);
  }
  const [from, to] = [toHall(view, { x: 0, y: 0 }), toHall(view, { x: size.width, y: size.height })];
  const onScreen = { left: from.x - 1, right: to.x + 1, top: from.y - 1, bottom: to.y + 1 };
  for (const seat of pointsIn(hall.seats, onScreen)) {
    const alpha = faded.has(seat.seatId) ? FADED : 1;
    if (context.globalAlpha !== alpha) context.globalAlpha = alpha;
    draw(context, seat, view, colours);
  }
  context.globalAlpha = 1;
}

/** A seat smaller than this shows no corners, and a plain square is drawn sooner. */
const ROUND_PX = 4;

function drawSeat(context: Context, seat: HallSeat, view: View, fill: string, text: string): void {
  const { x, y, side } = squareOf(seat, view);
  context.fillStyle = fill;
  if (side < ROUND_PX) {
    context.fillRect(x, y, side, side);
    return;
  }
  context.beginPath();
  context.roundRect(x, y, side, side, cornerOf(seat, side));
  context.fill();
  if (view.scale < TAP_PITCH) return;
  context.fillStyle = text;
  context.fillText(String(seat.number), x + side / 2, y + side / 2 + 1);
}

/** A place for a wheelchair or a companion is round, and of a seat without a full view a corner is cut off. */
function cornerOf({ kinds }: HallSeat, side: number): number | number[] {
  if (kinds.includes('wheelchair') || kinds.includes('companion')) return side / 2;
  return kinds.includes('restricted-view') ? [side / 5, side * 0.8, side / 5, side / 5] : side / 5;
}

/** A dot from afar, near by an outline with a cross: never only a colour. */
function drawTaken(context: Context, seat: HallSeat, view: View, colour: string): void {
  const { x, y, side } = squareOf(seat, view);
  context.beginPath();
  if (view.scale < TAP_PITCH) {
    context.fillStyle = colour;
    context.arc(x + side / 2, y + side / 2, side / 6, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.roundRect(x, y, side, side, side / 5);
  const [near, far] = [side * 0.3, side * 0.7];
  context.moveTo(x + near, y + near);
  context.lineTo(x + far, y + far);
  context.moveTo(x + far, y + near);
  context.lineTo(x + near, y + far);
  context.stroke();
}

export function squareOf({ x, y }: HallSeat, view: View) {
  const side = SEAT_SIDE * view.scale;
  return { x: view.x + x * view.scale - side / 2, y: view.y + y * view.scale - side / 2, side };
}

function fillShape(context: Context, shape: Shape, view: View, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  for (const { x, y } of shape) context.lineTo(view.x + x * view.scale, view.y + y * view.scale);
  context.fill();
}

/** What stays readable at every scale: names, rows and the chosen seats. */
export function drawOver(
  context: Context,
  hall: Hall,
  view: View,
  screen: Size,
  colours: Colours,
  words: Words,
  chosen: ReadonlySet<string>,
  faded: ReadonlySet<string>,
): void {
  const write = (text: string, at: { x: number; y: number }, colour: string, font: string) => {
    context.font = `${font} ${colours.font}`;
    context.fillStyle = colour;
    context.fillText(text, view.x + at.x * view.scale, view.y + at.y * view.scale);
  };
  const size = Math.max(11, Math.min(15, view.scale));
  write(words.stage, middleOf(hall.stage), colours.ink, `${size}px`);
  const names = namesAt(context, hall, view.scale, size, colours);
  for (const name of names) write(name.text, name, colours.ink, `600 ${size}px`);
  for (const block of hall.blocks) {
    const isChosen = chosen.has(block.sectionId);
    if (isChosen) fillShape(context, block.shape, view, colours.ink);
    const text = `${block.name} · ${words.left(block.left)}`;
    const free = faded.has(block.sectionId) ? colours.ink : textOn(block, colours);
    write(text, middleOf(block.shape), isChosen ? colours.paper : free, `600 ${size}px`);
  }
  drawChosen(context, hall, view, colours, chosen);
  drawRowLabels(context, hall, view, screen, colours);
}

type Placed = { readonly scale: number; readonly names: readonly PlacedName[] };
const placed = new WeakMap<Hall, Placed>();

/** They are placed anew only when the scale changes, not while the view moves. */
function namesAt(
  context: Context,
  hall: Hall,
  scale: number,
  size: number,
  { font }: Colours,
): readonly PlacedName[] {
  const known = placed.get(hall);
  if (known?.scale === scale) return known.names;
  context.font = `600 ${size}px ${font}`;
  const widthOf = (text: string) => context.measureText(text).width / scale;
  const names = placedNames(hall, size / scale, widthOf, LABEL_PX / scale);
  placed.set(hall, { scale, names });
  return names;
}

const textOn = ({ left }: Block, { onTier, ink }: Colours): string => (left > 0 ? onTier : ink);

/** The column at the screen's edge that keeps the labels of rows whose ends are out of sight. */
const COLUMN_PX = 20;
/** How much of a label's room its letter takes. */
const LETTER = 0.7;
/** Less than this of the hall is not out of sight. */
const ROUNDING = 0.001;

/**
 * At both ends of a row; in a column at the screen's edge where an end is out of sight, as a table keeps its heads. Rows
 * side by side share a label, and where it would hide a seat there is none.
 */
function drawRowLabels(context: Context, hall: Hall, view: View, screen: Size, colours: Colours): void {
  const near = LABEL_PX / view.scale;
  const { left, right } = hall.bounds;
  const isCut = {
    left: -view.x / view.scale > left + ROUNDING,
    right: (screen.width - view.x) / view.scale < right - ROUNDING,
  };
  const from = ((isCut.left ? COLUMN_PX : LABEL_PX) / 2 - view.x) / view.scale;
  const to = (screen.width - (isCut.right ? COLUMN_PX : LABEL_PX) / 2 - view.x) / view.scale;
  if (isCut.left) drawColumn(context, 0, screen, colours);
  if (isCut.right) drawColumn(context, screen.width - COLUMN_PX, screen, colours);
  context.font = `11px ${colours.font}`;
  const clearOf =
    (at: Point) =>
    ({ x, y }: Point) =>
      Math.abs(x - at.x) >= near || Math.abs(y - at.y) >= near;
  const isAtEdge = ({ x }: Point) => x === from || x === to;
  const hidesNothing = (at: Point) =>
    written.every(clearOf(at)) && (isAtEdge(at) || isClear(hall, around(at, near * LETTER, near * LETTER)));
  const written: Point[] = [];
  for (const row of hall.rows.filter((_, index) => index % Math.ceil(near) === 0))
    for (const at of labelsOf(row, from, to, near).filter(hidesNothing)) {
      written.push(at);
      drawLabel(context, row.label, at, view, colours);
    }
}

function drawLabel(context: Context, label: string, at: Point, view: View, colours: Colours): void {
  const [x, y] = [view.x + at.x * view.scale, view.y + at.y * view.scale];
  context.fillStyle = colours.raised;
  context.fillRect(x - LABEL_PX / 2, y - LABEL_PX / 2, LABEL_PX, LABEL_PX);
  context.fillStyle = colours.soft;
  context.fillText(label, x, y);
}

/** Where the labels of a row stand, as far as it is between these two edges. */
function labelsOf(row: HallRow, from: number, to: number, room: number): Point[] {
  const [left, right] = outermost(row, room);
  const at = (x: number): Point => ({ x, y: heightAt(row, x) });
  return [
    ...(right.x >= from ? [left.x < from ? at(from) : left] : []),
    ...(left.x <= to ? [right.x > to ? at(to) : right] : []),
  ];
}

/** The ends of a row from left to right, far enough away from its seats for a label. */
function outermost({ ends: [a, b], seats }: HallRow, room: number): readonly [Point, Point] {
  const push = (end: Point, seat: Point | undefined): Point => {
    const by = seat === undefined ? 1 : Math.max(1, room / (Math.hypot(end.x - seat.x, end.y - seat.y) || 1));
    return seat === undefined
      ? end
      : { x: seat.x + (end.x - seat.x) * by, y: seat.y + (end.y - seat.y) * by };
  };
  const [first, last] = [push(a, seats[0]), push(b, seats.at(-1))];
  return first.x <= last.x ? [first, last] : [last, first];
}

/** How far down a row is where it crosses this x. */
function heightAt({ ends, seats }: HallRow, x: number): number {
  const along = [...ends, ...seats].sort((a, b) => a.x - b.x);
  const right = along.findIndex((point) => point.x >= x);
  const [a = along.at(-1), b = a] = [along[right - 1], along[right]];
  if (a === undefined || b === undefined || a.x === b.x) return a?.y ?? 0;
  return a.y + ((x - a.x) / (b.x - a.x)) * (b.y - a.y);
}

function drawColumn(context: Context, x: number, { height }: Size, { raised, stage }: Colours): void {
  context.fillStyle = raised;
  context.fillRect(x, 0, COLUMN_PX, height);
  context.fillStyle = stage;
  context.fillRect(x === 0 ? COLUMN_PX - 1 : x, 0, 1, height);
}

/** Ink with its number where that can be read; from afar larger than the others. */
function drawChosen(
  context: Context,
  hall: Hall,
  view: View,
  colours: Colours,
  chosen: ReadonlySet<string>,
): void {
  if (chosen.size === 0) return;
  context.font = seatFont(view, colours);
  for (const seat of hall.rows.flatMap(({ seats }) => seats)) {
    if (!chosen.has(seat.seatId)) continue;
    if (view.scale >= TAP_PITCH) {
      drawSeat(context, seat, view, colours.ink, colours.paper);
      continue;
    }
    const side = Math.max(8, view.scale);
    const [x, y] = [view.x + seat.x * view.scale, view.y + seat.y * view.scale];
    context.fillStyle = colours.ink;
    context.fillRect(x - side / 2, y - side / 2, side, side);
    if (side < LABEL_PX) continue;
    context.fillStyle = colours.paper;
    context.font = `600 10px ${colours.font}`;
    context.fillText(String(seat.number), x, y + 1);
  }
}

const seatFont = (view: View, { font }: Colours): string => `${Math.round(view.scale * 0.4)}px ${font}`;
