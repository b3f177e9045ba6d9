import type { Place } from './checks';
import { MOST, type Row, type SeatedSection, type SeatNumber, seatsIn } from './house';
import { numbersOf } from './row';

/** What the API would refuse, told where it is and before anything is sent. */
export const FAULTS = [
  'house-name',
  'time-zone',
  'too-many-seats',
  'no-seats',
  'too-many-sections',
  'section-name',
  'section-twice',
  'section-title',
  'floor-name',
  'floor-twice',
  'no-such-floor',
  'rotation',
  'standing-places',
  'no-rows',
  'too-many-rows',
  'row-name',
  'row-twice',
  'row-seats',
  'number',
  'number-twice',
  'id-twice',
  'too-many-aisles',
  'tier-name',
  'tier-missing-in-row',
  'too-far',
] as const;
/** What can be sent, and is probably not meant. */
export const HINTS = ['on-top', 'no-tier', 'not-placed', 'in-standing'] as const;

export type FaultKind = (typeof FAULTS)[number];
export type HintKind = (typeof HINTS)[number];

const LABEL = /^(?!\p{M})[\p{L}\p{M}\p{N}_-]{1,20}$/u;
const WORDS = /^[^\p{Cc}\p{Cs}]{1,100}$/u;
const NUMBER = /^[\p{L}\p{M}\p{N}]{1,6}$/u;

/** A name as ids are made of. */
export const isLabel = (text: string): boolean => LABEL.test(text.normalize('NFC')) && text !== '__proto__';

export const isWords = (text: string): boolean => WORDS.test(text.normalize('NFC').trim());

export const isHouseName = (text: string): boolean =>
  /^[^\p{Cc}\p{Cs}]{1,200}$/u.test(text.normalize('NFC').trim());

export const isNumber = (number: SeatNumber): boolean =>
  typeof number === 'number'
    ? Number.isInteger(number) && number >= 0 && number <= 999_999
    : NUMBER.test(number.normalize('NFC'));

export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** The most that a coordinate may be. */
const FAR = 1_000_000;
export const isNear = (...values: readonly (number | undefined)[]): boolean =>
  values.every((value = 0) => Math.abs(value) <= FAR);

type Found = { readonly kind: FaultKind; readonly at: Place };

/** What is wrong within a row, whatever stands around it. */
export function faultsInRow(section: number, index: number, row: Row): Found[] {
  const found: Found[] = [];
  const note = (isWrong: boolean, kind: FaultKind, seats?: readonly number[]) => {
    if (isWrong) found.push({ kind, at: { section, row: index, ...(seats === undefined ? {} : { seats }) } });
  };
  const numbers = numbersOf(row);
  const tiers = row.tiers ?? [];
  const wrong = positionsOf(numbers, (number) => !isNumber(number));
  const twice = repeated(numbers);
  note(!isLabel(row.row), 'row-name');
  note(seatsIn(row) < 1 || seatsIn(row) > MOST.seats, 'row-seats');
  note(wrong.length > 0, 'number', wrong);
  note(twice.length > 0, 'number-twice', twice);
  note((row.gapsAfter?.length ?? 0) > MOST.aisles, 'too-many-aisles');
  note(!isNear(row.x, row.y, row.curve, ...(row.positions ?? []).flat()), 'too-far');
  note(
    tiers.some(({ tier }) => tier === ''),
    'tier-missing-in-row',
    withoutTier(tiers),
  );
  return found;
}

const positionsOf = <T>(items: readonly T[], is: (item: T) => boolean): number[] =>
  items.flatMap((item, index) => (is(item) ? [index] : []));

/** Each position of what is there more than once. */
export function repeated(numbers: readonly SeatNumber[]): number[] {
  const times = new Map<string, number>();
  const names = numbers.map((number) => String(number).normalize('NFC'));
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return positionsOf(names, (name) => (times.get(name) ?? 0) > 1);
}

function withoutTier(tiers: NonNullable<Row['tiers']>): number[] {
  let at = 0;
  return tiers.flatMap(({ tier, seats }) => {
    at += seats;
    return tier === '' ? Array.from({ length: seats }, (_, index) => at - seats + index) : [];
  });
}

/** Rows of one section that are called the same. */
export const rowsTwice = ({ rows }: SeatedSection): number[] => repeated(rows.map(({ row }) => row));
