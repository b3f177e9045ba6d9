import { seatsOfRow } from '../../../seats/drawnPlan';
import { defined, type Row, type SeatKind, type SeatNumber, seatsIn } from './house';
import type { RowSeats } from './rowText';
import { runsOf, unrolled } from './runs';

/** What a row says of each of its seats, from the left. */
export type Seat = {
  readonly number: SeatNumber;
  /** Absent where it is the section's. */
  readonly tier?: string | undefined;
  readonly kinds: readonly SeatKind[];
  /** What is written on it, where that is not its number. */
  readonly label?: string | undefined;
  readonly position?: readonly number[] | undefined;
  readonly guid?: string | undefined;
  /** Whether the next seat is across an aisle. */
  readonly isBeforeAisle: boolean;
};

export const numbersOf = ({ numbers, seats = 0 }: Row): readonly SeatNumber[] =>
  numbers ?? Array.from({ length: seats }, (_, index) => index + 1);

export function seatsOf(row: Row): Seat[] {
  const { tiers = [], kinds = [], labels = {}, positions, guids, gapsAfter = [] } = row;
  const gaps = new Set(gapsAfter.map(String));
  const [tierOf, kindsOf] = [unrolled(tiers), unrolled(kinds)];
  return numbersOf(row).map((number, index) => ({
    number,
    tier: tierOf[index]?.tier,
    kinds: kindsOf[index]?.kinds ?? [],
    label: labels[String(number)],
    position: positions?.[index],
    guid: guids?.[index],
    isBeforeAisle: gaps.has(String(number)),
  }));
}

/** The row with these seats. Only what differs from what goes without saying is said. */
export function withSeats(row: Row, seats: readonly Seat[], ofSection: string | undefined): Row {
  const { seats: _count, numbers: _n, gapsAfter: _g, tiers: _t, kinds: _k, labels: _l, ...rest } = row;
  const { positions: _p, guids: _u, ...own } = rest;
  return { ...own, ...numbersIn(seats), ...wordsIn(seats), ...runsIn(seats, ofSection), ...placesIn(seats) };
}

function numbersIn(seats: readonly Seat[]) {
  const isCount = seats.every(({ number }, index) => number === index + 1);
  const gapsAfter = seats
    .slice(0, -1)
    .filter(({ isBeforeAisle }) => isBeforeAisle)
    .map(({ number }) => number);
  return {
    ...(isCount ? { seats: seats.length } : { numbers: seats.map(({ number }) => number) }),
    ...(gapsAfter.length > 0 ? { gapsAfter } : {}),
  };
}

function wordsIn(seats: readonly Seat[]) {
  const labels = seats.flatMap(({ number, label }) => (label === undefined ? [] : [[String(number), label]]));
  return labels.length > 0 ? { labels: Object.fromEntries(labels) as Record<string, string> } : {};
}

function runsIn(seats: readonly Seat[], ofSection = '') {
  const tiers = runsOf(
    seats.map(({ tier = ofSection }) => ({ tier })),
    (a, b) => a.tier === b.tier,
  );
  const kinds = runsOf(
    seats.map((seat) => ({ kinds: seat.kinds })),
    (a, b) => a.kinds.join() === b.kinds.join(),
  );
  return {
    ...(tiers.some(({ tier }) => tier !== ofSection) ? { tiers } : {}),
    ...(kinds.some((run) => run.kinds.length > 0) ? { kinds } : {}),
  };
}

/** A row has a place and a name elsewhere for each of its seats, or for none. */
function placesIn(seats: readonly Seat[]) {
  const positions = seats.flatMap(({ position }) => (position === undefined ? [] : [position]));
  const guids = seats.flatMap(({ guid }) => (guid === undefined ? [] : [guid]));
  return {
    ...(seats.length > 0 && positions.length === seats.length ? { positions } : {}),
    ...(seats.length > 0 && guids.length === seats.length ? { guids } : {}),
  };
}

