import type { SeatMap } from '../api/types';
import { leftByTier } from '../musical/leftByTier';

/**
 * The hall in units of one seat's pitch. The middle of the first row is near (0, 0), the stage above it, and every row
 * is an arc around one point behind the stage.
 */
export type Hall = {
  /** From the point that all arcs go round to the stage's edge. */
  readonly radius: number;
  readonly rows: readonly HallRow[];
  readonly blocks: readonly Block[];
  readonly names: readonly { readonly sectionId: string; readonly y: number }[];
  readonly stage: Sector;
  readonly bounds: Box;
};

export type HallSeat = {
  readonly seatId: string;
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly isFree: boolean;
};

export type HallRow = {
  readonly label: string;
  /** Price tiers count from 1, the dearest. */
  readonly tier: number;
  readonly radius: number;
  readonly first: number;
  readonly places: number;
  readonly seats: readonly HallSeat[];
};

/** A part of a ring: what has no seats of its own, as the stage or standing places. */
export type Sector = { readonly inner: number; readonly outer: number; readonly half: number };
export type Block = Sector & { readonly sectionId: string; readonly tier: number; readonly left: number };
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

type Section = SeatMap['sections'][number];

/** The side of a seat, so that neighbours never touch however the row bends. */
export const SEAT_SIDE = 0.76;
/** Half the angle of the widest row, in radians: a gentle bend. */
const BEND = 0.4;
const STAGE_DEPTH = 2;
const LEAST_WIDTH = 12;

/** Lays the sections from the stage outwards, in the order of the house. */
export function hallOf({ sections }: Pick<SeatMap, 'sections'>): Hall {
  const rowsOf = new Map(sections.map((section) => [section, rowsIn(section)]));
  const width = Math.max(LEAST_WIDTH, ...[...rowsOf.values()].flat().map(placesIn));
  const radius = width / 2 / BEND;
  const aisle = Math.max(2, 0.4 + width / 20);
  const tiers = leftByTier({ sections }).map(({ tier }) => tier);
  const rows: HallRow[] = [];
  const blocks: Block[] = [];
  const names: { sectionId: string; y: number }[] = [];
  let depth = 0;
  for (const section of sections) {
    const tier = tiers.indexOf(section.tier) + 1;
    if (section.kind === 'standing') {
      depth += 0.5;
      const [inner, outer] = [radius + depth, radius + depth + 1.5 * aisle];
      blocks.push({
        inner,
        outer,
        half: width / 3 / outer,
        sectionId: section.sectionId,
        tier,
        left: freeIn(section.seats),
      });
      depth += 1.5 * aisle;
      continue;
    }
    depth += aisle;
    names.push({ sectionId: section.sectionId, y: depth - aisle / 2 });
    for (const seats of rowsOf.get(section) ?? []) {
      depth += 1;
      rows.push(rowOf(seats, tier, radius, depth - 0.5));
    }
  }
  const stage = { inner: radius - STAGE_DEPTH, outer: radius, half: width / 4 / radius };
  return { radius, rows, blocks, names, stage, bounds: boundsOf(rows, width, depth) };
}

/** The seat, or the block of standing places, at a point of the hall. */
export function placeAt(hall: Hall, x: number, y: number): HallSeat | Block | undefined {
  const distance = Math.hypot(x, y + hall.radius);
  const angle = Math.atan2(x, y + hall.radius);
  const block = hall.blocks.find(
    ({ inner, outer, half }) => distance >= inner && distance <= outer && Math.abs(angle) <= half,
  );
  if (block !== undefined) return block;
  const row = hall.rows.find(({ radius }) => Math.abs(radius - distance) < 0.5);
  if (row === undefined) return undefined;
  const number = row.first + Math.round(angle * row.radius + (row.places - 1) / 2);
  return row.seats.find((seat) => seat.number === number);
}

/** Where a row's arc is, so many pitches to the right of its middle. */
export function onArc(hallRadius: number, rowRadius: number, pitches: number) {
  const angle = pitches / rowRadius;
  return { x: rowRadius * Math.sin(angle), y: rowRadius * Math.cos(angle) - hallRadius };
}

function rowsIn({ kind, seats }: Section): Section['seats'][] {
  if (kind === 'standing') return [];
  const rows = new Map<string | undefined, Section['seats']>();
  for (const seat of seats) {
    const row = rows.get(seat.row);
    if (row === undefined) rows.set(seat.row, [seat]);
    else row.push(seat);
  }
  return [...rows.values()];
}

function placesIn(seats: Section['seats']): number {
  const [first, last] = ends(seats);
  return last - first + 1;
}

function ends(seats: Section['seats']): readonly [first: number, last: number] {
  return seats.reduce(
    ([first, last], { number }) => [Math.min(first, number), Math.max(last, number)] as const,
    [Number.POSITIVE_INFINITY, 0] as readonly [number, number],
  );
}

function rowOf(seats: Section['seats'], tier: number, hallRadius: number, depth: number): HallRow {
  const [first] = ends(seats);
  const places = placesIn(seats);
  const radius = hallRadius + depth;
  return {
    label: seats[0]?.row ?? '',
    tier,
    radius,
    first,
    places,
    seats: seats.map(({ seatId, number, status }) => ({
      seatId,
      number,
      isFree: status === 'available',
      ...onArc(hallRadius, radius, number - first - (places - 1) / 2),
    })),
  };
}

/** Room for a row's label on each side: at least so much, and its share of a wide hall. */
const LABEL = 2.5;
const LABEL_SHARE = 0.06;

function boundsOf(rows: readonly HallRow[], width: number, depth: number): Box {
  const seats = rows.flatMap((row) => row.seats);
  const right =
    seats.reduce((most, { x }) => Math.max(most, Math.abs(x)), width / 3) +
    Math.max(LABEL, LABEL_SHARE * width);
  const top = seats.reduce((least, { y }) => Math.min(least, y - 1), -STAGE_DEPTH);
  return { left: -right, right, top, bottom: depth + 0.5 };
}

const freeIn = (seats: Section['seats']): number =>
  seats.filter(({ status }) => status === 'available').length;
