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

export function sidesOf(points: Iterable<Point>): Sides {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, right, top, bottom };
}

export const around = ({ x, y }: Point, width: number, height: number): Sides => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
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

/** Points by the square that they are in, to find some without looking at all. */
export type Grid<T extends Point> = ReadonlyMap<number, readonly T[]>;

/** A square has room for a few seats. */
const SQUARE = 4;
/** So far apart are the keys of squares side by side. The keys of every hall are small integers, which a map finds fastest. */
const COLUMN = 1 << 14;

const squareAt = (length: number): number => Math.floor(length / SQUARE);

export const gridOf = <T extends Point>(points: readonly T[]): Grid<T> =>
  groupBy(points, ({ x, y }) => squareAt(x) * COLUMN + squareAt(y));

/** Those that lie in a box. */
export function pointsIn<T extends Point>(grid: Grid<T>, { left, right, top, bottom }: Sides): T[] {
  const isInside = ({ x, y }: T) => x >= left && x <= right && y >= top && y <= bottom;
  const found: T[] = [];
  for (let column = squareAt(left); column <= squareAt(right); column++)
    for (let row = squareAt(top); row <= squareAt(bottom); row++)
      found.push(...(grid.get(column * COLUMN + row)?.filter(isInside) ?? []));
  return found;
}
