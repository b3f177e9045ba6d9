import type { Point } from './view';

export type Gestures = {
  readonly onPan: (by: Point) => void;
  /** False when nothing changed, so that the page may scroll. */
  readonly onZoom: (factor: number, at: Point) => boolean;
  readonly onTap: (at: Point) => void;
};

/** A finger that moved less than this has tapped. */
const SLIP_PX = 6;

/** Pan by one pointer, pinch by two, zoom by wheel, tap. Stops at the signal. */
export function listen(canvas: HTMLCanvasElement, gestures: Gestures, signal: AbortSignal): void {
  const down = new Map<number, Point>();
  let start: Point | undefined;
  const lift = ({ pointerId }: PointerEvent) => {
    down.delete(pointerId);
    start = undefined;
  };
  const move = (event: PointerEvent) => {
    const before = down.get(event.pointerId);
    if (before === undefined) return;
    const now = pointOf(event);
    if (start !== undefined && distance(start, now) < SLIP_PX) return;
    start = undefined;
    down.set(event.pointerId, now);
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) gestures.onPan(minus(now, before));
    else {
      const middle = minus(between(now, other), between(before, other));
      gestures.onPan(middle);
      gestures.onZoom(distance(now, other) / Math.max(1, distance(before, other)), between(now, other));
    }
  };
  const on = { signal };
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      canvas.setPointerCapture(event.pointerId);
      start = down.size === 0 && event.button === 0 ? pointOf(event) : undefined;
      down.set(event.pointerId, pointOf(event));
    },
    on,
  );
  canvas.addEventListener('pointermove', move, on);
  canvas.addEventListener('pointercancel', lift, on);
  canvas.addEventListener(
    'pointerup',
    (event) => {
      const tapped = start;
      lift(event);
      if (tapped !== undefined) gestures.onTap(tapped);
    },
    on,
  );
  canvas.addEventListener(
    'wheel',
    (event) => {
      const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002));
      if (gestures.onZoom(factor, pointOf(event))) event.preventDefault();
    },
    { signal, passive: false },
  );
}

const pointOf = ({ offsetX, offsetY }: MouseEvent): Point => ({ x: offsetX, y: offsetY });
const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
