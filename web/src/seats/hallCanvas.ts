import { type Colours, coloursOf, type DrawSeat, drawHouse, drawOver, type Words } from './drawHall';
import { listen } from './gestures';
import { type Block, type Hall, type HallSeat, placeAt } from './hall';
import { type Corner, cornerOf, drawCorner, isInCorner } from './miniMap';
import {
  fitted,
  kept,
  mixed,
  NEAR_PITCH,
  type Point,
  type Size,
  TAP_PITCH,
  toHall,
  type View,
  zoomed,
} from './view';

export type Shown = {
  readonly hall: Hall;
  readonly words: Words;
  /** Seats, or the section of standing places. */
  readonly chosen: ReadonlySet<string>;
  /** Seats and sections that are not what is looked for. */
  readonly faded: ReadonlySet<string>;
  readonly onPick: (place: HallSeat | Block) => void;
  /** Draws over all of it. */
  readonly over?: (context: CanvasRenderingContext2D, view: View) => void;
  /** How a seat is drawn where it is not drawn for a buyer. */
  readonly draw?: DrawSeat;
};

export type HallCanvas = {
  readonly show: (shown: Shown) => void;
  readonly zoomBy: (factor: number) => void;
  readonly panBy: (by: Point) => void;
  readonly fit: () => void;
  /** Brings a seat onto the screen when it is not there. */
  readonly reveal: (seatId: string) => void;
  readonly stop: () => void;
};

const GLIDE_MS = 180;
/** How long the whole hall stays in the corner after the last move. At rest it would hide seats. */
const CORNER_MS = 1_200;
/** What every phone can hold as one bitmap. */
const MOST_BITMAP_PX = 3_072;

/** Shows a hall on a canvas: its view moves with the fingers, and what is shown follows `show`. */
export function hallCanvas(canvas: HTMLCanvasElement, first: Shown): HallCanvas {
  const painter = painterOn(canvas);
  const ending = new AbortController();
  let shown = first;
  let size: Size = { width: canvas.clientWidth, height: canvas.clientHeight };
  let view = fitted(shown.hall.bounds, size);
  let frame = 0;
  let isGliding = false;
  let isMoving = false;
  /** It stays where it is as long as it is shown. */
  let corner: Corner | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const isWhole = () => view.scale <= fitted(shown.hall.bounds, size).scale * 1.001;
  const next = (step: FrameRequestCallback) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(step);
  };
  const paint = () => {
    // A canvas that is not laid out yet shows no part of the hall.
    if (size.width === 0 || size.height === 0) return;
    corner = isMoving && !isWhole() ? (corner ?? cornerOf(shown.hall, view, size)) : undefined;
    painter.paint(shown, view, size, isMoving, corner);
  };
  const look = (at: View) => {
    isGliding = false;
    view = kept(at, shown.hall.bounds, size);
    // The page scrolls under a finger while there is nothing to pan.
    canvas.style.touchAction = isWhole() ? 'pan-y' : 'none';
    next(paint);
  };
  const moves = () => {
    isMoving = true;
    clearTimeout(rest);
    rest = setTimeout(() => {
      isMoving = false;
      if (!isGliding) next(paint);
    }, CORNER_MS);
  };
  const move = (to: View) => {
    moves();
    look(to);
  };
  const glide = (at: View) => {
    moves();
    const [from, to] = [view, kept(at, shown.hall.bounds, size)];
    const start = performance.now();
    const step = (now: number) => {
      const part = isStill() ? 1 : Math.min(1, Math.max(0, (now - start) / GLIDE_MS));
      if (part === 1) return look(to);
      view = mixed(from, to, part);
      paint();
      next(step);
    };
    isGliding = true;
    next(step);
  };
  const centred = ({ x, y }: Point, scale: number): View => ({
    scale,
    x: size.width / 2 - x * scale,
    y: size.height / 2 - y * scale,
  });
  const onTap = (at: Point) => {
    if (corner !== undefined && isInCorner(corner, at)) return glide(centred(toHall(corner, at), view.scale));
    const { x, y } = toHall(view, at);
    const place = placeAt(shown.hall, x, y);
    const isFar = view.scale < TAP_PITCH && !(place !== undefined && 'sectionId' in place);
    if (isFar) glide(zoomed(view, NEAR_PITCH, at));
    else if (place !== undefined) shown.onPick(place);
  };
  const onZoom = (factor: number, at: Point) => {
    const before = view.scale;
    move(zoomed(view, view.scale * factor, at));
    return view.scale !== before;
  };
  const onPan = ({ x, y }: Point) => move({ ...view, x: view.x + x, y: view.y + y });
  listen(canvas, { onTap, onZoom, onPan }, ending.signal);

  const resized = new ResizeObserver(() => {
    if (canvas.clientWidth === size.width && canvas.clientHeight === size.height) return;
    const wasWhole = isWhole();
    size = { width: canvas.clientWidth, height: canvas.clientHeight };
    look(wasWhole ? fitted(shown.hall.bounds, size) : view);
  });
  resized.observe(canvas);
  const newTheme = () => {
    painter.forget();
    look(view);
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', newTheme, { signal: ending.signal });

  return {
    show: (changed) => {
      const wasWhole = isWhole();
      shown = changed;
      if (!isGliding) look(wasWhole ? fitted(shown.hall.bounds, size) : view);
    },
    zoomBy: (factor) => glide(zoomed(view, view.scale * factor, { x: size.width / 2, y: size.height / 2 })),
    panBy: ({ x, y }) => glide({ ...view, x: view.x + x, y: view.y + y }),
    fit: () => glide(fitted(shown.hall.bounds, size)),
    reveal: (seatId) => {
      const seat = shown.hall.rows.flatMap(({ seats }) => seats).find((each) => each.seatId === seatId);
      if (seat !== undefined && !isOnScreen(seat, view, size)) glide(centred(seat, view.scale));
    },
    stop: () => {
      clearTimeout(rest);
      cancelAnimationFrame(frame);
      resized.disconnect();
      ending.abort();
    },
  };
}

