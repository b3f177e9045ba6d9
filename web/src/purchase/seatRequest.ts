import { ApiProblem } from '../api/problem';
import type { SeatMap } from '../api/types';
import type { Choice } from './choice';

/** What a hold is asked for: seats by name, or so many of a section. */
export type SeatRequest = { seats: string[] } | { sectionId: string; quantity: number };

type Sections = SeatMap['sections'];

/**
 * What to ask for. Standing places alone are asked for by number, and the house finds them. Beside others they go by
 * name like seats: any that are free and not `gone`, from a place of its own for each customer, so that they seldom meet.
 * Throws `sold-out` when there are fewer.
 */
export function seatRequestFor(
  { seats, standing }: Choice,
  sections: Sections,
  gone: ReadonlySet<string> = new Set(),
  random: () => number = Math.random,
): SeatRequest {
  const [first, ...others] = Object.entries(standing);
  if (first !== undefined && others.length === 0 && seats.length === 0)
    return { sectionId: first[0], quantity: first[1] };
  const places = Object.entries(standing).flatMap(([sectionId, quantity]) =>
    freePlaces(sections, sectionId, quantity, gone, random),
  );
  return { seats: [...seats, ...places] };
}

function freePlaces(
  sections: Sections,
  sectionId: string,
  quantity: number,
  gone: ReadonlySet<string>,
  random: () => number,
): string[] {
  const free = (sections.find((section) => section.sectionId === sectionId)?.seats ?? [])
    .filter(({ seatId, status }) => status === 'available' && !gone.has(seatId))
    .map(({ seatId }) => seatId);
  if (free.length < quantity) throw new ApiProblem('sold-out', 409);
  const start = Math.floor(random() * free.length);
  return [...free.slice(start), ...free.slice(0, start)].slice(0, quantity);
}
