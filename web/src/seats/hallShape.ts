/** The hall in units of one seat's pitch: the stage is above, and y goes down from it. */
export type Point = { readonly x: number; readonly y: number };

/** The corners of what has no seats of its own, as the stage or standing places. */
export type Shape = readonly Point[];

export const middleOf = (shape: Shape): Point => ({
  x: shape.reduce((sum, { x }) => sum + x, 0) / shape.length,
  y: shape.reduce((sum, { y }) => sum + y, 0) / shape.length,
});

/** The least box around a shape, by its sides. */
export type Sides = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export const sidesOf = (shape: Shape): Sides => ({
  left: Math.min(...shape.map(({ x }) => x)),
  right: Math.max(...shape.map(({ x }) => x)),
  top: Math.min(...shape.map(({ y }) => y)),
  bottom: Math.max(...shape.map(({ y }) => y)),
});

export const meet = (a: Sides, b: Sides): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether the point lies inside. A ray to the right crosses the border an odd number of times then. */
export function isIn(shape: Shape, { x, y }: Point): boolean {
  let isInside = false;
  shape.forEach((a, index) => {
    const b = shape[(index + 1) % shape.length] ?? a;
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) isInside = !isInside;
  });
  return isInside;
}

export const box = (x: number, y: number, width: number, height: number): Shape => [
  { x: x - width / 2, y },
  { x: x + width / 2, y },
  { x: x + width / 2, y: y + height },
  { x: x - width / 2, y: y + height },
];

/** What has the same key, in its order. `Map.groupBy` is younger than some phones. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** No hall is as wide. */
const WIDE = 4_000_000;
const STEPS = [-1, 0, 1];

/** The unit square that a point is in. */
export const unitSquareOf = ({ x, y }: Point): number => Math.floor(x) * WIDE + Math.floor(y);

/** From a square to itself and to those around it. */
export const TO_NEAR_SQUARES: readonly number[] = STEPS.flatMap((x) => STEPS.map((y) => x * WIDE + y));
