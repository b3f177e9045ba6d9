import { colourOf } from '../api/prices';
import type { Plan, SeatMap } from '../api/types';
import { leftByTier } from '../musical/leftByTier';
import { type PlanRow, rowLabel, tierAt } from '../parts/planRow';
import { blockSize, drawnPlan, isDrawn, slotsOf } from './drawnPlan';
import {
  around,
  type Grid,
  gridOf,
  groupBy,
  isIn,
  type Point,
  pointsIn,
  type Shape,
  type Sides,
  sidesOf,
} from './hallShape';

/** The hall as it is drawn on the screen, in units of one seat's pitch. */
export type Hall = {
  readonly rows: readonly HallRow[];
  readonly blocks: readonly Block[];
  readonly names: readonly SectionName[];
  readonly stage: Shape;
  readonly bounds: Sides;
  /** The theatre's own colours of the tiers, the dearest first. */
  readonly tierColours: readonly (string | undefined)[];
  readonly seats: Grid<HallSeat>;
};

export type HallSeat = Point & {
  readonly seatId: string;
  readonly number: number | string;
  /** Price tiers count from 1, the dearest. */
  readonly tier: number;
  readonly isFree: boolean;
  readonly kinds: readonly Kind[];
};

/** What a buyer should know of a seat. */
export type Kind = NonNullable<Section['seats'][number]['kinds']>[number];

/** `ends` are where its label stands, beside its first and its last seat. */
export type HallRow = {
  readonly label: string;
  readonly seats: readonly HallSeat[];
  readonly ends: readonly [Point, Point];
};

/** A seated section's name and the rows that it may be written above or below. */
export type SectionName = {
  readonly text: string;
  readonly first: readonly Point[];
  readonly last: readonly Point[];
};

/** Standing places, which have no seats of their own. */
export type Block = {
  readonly sectionId: string;
  readonly name: string;
  readonly shape: Shape;
  readonly tier: number;
  readonly left: number;
};

type PlanSection = Plan['sections'][number];
type Section = SeatMap['sections'][number];
type Parts = Pick<Plan, 'sections' | 'stage' | 'pitch'> & Partial<Pick<Plan, 'priceTiers'>>;

/** The side of a seat, so that neighbours never touch however the row bends. */
export const SEAT_SIDE = 0.76;

/** The house of the plan with what is free of it: as it was drawn, or else from the stage outwards. */
export function hallOf(
  { sections }: Pick<SeatMap, 'sections'>,
  plan: Parts,
  nameOf: (section: PlanSection) => string = ({ sectionId }) => sectionId,
): Hall {
  const laid = drawnPlan(isDrawn(plan) ? plan : laidOut(plan));
  const tiers = leftByTier({ sections }).map(({ tier }) => tier);
  const tierOf = (tier: string) => tiers.indexOf(tier) + 1;
  const shown = new Map(sections.map((section) => [section.sectionId, section]));
  const rows = plan.sections.flatMap((section, index) =>
    rowsOf(section, shown.get(section.sectionId)?.seats ?? [], laid.rows[index] ?? [], tierOf),
  );
  const blocks = plan.sections.flatMap((section, index): Block[] => {
    const shape = laid.blocks[index];
    if (shape === undefined) return [];
    const { sectionId, tier } = section;
    const left = freeIn(shown.get(sectionId)?.seats ?? []);
    return [{ sectionId, name: nameOf(section), shape, tier: tierOf(tier), left }];
  });
  const names = plan.sections.flatMap((section, index): SectionName[] => {
    const [first, last] = [laid.rows[index]?.[0], laid.rows[index]?.at(-1)];
    return first === undefined || last === undefined ? [] : [{ text: nameOf(section), first, last }];
  });
  const besideRows = names.flatMap(({ first, last }) => [
    ...first.map(({ x, y }) => ({ x, y: y - NAME_DEPTH })),
    ...last.map(({ x, y }) => ({ x, y: y + NAME_DEPTH })),
  ]);
  const seats = rows.flatMap((row) => row.seats);
  return {
    rows,
    blocks,
    names,
    stage: laid.stage,
    tierColours: tiers.map((tier) => colourOf(plan.priceTiers ?? {}, tier)),
    bounds: boundsOf([...seats, ...laid.stage, ...blocks.flatMap(({ shape }) => shape), ...besideRows]),
    seats: gridOf(seats),
  };
}

