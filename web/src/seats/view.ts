import type { Sides } from './hallShape';

/** Where the hall lies on the screen: CSS pixels for a unit of the hall, and where its (0, 0) is. */
export type View = { readonly scale: number; readonly x: number; readonly y: number };
export type Point = { readonly x: number; readonly y: number };
export type Size = { readonly width: number; readonly height: number };

/** From this pitch in CSS pixels on, a finger hits one seat. */
export const TAP_PITCH = 24;
/** The pitch that a tap zooms to. */
export const NEAR_PITCH = 34;
const MOST_PITCH = 64;

/** The whole hall in the middle of the screen. */
export function fitted({ left, top, right, bottom }: Sides, { width, height }: Size): View {
  const scale = Math.min(width / (right - left), height / (bottom - top), NEAR_PITCH);
  return {
    scale,
    x: width / 2 - (scale * (left + right)) / 2,
    y: height / 2 - (scale * (top + bottom)) / 2,
  };
}

/** Zooms to a scale; what is under the point stays there. */
export function zoomed(view: View, scale: number, at: Point): View {
  const by = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by };
}

/** Never smaller than the whole hall, never so near that seats are lost, and never out of sight. */
export function kept(view: View, bounds: Sides, size: Size): View {
  const whole = fitted(bounds, size);
  const middle = { x: size.width / 2, y: size.height / 2 };
  const scale = Math.min(Math.max(view.scale, whole.scale), MOST_PITCH);
  const { x, y } = scale === view.scale ? view : zoomed(view, scale, middle);
  return {
    scale,
    x: within(x, bounds.left * scale, bounds.right * scale, size.width),
    y: within(y, bounds.top * scale, bounds.bottom * scale, size.height),
  };
}

/** Centred where it is smaller than the screen, else without a gap at either edge. */
function within(offset: number, from: number, to: number, room: number): number {
  if (to - from <= room) return (room - from - to) / 2;
  return Math.min(-from, Math.max(room - to, offset));
}

export const toHall = ({ scale, x, y }: View, at: Point): Point => ({
  x: (at.x - x) / scale,
  y: (at.y - y) / scale,
});

/** Part of the way from one view to another. */
export function mixed(from: View, to: View, part: number): View {
  const mix = (a: number, b: number) => a + (b - a) * part;
  return { scale: mix(from.scale, to.scale), x: mix(from.x, to.x), y: mix(from.y, to.y) };
}
