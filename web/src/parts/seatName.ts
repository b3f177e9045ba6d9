import type { Performance } from '../api/types';
import type { Texts } from '../texts';
import { inLanguage } from '../texts/format';
import { numbersOf, rowLabel, seatLabel, tierAt } from './planRow';

/** A section as the theatre calls it. */
export type NamedSection = {
  readonly sectionId: string;
  readonly name?: string | undefined;
  readonly floor?: string | undefined;
};

export type Place = {
  readonly seatId: string;
  readonly section: NamedSection;
  readonly tier: string;
  /** Absent for a standing place. As it is written there, like the number. */
  readonly row?: string;
  readonly number: number | string;
};

type Sections = Performance['sections'];
type Section = Sections[number];
type Found = { readonly place: Place; readonly at: readonly [section: number, row: number, seat: number] };

function find(sections: Sections, seatId: string): Found | undefined {
  const written = seatId.slice(seatId.lastIndexOf('-') + 1);
  return sections
    .map((section, index) => findIn(section, index, seatId, written))
    .find((found) => found !== undefined);
}

function findIn(section: Section, at: number, seatId: string, written: string): Found | undefined {
  const { sectionId, tier } = section;
  if (section.kind === 'standing') {
    const number = Number(written);
    const isHere = seatId === `${sectionId}-${number}`;
    return isHere ? { place: { seatId, section, tier, number }, at: [at, 0, number] } : undefined;
  }
  const row = section.rows.findIndex((one) => seatId === `${sectionId}-${one.row}-${written}`);
  const found = section.rows[row];
  if (found === undefined) return undefined;
  const numbers = numbersOf(found);
  const seat = numbers.findIndex((number) => String(number) === written);
  const number = numbers[seat];
  if (number === undefined) return undefined;
  const place = {
    seatId,
    section,
    tier: tierAt(found, seat, tier),
    row: rowLabel(found),
    number: seatLabel(found, number),
  };
  return { place, at: [at, row, seat] };
}

/** Where a seat is, by the sections of its performance. Undefined when the house has changed since and has no such seat. */
export const placeOf = (sections: Sections, seatId: string): Place | undefined =>
  find(sections, seatId)?.place;

/** Row by row and seat by seat as they lie in the house, not as letters or numbers sort. */
export const inHouseOrder = (sections: Sections, seatIds: readonly string[]): string[] => {
  const positions = new Map(seatIds.map((seatId) => [seatId, find(sections, seatId)?.at ?? [-1, 0, 0]]));
  return [...seatIds].sort((a, b) => {
    const [first = [], second = []] = [positions.get(a), positions.get(b)];
    const differs = first.findIndex((part, index) => part !== second[index]);
    return (first[differs] ?? 0) - (second[differs] ?? 0);
  });
};

/** A section in words, with its floor where the name does not say it: VIP구역, 2층 왼쪽. */
export function sectionWords(t: Texts['place'], { sectionId, name, floor }: NamedSection): string {
  const words = name === undefined ? t.section(sectionId) : inLanguage(name);
  const above = floor === undefined ? '' : inLanguage(floor);
  return words.startsWith(above) ? words : t.onFloor(above, words);
}

/** A seat in words: VIP구역 A열 15번. Its id when the house no longer has it. */
export function seatWords(t: Texts['place'], seatId: string, place: Place | undefined): string {
  if (place === undefined) return seatId;
  const section = sectionWords(t, place.section);
  return place.row === undefined
    ? t.standing(section, place.number)
    : t.seat(section, place.row, place.number);
}

/** Seats in words, those of one row together: VIP구역 A열 15, 16번. */
export function seatsInWords(
  t: Texts['place'],
  sections: Performance['sections'],
  seatIds: readonly string[],
): string {
  const rows = new Map<string, Place[]>();
  const others: string[] = [];
  for (const seatId of inHouseOrder(sections, seatIds)) {
    const place = placeOf(sections, seatId);
    const row = JSON.stringify([place?.section.sectionId, place?.row]);
    if (place?.row === undefined) others.push(seatWords(t, seatId, place));
    else rows.set(row, [...(rows.get(row) ?? []), place]);
  }
  return [...[...rows.values()].map((row) => rowInWords(t, row)), ...others].join(' · ');
}

function rowInWords(t: Texts['place'], places: readonly Place[]): string {
  const [first] = places;
  if (first === undefined) return '';
  if (places.length === 1) return seatWords(t, first.seatId, first);
  const numbers = numbersInWords(places.map(({ number }) => number));
  return t.seatsInRow(sectionWords(t, first.section), first.row ?? '', numbers);
}

/** Three or more in a row are said by the first and the last. */
function numbersInWords(numbers: readonly Place['number'][]): string {
  const runs: Place['number'][][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && number === Number(run.at(-1)) + 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', '))).join(', ');
}