function isOnScreen(seat: Point, view: View, size: Size): boolean {
  const [x, y] = [view.x + seat.x * view.scale, view.y + seat.y * view.scale];
  return x > view.scale && y > view.scale && x < size.width - view.scale && y < size.height - view.scale;
}

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

type Drawn = { readonly of: Hall; readonly without: ReadonlySet<string>; readonly image: HTMLCanvasElement };

/** Paints the seats on the screen. Of a house that moves and is far it paints one bitmap, which at rest would come later. */
function painterOn(canvas: HTMLCanvasElement) {
  let colours: (Colours & { readonly of: Hall }) | undefined;
  let drawn: Drawn | undefined;
  const imageOf = ({ hall, faded, draw }: Shown, by: Colours) => {
    if (drawn?.of !== hall || drawn.without !== faded)
      drawn = { of: hall, without: faded, image: houseImage(hall, faded, by, draw) };
    return drawn.image;
  };
  const paint = (shown: Shown, view: View, size: Size, isMoving: boolean, corner: Corner | undefined) => {
    const { hall, words, chosen, faded, over } = shown;
    if (colours?.of !== hall) colours = { of: hall, ...coloursOf(canvas, hall) };
    const context = contextOf(canvas, size);
    if (isMoving && view.scale < TAP_PITCH) {
      const { left, top, right, bottom } = hall.bounds;
      const [x, y] = [view.x + left * view.scale, view.y + top * view.scale];
      const [width, height] = [(right - left) * view.scale, (bottom - top) * view.scale];
      context.drawImage(imageOf(shown, colours), x, y, width, height);
    } else drawHouse(context, hall, view, size, colours, faded, shown.draw);
    drawOver(context, hall, view, size, colours, words, chosen, faded);
    over?.(context, view);
    if (corner !== undefined) drawCorner(context, hall, imageOf(shown, colours), view, size, colours, corner);
  };
  const forget = () => {
    colours = undefined;
    drawn = undefined;
  };
  return { paint, forget };
}

function houseImage(
  hall: Hall,
  faded: ReadonlySet<string>,
  colours: Colours,
  draw: DrawSeat | undefined,
): HTMLCanvasElement {
  const { left, top, right, bottom } = hall.bounds;
  const [width, height] = [right - left, bottom - top];
  const most = MOST_BITMAP_PX / devicePixelRatio / Math.max(width, height);
  const scale = Math.min(TAP_PITCH - 1, most);
  const size = { width: width * scale, height: height * scale };
  const view = { scale, x: -left * scale, y: -top * scale };
  const image = document.createElement('canvas');
  drawHouse(contextOf(image, size), hall, view, size, colours, faded, draw);
  return image;
}

/** A clean sheet in CSS pixels, as sharp as the screen. */
function contextOf(canvas: HTMLCanvasElement, size: Size): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws no canvas.');
  const [width, height] = [
    Math.round(size.width * devicePixelRatio),
    Math.round(size.height * devicePixelRatio),
  ];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.imageSmoothingQuality = 'high';
  return context;
}
