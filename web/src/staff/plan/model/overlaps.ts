import { groupBy, isIn, type Point } from '../../../seats/hallShape';
import type { Place } from './checks';
import type { House } from './house';
import { placesOf } from './place';

/** Nearer than this, in seats, nobody can sit on both. */
const NEAR = 0.6;

type Standing = Point & { readonly section: number; readonly row: number; readonly seat: number };

/** Seats that stand on top of each other, by their rows. */
export function overlaps(house: House): Place[] {
  const squares = new Map<number, Standing[]>();
  const found = new Set<Standing>();
  for (const seat of standingIn(house)) {
    const near = nearTo(seat, squares);
    if (near.length > 0) for (const each of [...near, seat]) found.add(each);
    const own = squareOf(Math.floor(seat.x), Math.floor(seat.y));
    const square = squares.get(own);
    if (square === undefined) squares.set(own, [seat]);
    else square.push(seat);
  }
  return [...groupBy([...found], ({ section, row }) => `${section}/${row}`).values()].map(inOrder);
}

/** Those of the squares around it, for 20,000 seats without a list for each. */
function nearTo({ x, y }: Point, squares: ReadonlyMap<number, readonly Standing[]>): Standing[] {
  const found: Standing[] = [];
  for (const [dx, dy] of SIDES) {
    const others = squares.get(squareOf(Math.floor(x) + dx, Math.floor(y) + dy)) ?? [];
    found.push(...others.filter((other) => Math.hypot(other.x - x, other.y - y) < NEAR));
  }
  return found;
}
const STEPS = [-1, 0, 1];
const SIDES = STEPS.flatMap((dx) => STEPS.map((dy) => [dx, dy] as const));

/** No house is as wide. */
const WIDE = 4_000_000;
const squareOf = (x: number, y: number): number => x * WIDE + y;

const standingIn = (house: House): Standing[] =>
  placesOf(house).rows.flatMap((rows, section) =>
    rows.flatMap((seats, row) => seats.map((point, seat) => ({ ...point, section, row, seat }))),
  );

function inOrder(ofRow: readonly Standing[]): Place {
  const { section = 0, row = 0 } = ofRow[0] ?? {};
  return { section, row, seats: ofRow.map(({ seat }) => seat).sort((a, b) => a - b) };
}

/** Standing sections that have seats of others within them. */
export function seatsAmongStanding(house: House): Place[] {
  const { rows, blocks } = placesOf(house);
  const seats = rows.flat(2);
  return blocks.flatMap((block, section) =>
    block !== undefined && seats.some((seat) => isIn(block, seat)) ? [{ section }] : [],
  );
}
