import type { Performance, SeatMap } from '../api/types';
import { rowLabel } from '../parts/planRow';

/** A section with what its seating plan says beside the seats: its floor, and which seats have an aisle after them. */
export type Section = SeatMap['sections'][number] & {
  readonly floor?: string | undefined;
  readonly rowLabels?: ReadonlyMap<string, string> | undefined;
  readonly aislesAfter?: ReadonlySet<string> | undefined;
};
export type Seat = Section['seats'][number];

/** The seat map with floors, row labels and aisles, which divide those who sit side by side. */
export function inHouse<T extends Pick<SeatMap, 'sections'>>(
  map: T,
  house: Pick<Performance, 'sections'>,
): Omit<T, 'sections'> & { readonly sections: Section[] } {
  const drawn = new Map(house.sections.map((section) => [section.sectionId, drawnOf(section)]));
  return {
    ...map,
    sections: map.sections.map((section) => ({ ...section, ...drawn.get(section.sectionId) })),
  };
}

function drawnOf(section: Performance['sections'][number]) {
  const { sectionId, floor } = section;
  const rows = section.kind === 'seated' ? section.rows : [];
  const aislesAfter = rows.flatMap(({ row, gapsAfter = [] }) =>
    gapsAfter.map((number) => `${sectionId}-${row}-${number}`),
  );
  const rowLabels = new Map(rows.map((row) => [row.row, rowLabel(row)]));
  return { floor, rowLabels, aislesAfter: new Set(aislesAfter) };
}

/** Free seats side by side in one row, from one end or aisle to the other. */
export type Run = {
  readonly section: Section;
  readonly row: readonly Seat[];
  readonly rowIndex: number;
  readonly seats: readonly Seat[];
};

/** Free, and not kept for wheelchairs and companions. Who wants such a place chooses it by name. */
export const isFree = ({ status, kinds }: Seat): boolean =>
  status === 'available' && !kinds?.some((kind) => kind === 'wheelchair' || kind === 'companion');

/** Every run of a seated section, row by row from the stage. Standing places have none. */
export function runsOf(section: Section): Run[] {
  if (section.kind === 'standing') return [];
  const rows = new Map<string | undefined, Seat[]>();
  for (const seat of section.seats) {
    const row = rows.get(seat.row);
    if (row === undefined) rows.set(seat.row, [seat]);
    else row.push(seat);
  }
  return [...rows.values()].flatMap((row, rowIndex) =>
    runsIn(row, section.aislesAfter).map((seats) => ({ section, row, rowIndex, seats })),
  );
}

/** Seats are listed as they stand, whatever their numbers say. */
function runsIn(row: readonly Seat[], aislesAfter: Section['aislesAfter']): Seat[][] {
  const runs: Seat[][] = [[]];
  for (const seat of row) {
    const isOpen = isFree(seat);
    if (isOpen) runs.at(-1)?.push(seat);
    if (!isOpen || aislesAfter?.has(seat.seatId)) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** The seats where so many cannot sit side by side. */
export const tooNarrow = (sections: readonly Section[], quantity: number): Set<string> =>
  new Set(
    sections
      .flatMap(runsOf)
      .filter(({ seats }) => seats.length < quantity)
      .flatMap(({ seats }) => seats.map(({ seatId }) => seatId)),
  );

/** A seat that the chosen ones leave alone between others, though the same number fits in their row without that. */
export function seatLeftAlone(sections: readonly Section[], chosen: readonly string[]): Seat | undefined {
  const ours = new Set(chosen);
  for (const { seats } of sections.flatMap(runsOf)) {
    const taken = seats.filter(({ seatId }) => ours.has(seatId)).length;
    if (taken === 0 || !canLeaveNone(seats.length, taken)) continue;
    const isOpen = (index: number) => seats[index] !== undefined && !ours.has(seats[index].seatId);
    const alone = seats.find((_, index) => isOpen(index) && !isOpen(index - 1) && !isOpen(index + 1));
    if (alone !== undefined) return alone;
  }
  return undefined;
}

/** At an end of the run they leave the rest together; a rest of one is alone wherever they sit. */
const canLeaveNone = (length: number, taken: number): boolean => length - taken !== 1;
