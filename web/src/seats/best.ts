import { priced } from './priced';
import { isFree, type Run, runsOf, type Seat, type Section } from './together';

/** The best places for a party: seats by name, or so many standing places. */
export type Best =
  | { readonly kind: 'seats'; readonly seats: readonly string[]; readonly areTogether: boolean }
  | { readonly kind: 'standing'; readonly sectionId: string };

type Group = {
  readonly seats: readonly string[];
  readonly price: number;
  /** How many have no full view. */
  readonly restricted: number;
  readonly rank: number;
  /** How many free seats stay behind without a free neighbour. */
  readonly singles: number;
};

/**
 * The best places as a buyer would choose them: side by side in the dearest section where that is possible. Of those it
 * ranks as the server does: no seat left alone before a full view, and that before near the stage and the middle. Apart when nowhere are so many together, standing when nobody can sit.
 * `crowd` spreads buyers of the same moment over so many groups. Undefined when there are fewer places.
 */
export function bestPlaces(
  sections: readonly Section[],
  quantity: number,
  crowd = 1,
  random: () => number = Math.random,
): Best | undefined {
  const able = sections.filter((section) => leftIn(section) >= quantity).sort((a, b) => b.price - a.price);
  const seatedOnes = sections.filter(({ kind }) => kind === 'seated');
  const groups = able.flatMap((section) => {
    const depth = seatedOnes.indexOf(section) * SECTION_ROWS;
    return runsOf(section).flatMap((run) => groupsIn(run, quantity, depth));
  });
  if (groups.length > 0) {
    const fewest = groups.sort(byWorth)[0]?.singles ?? 0;
    const best = groups.filter(({ singles }) => singles <= fewest).slice(0, crowd);
    const { seats } = best[Math.floor(random() * best.length)] ?? { seats: [] };
    return { kind: 'seats', seats, areTogether: true };
  }
  const seated = able.find(({ kind }) => kind === 'seated');
  if (seated !== undefined) return { kind: 'seats', seats: apart(seated, quantity), areTogether: false };
  const [standing] = able;
  return standing && { kind: 'standing', sectionId: standing.sectionId };
}

const hasFullView = ({ kinds = [] }: Seat): boolean => !kinds.includes('restricted-view');

const leftIn = ({ seats }: Section): number => seats.filter(isFree).length;

const byWorth = (a: Group, b: Group): number =>
  b.price - a.price || a.singles - b.singles || a.restricted - b.restricted || a.rank - b.rank;

/** A row counts as two seats to the side. */
const ROW_WEIGHT = 2;
/** Sections are in the order of the house, so each counts as so many rows further away than the one before. */
const SECTION_ROWS = 2;

function groupsIn({ section, row, rowIndex, seats }: Run, quantity: number, depth: number): Group[] {
  const [first] = seats;
  const from = first === undefined ? 0 : row.indexOf(first);
  return Array.from({ length: Math.max(0, seats.length - quantity + 1) }, (_, start) => {
    const group = seats.slice(start, start + quantity);
    const toTheSide = Math.abs(from + start + quantity / 2 - row.length / 2);
    const right = seats.length - start - quantity;
    return {
      seats: group.map(({ seatId }) => seatId),
      price: group.reduce((sum, seat) => sum + priced(section, seat).price, 0),
      restricted: group.filter((seat) => !hasFullView(seat)).length,
      rank: (depth + rowIndex) * ROW_WEIGHT + toTheSide,
      singles: Number(start === 1) + Number(right === 1),
    };
  });
}

/** The longest runs first, so that the party is in as few places as possible. */
const apart = (section: Section, quantity: number): string[] =>
  runsOf(section)
    .sort((a, b) => b.seats.length - a.seats.length || a.rowIndex - b.rowIndex)
    .flatMap(({ seats }) => seats.map(({ seatId }) => seatId))
    .slice(0, quantity);
