import { defined, type House, type Row, SEAT_KINDS, type SeatKind, type Section } from './house';
import { seatsOf, withSeats } from './row';

/** A file that is not what it should be, and where in it. */
export type NotRead = { readonly pointer: string };

/** The house as a file to keep or to send on. */
export const written = (house: House): string => `${JSON.stringify(house, null, 1)}\n`;

/** What else answers of the API say of a house. */
const NOT_OURS = ['venueId', 'capacity', 'notKept'];

/**
 * Reads a house as `written` here or as the API answers it. What a member is called and of which type it is must be right;
 * whether the house makes sense is said by its findings.
 */
export function readHouse(text: string): House | NotRead {
  const json = parsed(text);
  const wrong = HOUSE(json, '');
  if (wrong !== undefined) return { pointer: wrong };
  const members = Object.entries(json as object).filter(([name]) => !NOT_OURS.includes(name));
  return inRows(Object.fromEntries(members) as House);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether it looks like a plan of pretix, which the API reads. */
export const isPretix = (text: string): boolean => {
  const json = parsed(text);
  return typeof json === 'object' && json !== null && 'zones' in json;
};

/** Kinds lie in their rows from now on, so that a section or a row may be called otherwise. */
export const inRows = (house: House): House => ({
  ...house,
  sections: house.sections.map((section) => kindsInRows(section)),
});

function kindsInRows(section: Section): Section {
  if (section.kind === 'standing' || section.kinds === undefined) return section;
  const { kinds: bySeat, ...rest } = section;
  const kindsOf = (row: Row, number: string | number): readonly SeatKind[] | undefined => {
    const kinds = bySeat[`${section.sectionId}-${row.row}-${number}`];
    return typeof kinds === 'string' ? [kinds] : kinds;
  };
  const rows = section.rows.map((row) => {
    const seats = seatsOf(row).map((seat) => ({ ...seat, kinds: kindsOf(row, seat.number) ?? seat.kinds }));
    return withSeats(row, seats, section.tier);
  });
  return defined({ ...rest, rows }) as Section;
}

/** The pointer of what is wrong, undefined when all is right. */
type Check = (value: unknown, at: string) => string | undefined;

const is =
  (test: (value: unknown) => boolean): Check =>
  (value, at) =>
    test(value) ? undefined : at;
const text = is((value) => typeof value === 'string');
const number = is((value) => typeof value === 'number' && Number.isFinite(value));
const count = is((value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 20_000);
const seatNumber = is((value) => typeof value === 'string' || Number.isInteger(value));
const oneOf = (...values: readonly unknown[]) => is((value) => values.includes(value));

const list =
  (item: Check): Check =>
  (value, at) =>
    Array.isArray(value) ? first(value.map((each, index) => item(each, `${at}/${index}`))) : at;

const record =
  (item: Check): Check =>
  (value, at) =>
    isObject(value) ? first(Object.entries(value).map(([name, each]) => item(each, `${at}/${name}`))) : at;

/** These members, those of the second list if they are there, and no others. */
const members =
  (needed: Readonly<Record<string, Check>>, others: Readonly<Record<string, Check>> = {}): Check =>
  (value, at) => {
    if (!isObject(value)) return at;
    const missing = Object.keys(needed).find((name) => !(name in value));
    if (missing !== undefined) return `${at}/${missing}`;
    const checks: Readonly<Record<string, Check>> = { ...others, ...needed };
    return first(
      Object.entries(value).map(([name, each]) =>
        Object.hasOwn(checks, name) ? checks[name]?.(each, `${at}/${name}`) : `${at}/${name}`,
      ),
    );
  };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const first = (found: readonly (string | undefined)[]): string | undefined =>
  found.find((pointer) => pointer !== undefined);

const KIND = oneOf(...SEAT_KINDS);
const KINDS: Check = (value, at) => (Array.isArray(value) ? list(KIND)(value, at) : KIND(value, at));

const ROW: Check = (value, at) => {
  const shape = members(
    { row: text },
    {
      seats: count,
      numbers: list(seatNumber),
      gapsAfter: list(seatNumber),
      x: number,
      y: number,
      curve: number,
      positions: list(list(number)),
      tiers: list(members({ tier: text, seats: count })),
      kinds: list(members({ kinds: list(KIND), seats: count })),
      label: text,
      labels: record(text),
      guids: list(text),
    },
  )(value, at);
  if (shape !== undefined) return shape;
  return isWhole(value as Row) ? undefined : at;
};

/** What a row says of each of its seats it says of as many as it has, and of none that is not there. */
function isWhole({ seats, numbers, gapsAfter = [], ...row }: Row): boolean {
  const count = numbers?.length ?? seats ?? -1;
  const sum = (runs: readonly { readonly seats: number }[] | undefined) =>
    runs === undefined ? count : runs.reduce((total, run) => total + run.seats, 0);
  const known = new Set((numbers ?? Array.from({ length: count }, (_, index) => index + 1)).map(String));
  return (
    (seats === undefined) !== (numbers === undefined) &&
    [sum(row.tiers), sum(row.kinds)].every((total) => total === count) &&
    [row.positions ?? { length: count }, row.guids ?? { length: count }].every(
      ({ length }) => length === count,
    ) &&
    [...gapsAfter, ...Object.keys(row.labels ?? {})].every((each) => known.has(String(each)))
  );
}

const SECTION_MEMBERS = { name: text, floor: text, x: number, y: number, rotation: number, tier: text };
const SEATED = members(
  { sectionId: text, kind: oneOf('seated'), rows: list(ROW) },
  { ...SECTION_MEMBERS, kinds: record(KINDS) },
);
const STANDING = members({ sectionId: text, kind: oneOf('standing'), capacity: count }, SECTION_MEMBERS);
const SECTION: Check = (value, at) =>
  (isObject(value) && value.kind === 'standing' ? STANDING : SEATED)(value, at);

const HOUSE = members(
  { name: text, timeZone: text, sections: list(SECTION) },
  {
    floors: list(text),
    stage: members({ x: number, y: number, width: number }),
    pitch: is((value) => typeof value === 'number' && value > 0),
    tierLabels: record(members({}, { label: text, colour: text })),
    venueId: text,
    capacity: number,
    notKept: is(Array.isArray),
  },
);
