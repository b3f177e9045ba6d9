import type { Plan } from '../api/types';
import { numbersOf, type PlanRow } from '../parts/planRow';
import { box, type Point, type Shape, sidesOf } from './hallShape';

type Section = Plan['sections'][number];
type Row = Extract<Section, { kind: 'seated' }>['rows'][number];

/** Where everything of a house is that was drawn with positions, by the same rules as the server's. */
export type Drawn = {
  /** For each section and row, where its seats are. */
  readonly rows: readonly (readonly (readonly Point[])[])[];
  /** For each section, where its standing places are. */
  readonly blocks: readonly (Shape | undefined)[];
  readonly stage: Shape;
};

/** Whether somebody has drawn where the sections are. */
export const isDrawn = ({ sections }: Pick<Plan, 'sections'>): boolean =>
  sections.some(({ x, y }) => x !== undefined || y !== undefined);

const STAGE_DEPTH = 2;

export function drawnPlan({ sections, pitch = 1, stage }: Pick<Plan, 'sections' | 'pitch' | 'stage'>): Drawn {
  const rows = sections.map((section) => {
    const place = placing(section, pitch);
    return section.kind === 'standing'
      ? []
      : section.rows.map((row, index) => seatsOfRow(row, index, pitch).map(place));
  });
  const blocks = sections.map((section) =>
    section.kind === 'standing' ? blockOf(section, pitch) : undefined,
  );
  return { rows, blocks, stage: stageOf(rows.flat(2), stage, pitch) };
}

/** About as much room as so many people take. */
export function blockSize(capacity: number) {
  const width = Math.max(8, 2.4 * Math.sqrt(capacity));
  return { width, height: Math.max(2.5, (0.6 * capacity) / width) };
}

function blockOf(section: Extract<Section, { kind: 'standing' }>, pitch: number): Shape {
  const { width, height } = blockSize(section.capacity);
  return box(0, 0, width * pitch, height * pitch).map(placing(section, pitch));
}

function stageOf(seats: readonly Point[], stage: Plan['stage'], pitch: number): Shape {
  if (stage !== undefined) return box(stage.x / pitch, stage.y / pitch, stage.width / pitch, STAGE_DEPTH);
  const { left, right, top } = sidesOf(seats);
  return box((left + right) / 2, top - STAGE_DEPTH - 2, (right - left) / 2, STAGE_DEPTH);
}

/** Side by side around the row's `x`, twice as far across an aisle, with the ends bent to the stage. */
export function seatsOfRow(row: Row, index: number, pitch: number): Point[] {
  const { x = 0, y = index * pitch, curve = 0, positions } = row;
  if (positions !== undefined)
    return positions.map(([dx = 0, dy = 0]) => ({ x: x + dx, y: (row.y ?? 0) + dy }));
  const slots = slotsOf(row);
  const half = (slots.at(-1) ?? 0) / 2;
  return slots.map((slot) => {
    const out = half === 0 ? 0 : (slot - half) / half;
    return { x: x + (slot - half) * pitch, y: y - curve * out * out };
  });
}

/** For each seat of a row how many pitches it is from the first. */
export function slotsOf(row: PlanRow): number[] {
  const gaps = new Set(row.gapsAfter?.map(String));
  let slot = -1;
  let isAcross = false;
  return numbersOf(row).map((number) => {
    slot += isAcross ? 2 : 1;
    isAcross = gaps.has(String(number));
    return slot;
  });
}

/** From where a section's points are in it to where they are in the hall. */
function placing({ x = 0, y = 0, rotation = 0 }: Section, pitch: number): (point: Point) => Point {
  const angle = (rotation * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return (point) => ({
    x: (x + point.x * cos - point.y * sin) / pitch,
    y: (y + point.x * sin + point.y * cos) / pitch,
  });
}
