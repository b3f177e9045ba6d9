import type { Plan } from '../api/types';
import { numbersOf, type PlanRow } from '../parts/planRow';
import { box, type Point, type Shape } from './hallShape';

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
  const inPitches = ({ x, y }: Point): Point => ({ x: x / pitch, y: y / pitch });
  const rows = sections.map((section) =>
    section.kind === 'standing'
      ? []
      : section.rows.map((row, index) =>
          seatsOfRow(row, index, pitch).map((point) => inPitches(placed(section, point))),
        ),
  );
  const blocks = sections.map((section) =>
    section.kind === 'standing' ? blockOf(section, inPitches) : undefined,
  );
  return { rows, blocks, stage: stageOf(rows.flat(2), stage, inPitches) };
}

/** About as much room as so many people take. */
export function blockSize(capacity: number) {
  const width = Math.max(8, 2.4 * Math.sqrt(capacity));
  return { width, height: Math.max(2.5, (0.6 * capacity) / width) };
}

function blockOf(section: Extract<Section, { kind: 'standing' }>, inPitches: (point: Point) => Point): Shape {
  const { width, height } = blockSize(section.capacity);
  const { x, y } = inPitches({ x: section.x ?? 0, y: section.y ?? 0 });
  const turned = { ...section, x, y };
  return box(0, 0, width, height).map((point) => placed(turned, point));
}

function stageOf(seats: readonly Point[], stage: Plan['stage'], inPitches: (point: Point) => Point): Shape {
  if (stage !== undefined) {
    const { x, y } = inPitches(stage);
    return box(x, y, inPitches({ x: stage.width, y: 0 }).x, STAGE_DEPTH);
  }
  const [left, right] = [Math.min(...seats.map(({ x }) => x)), Math.max(...seats.map(({ x }) => x))];
  const top = Math.min(...seats.map(({ y }) => y));
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

function placed({ x = 0, y = 0, rotation = 0 }: Section, point: Point): Point {
  const angle = (rotation * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return { x: x + point.x * cos - point.y * sin, y: y + point.x * sin + point.y * cos };
}
