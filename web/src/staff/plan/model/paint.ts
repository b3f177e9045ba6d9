import {
  type House,
  NO_TIER,
  pitchOf,
  type Row,
  type SeatKind,
  type Section,
  seatsIn,
  withSection,
} from './house';
import { type Seat, seatsOf, withoutSeats, withSeats } from './row';
import { byRow, type Selection } from './selection';

type Chosen = ReadonlyMap<number, ReadonlySet<number>>;

/** Changes the selected seats, each row once. */
function eachSection(
  house: House,
  selection: Selection,
  change: (section: Section, chosen: Chosen) => Section,
): House {
  const chosen = byRow(selection);
  return [...chosen].reduce(
    (changed, [index, rows]) => withSection(changed, index, (section) => change(section, rows)),
    house,
  );
}

/** Paints a tier over the selected seats. A section that has no other tier any more says it once. */
export const paintTier = (house: House, selection: Selection, tier: string): House =>
  eachSection(house, selection, (section, chosen) => {
    if (section.kind === 'standing') return section;
    const isAll = section.rows.every((row, index) => chosen.get(index)?.size === seatsIn(row));
    const ofSection = isAll ? tier : section.tier;
    const rows = section.rows.map((row, index) => {
      const paint = (seat: Seat, at: number): Seat => ({
        ...seat,
        tier: chosen.get(index)?.has(at) ? tier : (seat.tier ?? section.tier ?? NO_TIER),
      });
      return chosen.has(index) || isAll ? withSeats(row, seatsOf(row).map(paint), ofSection) : row;
    });
    return ofSection === undefined ? { ...section, rows } : { ...section, tier: ofSection, rows };
  });

/** Says of the selected seats that they are of a kind, or no longer. */
export const setKind = (house: House, selection: Selection, kind: SeatKind, isOn: boolean): House =>
  eachSection(house, selection, (section, chosen) =>
    section.kind === 'standing'
      ? section
      : {
          ...section,
          rows: section.rows.map((row, index) => {
            const seats = chosen.get(index);
            return seats === undefined ? row : withKind(row, seats, kind, isOn, section.tier);
          }),
        },
  );

function withKind(
  row: Row,
  chosen: ReadonlySet<number>,
  kind: SeatKind,
  isOn: boolean,
  ofSection: string | undefined,
) {
  const seats = seatsOf(row).map((seat, at): Seat => {
    if (!chosen.has(at)) return seat;
    const others = seat.kinds.filter((other) => other !== kind);
    return { ...seat, kinds: isOn ? [...others, kind] : others };
  });
  return withSeats(row, seats, ofSection);
}

/** Takes the selected seats out. The others stay where they stand; a row without seats goes with its last one. */
export const removeSeats = (house: House, selection: Selection): House =>
  eachSection(house, selection, (section, chosen) => {
    if (section.kind === 'standing') return section;
    const rows = section.rows.flatMap((row, index) => {
      const gone = chosen.get(index);
      if (gone === undefined) return [row];
      if (gone.size >= seatsIn(row)) return [];
      return [withoutSeats(row, index, pitchOf(house), gone, section.tier)];
    });
    return { ...section, rows: keptInPlace(section.rows, rows, pitchOf(house)) };
  });

/** A row without a `y` of its own stands by how many are before it, which must not change when one of them goes. */
export function keptInPlace(before: readonly Row[], rows: readonly Row[], pitch: number): readonly Row[] {
  return rows.map((row, index) => {
    if (row.y !== undefined || row.positions !== undefined) return row;
    const was = before.indexOf(row);
    return was < 0 || was === index ? row : { ...row, y: was * pitch };
  });
}

/** How many of the selected seats are of each kind. */
export function kindsIn(house: House, selection: Selection): ReadonlyMap<SeatKind, number> {
  const kinds = new Map<SeatKind, number>();
  for (const kind of selectedIn(house, selection).flatMap((seat) => seat.kinds))
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return kinds;
}

const selectedIn = ({ sections }: House, selection: Selection): Seat[] =>
  [...byRow(selection)].flatMap(([index, chosen]) => {
    const section = sections[index];
    const rows = section?.kind === 'seated' ? section.rows : [];
    return [...chosen].flatMap(([at, seats]) => {
      const row = rows[at];
      return row === undefined ? [] : seatsOf(row).filter((_, seat) => seats.has(seat));
    });
  });
