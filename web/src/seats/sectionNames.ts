import { type Block, type Hall, SEAT_SIDE, type SectionName } from './hall';
import { around, meet, middleOf, type Point, pointsIn, type Sides, sidesOf } from './hallShape';

/** A name where it hides nothing: its middle, and the room that it takes there. */
export type PlacedName = Point & { readonly text: string; readonly sides: Sides };

/** Between a name and the seats, as a share of its height. */
const PAD = 0.2;

type Room = { readonly width: number; readonly height: number };

/**
 * Where the sections' names are written, in units of the hall. Each stands above its first row or else below its last,
 * where it meets neither stage nor seats, no row's label and no other name. What has no such place is left out until the
 * view is nearer.
 */
export function placedNames(
  hall: Hall,
  heightOf: number,
  widthOf: (text: string) => number,
  labelSide: number,
): readonly PlacedName[] {
  const taken = [hall.stage, ...hall.blocks.map(({ shape }) => shape)].map(sidesOf);
  for (const { ends } of hall.rows) taken.push(...ends.map((end) => around(end, labelSide, labelSide)));
  const placed: PlacedName[] = [];
  for (const name of hall.names) {
    const found = placesOf(name, { width: widthOf(name.text), height: heightOf }).find(
      ({ sides }) =>
        isWithin(sides, hall.bounds) && !taken.some((other) => meet(sides, other)) && isClear(hall, sides),
    );
    if (found === undefined) continue;
    placed.push(found);
    taken.push(found.sides);
  }
  return placed;
}

/** Clear of the seats that a curved or turned row has beside its middle. */
function placesOf({ text, first, last }: SectionName, { width, height }: Room): PlacedName[] {
  const beside = (row: readonly Point[], x: number) => {
    const near = row.filter((seat) => Math.abs(seat.x - x) <= (width + SEAT_SIDE) / 2);
    return (near.length > 0 ? near : row).map(({ y }) => y);
  };
  const away = SEAT_SIDE / 2 + height * (PAD + 0.5);
  const [above, below] = [middleOf(first).x, middleOf(last).x];
  const points = [
    { x: above, y: Math.min(...beside(first, above)) - away },
    { x: below, y: Math.max(...beside(last, below)) + away },
  ];
  return points.map((point) => ({ ...point, text, sides: around(point, width, height) }));
}

const isWithin = (a: Sides, b: Sides): boolean =>
  a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

/** Whether neither a seat nor standing places would be hidden there. */
export function isClear(hall: Hall, { left, right, top, bottom }: Sides): boolean {
  const reach = SEAT_SIDE / 2;
  const withSeats = { left: left - reach, right: right + reach, top: top - reach, bottom: bottom + reach };
  const isOn = ({ shape }: Block) => meet(sidesOf(shape), { left, right, top, bottom });
  return !hall.blocks.some(isOn) && pointsIn(hall.seats, withSeats).length === 0;
}