/**
 * The row with these numbers and aisles. As many as before are the same seats with other numbers. Else a seat is known by
 * its number, a new one is as its neighbour, and all stand in line again.
 */
export function renumbered(row: Row, { numbers, gapsAfter }: RowSeats, ofSection: string | undefined): Row {
  const before = seatsOf(row);
  const gaps = new Set(gapsAfter.map(String));
  const known = new Map(before.map((seat) => [String(seat.number), seat]));
  const isAsMany = numbers.length === before.length;
  let last = before[0];
  const seats = numbers.map((number, index): Seat => {
    const same = isAsMany ? before[index] : known.get(String(number));
    last = same ?? last;
    const seat = isAsMany ? same : withoutPlace(same);
    return {
      kinds: [],
      ...seat,
      ...as(number, same),
      tier: last?.tier,
      isBeforeAisle: gaps.has(String(number)),
    };
  });
  return withSeats(isAsMany ? row : inLine(row), seats, ofSection);
}

const withoutPlace = (seat: Seat | undefined): Seat | undefined =>
  seat && { ...seat, position: undefined, guid: undefined };

/** What was written on a seat goes with its number. */
const as = (number: SeatNumber, seat: Seat | undefined) =>
  seat?.number === number ? { number } : { number, label: undefined };

/** About where its seats stood one by one, they stand side by side again. */
export function inLine(row: Row): Row {
  const { positions, ...rest } = row;
  if (positions === undefined) return row;
  const mean = (axis: 0 | 1) =>
    tidy(positions.reduce((sum, position) => sum + (position[axis] ?? 0), 0) / positions.length);
  return { ...rest, x: (row.x ?? 0) + mean(0), y: (row.y ?? 0) + mean(1) };
}

/** The seats stay where they are, whatever is taken away between them. */
function placedOneByOne(row: Row, index: number, pitch: number): Row {
  if (row.positions !== undefined) return row;
  const { curve: _bent, ...rest } = row;
  const { x = 0, y = index * pitch } = row;
  const points = seatsOfRow(row as never, index, pitch);
  return { ...rest, x, y, positions: points.map((point) => [tidy(point.x - x), tidy(point.y - y)]) };
}

/** A thousandth of a unit is less than anybody sees, and a house has two megabytes. */
export const tidy = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Without these seats; where they were is a hole, over which nobody sits side by side. */
export function withoutSeats(
  row: Row,
  index: number,
  pitch: number,
  gone: ReadonlySet<number>,
  ofSection: string | undefined,
): Row {
  const placed = placedOneByOne(row, index, pitch);
  const seats = seatsOf(placed).flatMap((seat, at): Seat[] =>
    gone.has(at) ? [] : [{ ...seat, isBeforeAisle: seat.isBeforeAisle || gone.has(at + 1) }],
  );
  return withSeats(placed, seats, ofSection);
}

/** As in a mirror: what was at the left is at the right. Seats have no names elsewhere in it. */
export function mirrored(row: Row, ofSection: string | undefined): Row {
  const seats = seatsOf(row);
  const turned = seats.toReversed().map(
    ({ guid: _other, position, ...seat }, index): Seat => ({
      ...seat,
      position: position && [-(position[0] ?? 0), position[1] ?? 0],
      isBeforeAisle: seats.at(-2 - index)?.isBeforeAisle === true,
    }),
  );
  const { x } = row;
  return withSeats(defined({ ...row, x: x === undefined ? undefined : 0 - x }), turned, ofSection);
}

/** What is said of so many seats of a row that has none yet. */
export const plainSeats = ({ numbers, gapsAfter }: RowSeats, tier?: string): Seat[] => {
  const gaps = new Set(gapsAfter.map(String));
  return numbers.map((number) => ({ number, tier, kinds: [], isBeforeAisle: gaps.has(String(number)) }));
};

export const widthOf = (row: Row): number => seatsIn(row) + (row.gapsAfter?.length ?? 0);
