import { around, gridOf, groupBy, isIn, type Point, pointsIn } from '../../../seats/hallShape';
import type { Place } from './checks';
import type { House } from './house';
import { placesOf } from './place';

/** Nearer than this, in seats, nobody can sit on both. */
const NEAR = 0.6;

type Standing = Point & { readonly section: number; readonly row: number; readonly seat: number };

/** Seats that stand on top of each other, by their rows. */
export function overlaps(house: House): Place[] {
  const seats = standingIn(house);
  const grid = gridOf(seats);
  const isNear = (a: Standing, b: Standing) => a !== b && Math.hypot(a.x - b.x, a.y - b.y) < NEAR;
  const found = seats.filter((seat) =>
    pointsIn(grid, around(seat, 2 * NEAR, 2 * NEAR)).some((other) => isNear(seat, other)),
  );
  return [...groupBy(found, ({ section, row }) => `${section}/${row}`).values()].map(inOrder);
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
