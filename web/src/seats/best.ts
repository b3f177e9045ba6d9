import { type Group, inFewestParts } from './parts';
import { priced } from './priced';
import { isFree, type Run, runsOf, type Seat, type Section } from './together';

/** The best places for a party: seats by name, or so many standing places. */
export type Best =
  | { readonly kind: 'seats'; readonly seats: readonly string[]; readonly areTogether: boolean }
  | { readonly kind: 'standing'; readonly sectionId: string };

/**
 * The best places as a buyer would choose them: side by side in the dearest section where that is possible. Of those it
 * ranks as the server does: no seat left alone before a full view, and that before near the stage and the middle. In as
 * few parts as possible, of one price where it can, when nowhere are so many together; standing when nobody can sit.
 * `crowd` spreads buyers of the same moment over so many groups. Undefined when there are fewer places.
 */
export function bestPlaces(
  sections: readonly Section[],
  quantity: number,
  crowd = 1,
  random: () => number = Math.random,
): Best | undefined {
  const seated = sections.filter(({ kind }) => kind === 'seated');
  const runs = seated.flatMap((section, index) =>
    runsOf(section).map((run) => ({ ...run, depth: index * SECTION_ROWS })),
  );
  const groups = runs.flatMap((run) => groupsIn(run, quantity));
  if (groups.length > 0) {
    const fewest = groups.sort(byWorth)[0]?.singles ?? 0;
    const best = groups.filter(({ singles }) => singles <= fewest).slice(0, crowd);
    const { seats } = best[Math.floor(random() * best.length)] ?? { seats: [] };
    return { kind: 'seats', seats, areTogether: true };
  }
  const seats = apart(runs, quantity);
  if (seats !== undefined) return { kind: 'seats', seats, areTogether: false };
  const [standing] = sections
    .filter((section) => section.kind === 'standing' && leftIn(section) >= quantity)
    .sort((a, b) => b.price - a.price);
  return standing && { kind: 'standing', sectionId: standing.sectionId };
}

type DeepRun = Run & { readonly depth: number };

/** Of the dearest price that has so many seats, or else of all of them. */
function apart(runs: readonly DeepRun[], quantity: number): readonly string[] | undefined {
  const prices = [...new Set(runs.map(({ section }) => section.price))].sort((a, b) => b - a);
  for (const price of [...prices, undefined]) {
    const offers = runs
      .filter(({ section }) => price === undefined || section.price === price)
      .map((run) =>
        run.seats.slice(0, quantity).flatMap((_, index) => groupsIn(run, index + 1).sort(byWorth)[0] ?? []),
      );
    const seats = inFewestParts(offers, quantity);
    if (seats !== undefined) return seats;
  }
  return undefined;
}

const hasFullView = ({ kinds = [] }: Seat): boolean => !kinds.includes('restricted-view');

const leftIn = ({ seats }: Section): number => seats.filter(isFree).length;

const byWorth = (a: Group, b: Group): number =>
  b.price - a.price || a.singles - b.singles || a.restricted - b.restricted || a.rank - b.rank;

/** A row counts as two seats to the side. */
const ROW_WEIGHT = 2;
/** Sections are in the order of the house, so each counts as so many rows further away than the one before. */
const SECTION_ROWS = 2;

function groupsIn({ section, row, rowIndex, seats, depth }: DeepRun, quantity: number): Group[] {
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
