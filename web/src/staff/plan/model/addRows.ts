import { slotsOf } from '../../../seats/drawnPlan';
import { defined, type House, pitchOf, type Row, type SeatedSection, withRows } from './house';
import { type Numbered, numbersFor, rowNames } from './numbering';
import { plainSeats, tidy, withSeats } from './row';
import type { RowSeats } from './rowText';

export type NewRows = {
  readonly first: string;
  readonly rows: number;
  readonly isWithoutIO: boolean;
  /** So many seats between the aisles, or the seats of each row one by one. */
  readonly seats: ({ readonly blocks: readonly number[]; readonly growBy: number } & Numbered) | RowSeats;
  /** How many seats the ends of the widest row are nearer to the stage than its middle. */
  readonly curve: number;
  /** From row to row, in seats. */
  readonly spacing: number;
  readonly align: 'centre' | 'left' | 'right';
};

/** Adds rows behind those that the section has. */
export const addRows = (house: House, section: number, spec: NewRows): House =>
  withRows(house, section, (rows, of) => [...rows, ...rowsOf(rows, of, spec, pitchOf(house))]);

function rowsOf(
  before: readonly Row[],
  { tier }: SeatedSection,
  spec: NewRows,
  pitch: number,
): readonly Row[] {
  const names = rowNames(spec.first, spec.rows, spec.isWithoutIO);
  const bare = names.map((row, index) => withSeats({ row }, plainSeats(seatsAt(spec, index)), tier));
  const halves = bare.map((row) => (slotsOf(row).at(-1) ?? 0) / 2);
  const widest = Math.max(0.5, ...halves);
  const begin = nextY(before, pitch, spec.spacing);
  return bare.map((row, index) => {
    const half = halves[index] ?? 0;
    const y = tidy(begin + index * spec.spacing * pitch);
    const isUsual = y === (before.length + index) * pitch;
    const x = tidy(aside[spec.align] * (half - widest) * pitch);
    const curve = tidy(spec.curve * pitch * (half / widest) ** 2);
    return defined({ ...row, x: x || undefined, y: isUsual ? undefined : y, curve: curve || undefined });
  });
}

/** Where the middle of a narrower row is, so that the rows are flush at one side. */
const aside = { centre: 0, left: 1, right: -1 } as const;

function nextY(rows: readonly Row[], pitch: number, spacing: number): number {
  const last = rows.at(-1);
  if (last === undefined) return 0;
  const within = last.positions?.map(([, y = 0]) => y) ?? [0];
  const y = last.y ?? (last.positions === undefined ? (rows.length - 1) * pitch : 0);
  return y + within.reduce((most, one) => Math.max(most, one), within[0] ?? 0) + spacing * pitch;
}

function seatsAt({ seats }: NewRows, index: number): RowSeats {
  if ('numbers' in seats) return seats;
  const middle = Math.floor(seats.blocks.length / 2);
  const blocks = seats.blocks.map((block, at) =>
    Math.max(0, at === middle ? block + index * seats.growBy : block),
  );
  const ends = blocks.map((_, at) => blocks.slice(0, at + 1).reduce((sum, block) => sum + block, 0));
  const numbers = numbersFor(ends.at(-1) ?? 0, seats);
  return { numbers, gapsAfter: ends.slice(0, -1).flatMap((end) => numbers[end - 1] ?? []) };
}
