import type { Colours } from './drawHall';
import { type Hall, placeAt } from './hall';
import { type Point, type Size, toHall, type View } from './view';

const MARGIN_PX = 8;
const PAD_PX = 4;
const MOST_PX = 132;
const SHARE = 0.3;

/** The whole hall as it lies in a corner of the screen, whose upper left end is at (left, top). */
export type Corner = View & Size & { readonly left: number; readonly top: number };

/** Where the whole hall lies while the view moves over it: in the corner in which it hides the fewest seats. */
export function cornerOf(hall: Hall, view: View, size: Size): Corner {
  const { bounds } = hall;
  const [across, down] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
  const scale = Math.min(MOST_PX, size.width * SHARE, size.height * SHARE) / Math.max(across, down);
  const [width, height] = [across * scale + 2 * PAD_PX, down * scale + 2 * PAD_PX];
  const corners = [size.height - height - MARGIN_PX, MARGIN_PX].flatMap((top) =>
    [size.width - width - MARGIN_PX, MARGIN_PX].map((left) => {
      const at = { scale, x: left + PAD_PX - bounds.left * scale, y: top + PAD_PX - bounds.top * scale };
      return { ...at, left, top, width, height };
    }),
  );
  const hidden = corners.map((corner) => hiddenBy(corner, hall, view));
  return corners[hidden.indexOf(Math.min(...hidden))] as Corner;
}

const LOOKS = 8;

/** How many of the points looked at are on a seat. */
function hiddenBy({ left, top, width, height }: Corner, hall: Hall, view: View): number {
  let hidden = 0;
  for (let look = 0; look < LOOKS * LOOKS; look++) {
    const at = { x: left + (width * (look % LOOKS)) / LOOKS, y: top + (height * look) / LOOKS ** 2 };
    const { x, y } = toHall(view, at);
    if (placeAt(hall, x, y) !== undefined) hidden++;
  }
  return hidden;
}

export const isInCorner = ({ left, top, width, height }: Corner, { x, y }: Point): boolean =>
  x >= left && y >= top && x <= left + width && y <= top + height;

/** The hall as one picture, and on it the part that is on the screen. */
export function drawCorner(
  context: CanvasRenderingContext2D,
  hall: Hall,
  image: CanvasImageSource,
  view: View,
  size: Size,
  colours: Colours,
  corner: Corner,
): void {
  const { left, top, right, bottom } = hall.bounds;
  context.fillStyle = colours.raised;
  context.fillRect(corner.left, corner.top, corner.width, corner.height);
  context.strokeStyle = colours.edge;
  context.lineWidth = 1;
  context.strokeRect(corner.left, corner.top, corner.width, corner.height);
  const at = (x: number, y: number): Point => ({
    x: corner.x + x * corner.scale,
    y: corner.y + y * corner.scale,
  });
  const whole = at(left, top);
  context.drawImage(image, whole.x, whole.y, (right - left) * corner.scale, (bottom - top) * corner.scale);
  const [from, to] = [toHall(view, { x: 0, y: 0 }), toHall(view, { x: size.width, y: size.height })];
  const seen = at(Math.max(left, from.x), Math.max(top, from.y));
  const end = at(Math.min(right, to.x), Math.min(bottom, to.y));
  context.strokeStyle = colours.ink;
  context.lineWidth = 2;
  context.strokeRect(seen.x, seen.y, end.x - seen.x, end.y - seen.y);
}
