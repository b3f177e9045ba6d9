import { defined, type House, pitchOf, type Row, type Section, withRows, withSection } from './house';
import { rowNames } from './numbering';
import { keptInPlace } from './paint';
import { inLine, mirrored, renumbered, type Seat, seatsOf, tidy, withSeats } from './row';
import type { RowSeats } from './rowText';

/** A member that is undefined goes. */
type Change<T> = { readonly [K in keyof T]?: T[K] | undefined };

export type SectionFields = Pick<
  Section,
  'sectionId' | 'name' | 'floor' | 'x' | 'y' | 'rotation' | 'tier'
> & {
  readonly capacity: number;
};
export type RowFields = Pick<Row, 'row' | 'label' | 'x' | 'y' | 'curve'>;
export type HouseFields = Pick<House, 'name' | 'timeZone' | 'stage'>;

export const changeHouse = (house: House, fields: Change<HouseFields>): House =>
  defined({ ...house, ...fields }) as House;

export const addSection = (house: House, section: Section): House => ({
  ...house,
  sections: [...house.sections, section],
});

export const removeSection = (house: House, index: number): House => ({
  ...house,
  sections: house.sections.filter((_, at) => at !== index),
});

/** Changes what the section says of itself. Another tier is that of all its seats that have none of their own. */
export function changeSection(house: House, index: number, fields: Change<SectionFields>): House {
  const changed = withSection(house, index, (section) => defined({ ...section, ...fields }) as Section);
  return 'tier' in fields ? withTierOfSection(house, changed, index, fields.tier) : changed;
}

function withTierOfSection(before: House, house: House, index: number, tier: string | undefined): House {
  const was = before.sections[index]?.tier;
  return withRows(house, index, (rows) =>
    rows.map((row) => {
      if (row.tiers === undefined) return row;
      const seats = seatsOf(row).map((seat): Seat => {
        const isOfSection = seat.tier === '' || seat.tier === was;
        return isOfSection ? { ...seat, tier } : seat;
      });
      return withSeats(row, seats, tier);
    }),
  );
}

/** The same rows under the next free name, a little below or, as in a mirror, on the other side of the middle. */
export function copySection(house: House, index: number, isMirrored: boolean): House {
  const section = house.sections[index];
  if (section === undefined) return house;
  const named = { ...section, sectionId: freeName(house, section.sectionId), name: undefined };
  const { x = 0, y = 0, rotation } = section;
  const at = isMirrored
    ? { x: 0 - x, y, rotation: rotation === undefined ? undefined : 0 - rotation }
    : { x: x + pitchOf(house), y: y + pitchOf(house) };
  return addSection(house, defined({ ...named, ...at, ...rowsOfCopy(section, isMirrored) }) as Section);
}

const rowsOfCopy = (section: Section, isMirrored: boolean) =>
  section.kind === 'standing'
    ? {}
    : {
        rows: section.rows.map((row) =>
          isMirrored ? mirrored(row, section.tier) : defined({ ...row, guids: undefined }),
        ),
      };

/** The name itself when no section has it, else the next after it. */
export function freeName({ sections }: House, name: string): string {
  const taken = new Set(sections.map(({ sectionId }) => sectionId));
  return rowNames(name, sections.length + 1).find((one) => !taken.has(one)) ?? name;
}

/** The section a step up or down in the order of lists, which is the order that the best seats are looked for in. */
export const moveSection = (house: House, index: number, by: -1 | 1): House => ({
  ...house,
  sections: swapped(house.sections, index, index + by),
});

function swapped<T>(items: readonly T[], a: number, b: number): readonly T[] {
  const [one, other] = [items[a], items[b]];
  if (one === undefined || other === undefined) return items;
  return items.map((item, at) => (at === a ? other : at === b ? one : item));
}

export const shiftSection = (
  house: House,
  index: number,
  by: { readonly x: number; readonly y: number },
): House =>
  withSection(house, index, (section) => ({
    ...section,
    x: tidy((section.x ?? 0) + by.x),
    y: tidy((section.y ?? 0) + by.y),
  }));

const withRow = (house: House, section: number, row: number, change: (row: Row) => Row): House =>
  withRows(house, section, (rows) => rows.map((each, at) => (at === row ? change(each) : each)));

export const changeRow = (house: House, section: number, row: number, fields: Change<RowFields>): House =>
  withRow(house, section, row, (each) => defined({ ...each, ...fields }) as Row);

export const renumberRow = (house: House, section: number, row: number, seats: RowSeats): House =>
  withRow(house, section, row, (each) => renumbered(each, seats, house.sections[section]?.tier));

/** Its seats stand side by side again, however they were placed. */
export const straightenRow = (house: House, section: number, row: number): House =>
  withRow(house, section, row, inLine);

export const removeRow = (house: House, section: number, row: number): House =>
  withRows(house, section, (rows) =>
    keptInPlace(
      rows,
      rows.filter((_, at) => at !== row),
      pitchOf(house),
    ),
  );

/** Floors by their names, in the order of lists. A section of a floor that is renamed goes with it. */
export function changeFloors(
  house: House,
  floors: readonly string[],
  renamed?: readonly [string, string],
): House {
  const nameOf = (floor: string | undefined) => (floor === renamed?.[0] ? renamed?.[1] : floor);
  const isKnown = (floor: string | undefined) => floor !== undefined && floors.includes(floor);
  const sections = house.sections.map((section) => {
    const floor = nameOf(section.floor);
    return floor === section.floor && (floor === undefined || isKnown(floor))
      ? section
      : (defined({ ...section, floor: isKnown(floor) ? floor : undefined }) as Section);
  });
  return defined({ ...house, floors: floors.length > 0 ? floors : undefined, sections }) as House;
}
