import { groupBy, isIn, type Point, TO_NEAR_SQUARES, unitSquareOf } from '../../../seats/hallShape';
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
    const own = unitSquareOf(seat);
    const square = squares.get(own);
    if (square === undefined) squares.set(own, [seat]);
    else square.push(seat);
  }
  return [...groupBy([...found], ({ section, row }) => `${section}/${row}`).values()].map(inOrder);
}

/** Those of the squares around it, for 20,000 seats without a list for each. */
function nearTo(seat: Point, squares: ReadonlyMap<number, readonly Standing[]>): Standing[] {
  const found: Standing[] = [];
  const own = unitSquareOf(seat);
  for (const by of TO_NEAR_SQUARES) {
    const others = squares.get(own + by) ?? [];
    found.push(...others.filter(({ x, y }) => Math.hypot(x - seat.x, y - seat.y) < NEAR));
  }
  return found;
}

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
