import { type House, seatsIn } from './house';

/** Seats by where they stand, `section/row/seat`, each counted from 0. Names may change under it, or not be there yet. */
export type Selection = ReadonlySet<string>;
export type SeatRef = { readonly section: number; readonly row: number; readonly seat: number };

export const NOTHING: Selection = new Set();

export const refOf = ({ section, row, seat }: SeatRef): string => `${section}/${row}/${seat}`;

export function refFrom(text: string): SeatRef {
  const [section = -1, row = -1, seat = -1] = text.split('/').map(Number);
  return { section, row, seat };
}

export function refsOfRow({ sections }: House, section: number, row: number): string[] {
  const found = sections[section];
  const seats = found?.kind === 'seated' ? seatsIn(found.rows[row] ?? {}) : 0;
  return Array.from({ length: seats }, (_, seat) => refOf({ section, row, seat }));
}

export function refsOfSection(house: House, section: number): string[] {
  const found = house.sections[section];
  return found?.kind === 'seated' ? found.rows.flatMap((_, row) => refsOfRow(house, section, row)) : [];
}

/** With these, or without them when all of them are selected already. */
export function toggled(selection: Selection, refs: readonly string[]): Selection {
  const isAll = refs.every((ref) => selection.has(ref));
  return isAll
    ? new Set([...selection].filter((ref) => !refs.includes(ref)))
    : new Set([...selection, ...refs]);
}

/** What is selected, by section and row. */
export function byRow(selection: Selection): Map<number, Map<number, Set<number>>> {
  const sections = new Map<number, Map<number, Set<number>>>();
  for (const text of selection) {
    const { section, row, seat } = refFrom(text);
    const rows = sections.get(section) ?? new Map<number, Set<number>>();
    sections.set(section, rows.set(row, (rows.get(row) ?? new Set<number>()).add(seat)));
  }
  return sections;
}
