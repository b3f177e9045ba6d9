import type { Hall, HallSeat } from '../../seats/hall';
import type { View } from '../../seats/view';
import { refFrom } from './model/selection';

const byId = new WeakMap<Hall, ReadonlyMap<string, HallSeat>>();

export function seatsById(hall: Hall): ReadonlyMap<string, HallSeat> {
  const known = byId.get(hall);
  if (known !== undefined) return known;
  const seats = new Map(hall.rows.flatMap((row) => row.seats.map((seat) => [seat.seatId, seat] as const)));
  byId.set(hall, seats);
  return seats;
}

export type Bounds = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** The box around a section, in units of the hall. Undefined while it has neither seats nor places. */
export function boundsOfSection(hall: Hall, section: number): Bounds | undefined {
  const seats = hall.rows.flatMap((row) =>
    refFrom(row.seats[0]?.seatId ?? '').section === section ? row.seats : [],
  );
  const block = hall.blocks.find(({ sectionId }) => sectionId === String(section));
  const points = [...seats, ...(block?.shape ?? [])];
  if (points.length === 0) return undefined;
  const start = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  return points.reduce(
    ({ left, top, right, bottom }, { x, y }) => ({
      left: Math.min(left, x - HALF),
      top: Math.min(top, y - HALF),
      right: Math.max(right, x + HALF),
      bottom: Math.max(bottom, y + HALF),
    }),
    start,
  );
}
/** To the edge of the outermost seats. */
const HALF = 0.5;

/** From afar a mark is still as large. */
const LEAST_PX = 4;

/** The open section in a frame, and a ring around each seat that something was found at. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  hall: Hall,
  view: View,
  marked: readonly string[],
  section: number | undefined,
): void {
  const style = getComputedStyle(context.canvas);
  const frame = section === undefined ? undefined : boundsOfSection(hall, section);
  if (frame !== undefined) {
    const { left, top, right, bottom } = frame;
    context.strokeStyle = style.getPropertyValue('--edge').trim();
    context.lineWidth = 1;
    context.setLineDash([4, 3]);
    context.strokeRect(
      view.x + left * view.scale,
      view.y + top * view.scale,
      (right - left) * view.scale,
      (bottom - top) * view.scale,
    );
    context.setLineDash([]);
  }
  context.strokeStyle = style.getPropertyValue('--bad').trim();
  context.lineWidth = 2;
  const seats = seatsById(hall);
  const radius = Math.max(LEAST_PX, view.scale * HALF);
  for (const ref of marked) {
    const seat = seats.get(ref);
    if (seat === undefined) continue;
    context.beginPath();
    context.arc(view.x + seat.x * view.scale, view.y + seat.y * view.scale, radius, 0, 2 * Math.PI);
    context.stroke();
  }
}
