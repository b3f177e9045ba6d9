import { blocksOf, positionIn, type Row, type Section, seatsIn } from './seatingPlan';

/** Where seats stand. The web has the same rules, for it knows only the HTTP contract. */
export type Point = readonly [x: number, y: number];

/**
 * The seats of a row from the section's own (0, 0). Without positions they stand side by side, `pitch` from one to the next
 * and twice that across an aisle, around the row's `x`. Rows without `y` are a pitch behind each other.
 */
export function seatsOfRow(row: Row, index: number, pitch: number): readonly Point[] {
  const { x = 0, y = index * pitch, curve = 0, positions } = row;
  if (positions !== undefined) return positions.map(([dx = 0, dy = 0]) => [x + dx, (row.y ?? 0) + dy]);
  const slots = slotsOf(row);
  const half = (slots.at(-1) ?? 0) / 2;
  return slots.map((slot) => {
    const out = half === 0 ? 0 : (slot - half) / half;
    return [x + (slot - half) * pitch, y - curve * out * out];
  });
}

/** For each seat how many pitches it is from the first. */
function slotsOf(row: Row): readonly number[] {
  const block = { blockId: '', section: NONE, row, seats: seatsIn(row) };
  const gaps = new Set(row.gapsAfter?.map((number) => positionIn(block, String(number))));
  let slot = -1;
  return Array.from({ length: block.seats }, (_, index) => {
    slot += gaps.has(index - 1) ? 2 : 1;
    return slot;
  });
}
const NONE: Section = { sectionId: '', kind: 'standing', tier: '', capacity: 0 };

/** A point of a section in the house, once it is turned and moved to its place. */
export function placed({ x = 0, y = 0, rotation = 0 }: Section, [dx, dy]: Point): Point {
  const angle = (rotation * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return rotation === 0 ? [x + dx, y + dy] : [x + dx * cos - dy * sin, y + dx * sin + dy * cos];
}

/** How far down a section reaches that has no place of its own, so that the next one begins behind it. */
export const depthOf = (section: Section, pitch: number): number => (blocksOf(section).length + 1) * pitch;
