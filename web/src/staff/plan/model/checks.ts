import {
  type FAULTS,
  type FaultKind,
  faultsInRow,
  type HintKind,
  isHouseName,
  isLabel,
  isNear,
  isTimeZone,
  isWords,
  repeated,
  rowsTwice,
} from './faults';
import { capacityOf, type House, MOST, type Section, seatsIn } from './house';
import { overlaps, seatsAmongStanding } from './overlaps';
import { isPlaced } from './place';
import { refOf } from './selection';
import { tiersOf } from './tiers';

/** A part of the house, as narrow as can be said. */
export type Place = {
  readonly section?: number;
  readonly row?: number;
  /** By their positions in the row. */
  readonly seats?: readonly number[];
};

/** Something to look at, and where. Only a fault stands against saving. */
export type Finding = {
  readonly kind: FaultKind | HintKind;
  readonly isFault: boolean;
  readonly at: Place;
};

/** Enough to see what is wrong; a house that is wrong everywhere is wrong for one reason. */
const MOST_FINDINGS = 200;

/** All that is wrong with a house or looks so, the faults first. */
export function findingsIn(house: House): Finding[] {
  const faults = faultsIn(house).map((fault) => ({ ...fault, isFault: true }));
  return [...faults, ...hintsIn(house)].slice(0, MOST_FINDINGS);
}

/** What the API would refuse. */
export const faultsIn = (house: House): Fault[] => [
  ...inHouse(house),
  ...house.sections.flatMap(inSection(house)),
  ...idsTwice(house),
];

export const mayBeSaved = (findings: readonly Finding[]): boolean =>
  findings.every(({ isFault }) => !isFault);

/** The seats that a finding is about, to be marked in the map. */
export function refsOf({ sections }: House, { at: { section, row, seats } }: Finding): string[] {
  const found = section === undefined ? undefined : sections[section];
  if (section === undefined || found?.kind !== 'seated') return [];
  const rows = row === undefined ? found.rows.map((_, index) => index) : [row];
  return rows.flatMap((index) =>
    (seats ?? Array.from({ length: seatsIn(found.rows[index] ?? {}) }, (_, at) => at)).map((seat) =>
      refOf({ section, row: index, seat }),
    ),
  );
}

type Fault = { readonly kind: (typeof FAULTS)[number]; readonly at: Place };

function inHouse(house: House): Fault[] {
  const { name, timeZone, floors = [], sections, stage } = house;
  const capacity = capacityOf(house);
  const wrong: [boolean, FaultKind][] = [
    [!isHouseName(name), 'house-name'],
    [!isTimeZone(timeZone), 'time-zone'],
    [capacity < 1, 'no-seats'],
    [capacity > MOST.capacity, 'too-many-seats'],
    [sections.length > MOST.sections, 'too-many-sections'],
    [!floors.every(isWords) || floors.length > MOST.floors, 'floor-name'],
    [repeated(floors).length > 0, 'floor-twice'],
    [!tiersOf(house).every(({ tier }) => isLabel(tier)), 'tier-name'],
    [!isNear(stage?.x, stage?.y, stage?.width), 'too-far'],
  ];
  return wrong.flatMap(([is, kind]) => (is ? [{ kind, at: {} }] : []));
}

const inSection =
  ({ sections, floors }: House) =>
  (section: Section, index: number): Fault[] => {
    const { sectionId, name, floor, x, y, rotation = 0 } = section;
    const at = { section: index };
    const wrong: [boolean, FaultKind][] = [
      [!isLabel(sectionId), 'section-name'],
      [sections.findIndex((other) => isSame(other.sectionId, sectionId)) < index, 'section-twice'],
      [name !== undefined && !isWords(name), 'section-title'],
      [isUnknown(floor, floors), 'no-such-floor'],
      [Math.abs(rotation) > 360, 'rotation'],
      [!isNear(x, y), 'too-far'],
    ];
    return [...wrong.flatMap(([is, kind]) => (is ? [{ kind, at }] : [])), ...inPlaces(section, index)];
  };

const isSame = (a: string, b: string): boolean => a.normalize('NFC') === b.normalize('NFC');

/** A house that names no floors takes any. */
const isUnknown = (floor: string | undefined, floors: readonly string[] | undefined): boolean =>
  floor !== undefined && (!isWords(floor) || (floors !== undefined && !floors.includes(floor)));

function inPlaces(section: Section, index: number): Fault[] {
  const at = { section: index };
  if (section.kind === 'standing') {
    const { capacity } = section;
    const isGood = Number.isInteger(capacity) && capacity >= 1 && capacity <= MOST.capacity;
    return isGood ? [] : [{ kind: 'standing-places', at }];
  }
  const { rows } = section;
  return [
    ...(rows.length === 0 ? [{ kind: 'no-rows' as const, at }] : []),
    ...(rows.length > MOST.rows ? [{ kind: 'too-many-rows' as const, at }] : []),
    ...rowsTwice(section).map((row) => ({ kind: 'row-twice' as const, at: { section: index, row } })),
    ...rows.flatMap((row, rowIndex) => faultsInRow(index, rowIndex, row)),
  ];
}

/**
 * Seats of different rows that get one id, as 12 of row `1-1` and of row `1` in a section `A-1` do. One row's own are told
 * by their numbers.
 */
function idsTwice({ sections }: House): Fault[] {
  const blocks = new Map<string, Place>();
  const taken = (blockId: string, at: Place): Fault[] => {
    const other = blocks.get(blockId);
    if (other === undefined) blocks.set(blockId, at);
    return other === undefined || other.section === at.section ? [] : [{ kind: 'id-twice', at }];
  };
  return sections.flatMap(({ sectionId, ...section }, index) =>
    section.kind === 'standing'
      ? taken(sectionId, { section: index })
      : section.rows.flatMap(({ row }, rowIndex) =>
          taken(`${sectionId}-${row}`, { section: index, row: rowIndex }),
        ),
  );
}

function hintsIn(house: House): Finding[] {
  const hint = (kind: HintKind) => (at: Place) => ({ kind, isFault: false, at });
  return [
    ...overlaps(house).map(hint('on-top')),
    ...seatsAmongStanding(house).map(hint('in-standing')),
    ...house.sections.flatMap(withoutTier).map(hint('no-tier')),
    ...(isPlaced(house) ? [] : [{ kind: 'not-placed' as const, isFault: false, at: {} }]),
  ];
}

/** A performance may still paint them; until then they have no price. */
function withoutTier(section: Section, index: number): Place[] {
  if (section.tier !== undefined) return [];
  if (section.kind === 'standing') return [{ section: index }];
  const bare = section.rows.flatMap((row, at) => (row.tiers === undefined ? [at] : []));
  const isAll = bare.length === section.rows.length;
  return isAll && bare.length > 0 ? [{ section: index }] : bare.map((row) => ({ section: index, row }));
}