/** The seat, or the block of standing places, at a point of the hall. */
export function placeAt(hall: Hall, x: number, y: number): HallSeat | Block | undefined {
  const block = hall.blocks.find(({ shape }) => isIn(shape, { x, y }));
  if (block !== undefined) return block;
  let nearest: HallSeat | undefined;
  let least = REACH;
  for (const seat of pointsIn(hall.seats, around({ x, y }, 2 * REACH, 2 * REACH))) {
    const distance = Math.hypot(seat.x - x, seat.y - y);
    if (distance < least) [nearest, least] = [seat, distance];
  }
  return nearest;
}

/** A finger hits a seat as far as its corners. */
const REACH = 0.55;

/** How far beside its last seat a row's label stands. */
const BESIDE = 0.95;

function rowsOf(
  section: PlanSection,
  shown: Section['seats'],
  places: readonly (readonly Point[])[],
  tierOf: (tier: string) => number,
): HallRow[] {
  if (section.kind === 'standing') return [];
  const byRow = groupBy(shown, ({ row }) => row ?? '');
  return section.rows.map((row, index) => {
    const at = places[index] ?? [];
    const seats = (byRow.get(row.row) ?? []).slice(0, at.length).map((seat, i): HallSeat => {
      const { seatId, number, label = '', status, kinds = NO_KINDS } = seat;
      const { x, y } = at[i] as Point;
      const tier = tierOf(tierAt(row, i, section.tier));
      return { seatId, number: label || number, tier, kinds, isFree: status === 'available', x, y };
    });
    return { label: rowLabel(row), seats, ends: endsOf(at) };
  });
}

const NO_KINDS: HallSeat['kinds'] = [];

/** Beside the first and the last seat, in the direction of the row. */
function endsOf(seats: readonly Point[]): readonly [Point, Point] {
  const [first = { x: 0, y: 0 }, second = { x: first.x + 1, y: first.y }] = seats;
  const [last = first, before = { x: last.x - 1, y: last.y }] = seats.toReversed();
  return [beyond(first, second), beyond(last, before)];
}

function beyond(end: Point, inner: Point): Point {
  const by = BESIDE / (Math.hypot(end.x - inner.x, end.y - inner.y) || 1);
  return { x: end.x + (end.x - inner.x) * by, y: end.y + (end.y - inner.y) * by };
}

/** Room for a name above the first row and below the last. */
const NAME_DEPTH = 1.4;

/** How much the widest row is bent: its ends are nearer to the stage by so much of its width. */
const BEND = 0.1;
const LEAST_WIDTH = 12;

/** A house of which nobody has drawn where its sections are lies from the stage outwards, in their order. */
export function laidOut({ sections }: Parts): Parts {
  const halfOf = (row: PlanRow) => (slotsOf(row).at(-1) ?? 0) / 2;
  const halves = sections.flatMap((section) => (section.kind === 'seated' ? section.rows.map(halfOf) : []));
  const width = 2 * Math.max(LEAST_WIDTH / 2, ...halves);
  const aisle = Math.max(2, 0.4 + width / 20);
  let depth = 0;
  const placed = sections.map((section) => {
    const y = depth + aisle;
    depth =
      y + (section.kind === 'seated' ? section.rows.length : blockSize(section.capacity).height + aisle);
    if (section.kind === 'standing') return { ...section, y };
    const rows = section.rows.map((row, index) => ({
      ...row,
      y: index,
      curve: (halfOf(row) ** 2 * 4 * BEND) / width,
    }));
    return { ...section, y, rows };
  });
  return { sections: placed };
}

/** Room for a row's label on each side: at least so much, and its share of a wide hall. */
const LABEL = 2.5;
const LABEL_SHARE = 0.06;
const ABOVE = 0.5;

function boundsOf(points: Iterable<Point>): Sides {
  const { left, right, top, bottom } = sidesOf(points);
  const label = Math.max(LABEL, LABEL_SHARE * (right - left));
  return { left: left - label, right: right + label, top: top - ABOVE, bottom: bottom + 1 };
}

const freeIn = (seats: Section['seats']): number =>
  seats.filter(({ status }) => status === 'available').length;
