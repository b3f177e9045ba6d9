import type { Colours } from './drawHall';
import type { Hall } from './hall';
import { type Point, type Size, toHall, type View } from './view';

const MARGIN_PX = 8;
const PAD_PX = 4;
const MOST_PX = 132;
const SHARE = 0.3;

/** Where the whole hall lies in a corner of the screen while the view moves over it. */
export function cornerOf({ bounds }: Hall, size: Size): View & Size {
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
  const scale = Math.min(MOST_PX, size.width * SHARE, size.height * SHARE) / Math.max(width, height);
  return {
    scale,
    x: MARGIN_PX + PAD_PX - bounds.left * scale,
    y: MARGIN_PX + PAD_PX - bounds.top * scale,
    width: width * scale + 2 * PAD_PX,
    height: height * scale + 2 * PAD_PX,
  };
}

export const isInCorner = ({ width, height }: Size, { x, y }: Point): boolean =>
  x >= MARGIN_PX && y >= MARGIN_PX && x <= MARGIN_PX + width && y <= MARGIN_PX + height;

/** The hall as one picture, and on it the part that is on the screen. */
export function drawCorner(
  context: CanvasRenderingContext2D,
  hall: Hall,
  image: CanvasImageSource,
  view: View,
  size: Size,
  colours: Colours,
): void {
  const corner = cornerOf(hall, size);
  const { left, top, right, bottom } = hall.bounds;
  context.fillStyle = colours.raised;
  context.fillRect(MARGIN_PX, MARGIN_PX, corner.width, corner.height);
  context.strokeStyle = colours.edge;
  context.lineWidth = 1;
  context.strokeRect(MARGIN_PX, MARGIN_PX, corner.width, corner.height);
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
