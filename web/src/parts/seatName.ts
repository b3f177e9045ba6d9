import type { Performance } from '../api/types';
import type { Texts } from '../texts';

export type Place = {
  readonly seatId: string;
  readonly sectionId: string;
  readonly tier: string;
  /** Absent for a standing place. */
  readonly row?: string;
  readonly number: number;
};

/** Where a seat is, by the sections of its performance. Undefined when the house has changed since and has no such seat. */
export function placeOf(sections: Performance['sections'], seatId: string): Place | undefined {
  const number = Number(seatId.slice(seatId.lastIndexOf('-') + 1));
  for (const section of sections) {
    const { sectionId, tier } = section;
    if (section.kind === 'standing') {
      if (seatId === `${sectionId}-${number}`) return { seatId, sectionId, tier, number };
      continue;
    }
    const row = section.rows.find((candidate) => seatId === `${sectionId}-${candidate.row}-${number}`)?.row;
    if (row !== undefined) return { seatId, sectionId, tier, row, number };
  }
  return undefined;
}

/** Row by row and seat by seat as they lie in the house, not as letters sort. */
export const inHouseOrder = (sections: Performance['sections'], seatIds: readonly string[]): string[] => {
  const position = (seatId: string) => {
    const place = placeOf(sections, seatId);
    const section = sections.findIndex(({ sectionId }) => sectionId === place?.sectionId);
    const house = sections[section];
    const row =
      house?.kind === 'seated' ? house.rows.findIndex((candidate) => candidate.row === place?.row) : 0;
    return [section, row, place?.number ?? 0] as const;
  };
  const positions = new Map(seatIds.map((seatId) => [seatId, position(seatId)]));
  return [...seatIds].sort((a, b) => {
    const [first = [0, 0, 0], second = [0, 0, 0]] = [positions.get(a), positions.get(b)];
    return first[0] - second[0] || first[1] - second[1] || first[2] - second[2];
  });
};

/** A seat in words: VIP구역 A열 15번. Its id when the house no longer has it. */
export function seatWords(t: Texts['place'], seatId: string, place: Place | undefined): string {
  if (place === undefined) return seatId;
  return place.row === undefined
    ? t.standing(place.sectionId, place.number)
    : t.seat(place.sectionId, place.row, place.number);
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
    const row = JSON.stringify([place?.sectionId, place?.row]);
    if (place?.row === undefined) others.push(seatWords(t, seatId, place));
    else rows.set(row, [...(rows.get(row) ?? []), place]);
  }
  return [...[...rows.values()].map((row) => rowInWords(t, row)), ...others].join(' · ');
}

function rowInWords(t: Texts['place'], places: readonly Place[]): string {
  const [first] = places;
  if (first === undefined) return '';
  if (places.length === 1) return seatWords(t, first.seatId, first);
  return t.seatsInRow(first.sectionId, first.row ?? '', numbersInWords(places.map(({ number }) => number)));
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
