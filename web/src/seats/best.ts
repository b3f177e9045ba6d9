import type { SeatMap } from '../api/types';

type Section = SeatMap['sections'][number];

/**
 * The section to ask for the best places when any will do: the dearest where they fit together, else the dearest that
 * has as many. Standing places only when nobody can sit.
 */
export function bestSection({ sections }: Pick<SeatMap, 'sections'>, quantity: number): string | undefined {
  const able = sections
    .filter((section) => hasLeft(section, quantity))
    .sort((a, b) => Number(a.kind === 'standing') - Number(b.kind === 'standing') || b.price - a.price);
  return (able.find((section) => fitTogether(section, quantity)) ?? able[0])?.sectionId;
}

export const hasLeft = ({ seats }: Section, quantity: number): boolean =>
  seats.filter(({ status }) => status === 'available').length >= quantity;

function fitTogether({ kind, seats }: Section, quantity: number): boolean {
  if (kind === 'standing') return false;
  let together = 0;
  let last: string | undefined;
  // Seats are listed as they stand, whatever their numbers say.
  for (const { row, status } of seats) {
    const before = row === last ? together : 0;
    together = status === 'available' ? before + 1 : 0;
    last = row;
    if (together >= quantity) return true;
  }
  return false;
}
