import { byWorth, type Group, groupAt, type Run } from './freeRow';

/** A choice of parts so far, the last one first. */
type Parts = {
  readonly group: Group;
  readonly before: Parts | undefined;
  readonly singles: number;
  readonly rank: number;
};

/**
 * No row has so many side by side. The party is in as few parts as possible, and of those choices it takes the one that
 * leaves the fewest single seats behind. `runs` have enough seats together, and each has fewer than `quantity`.
 */
export function inFewestParts(runs: readonly Run[], quantity: number): readonly string[] {
  const parts = fewestParts(runs, quantity);
  const best = new Map<string, Parts | undefined>([[key(0, 0), undefined]]);
  for (const offers of offersWorthLooking(runs, parts)) addOne(best, offers, parts, quantity);
  const seats: string[][] = [];
  for (let part = best.get(key(parts, quantity)); part !== undefined; part = part.before)
    seats.unshift([...part.group.seats()]);
  return seats.flat();
}

const key = (parts: number, seats: number): string => `${parts}/${seats}`;

function fewestParts(runs: readonly Run[], quantity: number): number {
  const lengths = runs.map(({ length }) => length).sort((a, b) => b - a);
  let seats = 0;
  return (
    lengths.findIndex((length) => {
      seats += length;
      return seats >= quantity;
    }) + 1
  );
}

/** What a run can give, its best group of 1, 2, … seats. */
type Offers = readonly Group[];

/** Of runs that can give the same, as many as there are parts are enough, the nearest ones. */
function offersWorthLooking(runs: readonly Run[], parts: number): Offers[] {
  const all = runs.map(({ row, from, length }) =>
    Array.from({ length }, (_, i) => {
      const groups = Array.from({ length: length - i }, (_, start) => groupAt(row, from + start, i + 1));
      return groups.sort(byWorth)[0] as Group;
    }),
  );
  const alike = Map.groupBy(all, (offers) => offers.map(({ singles }) => singles).join());
  return [...alike.values()].flatMap((same) =>
    same.sort((a, b) => (a[0]?.rank ?? 0) - (b[0]?.rank ?? 0)).slice(0, parts),
  );
}

/** One more run may be a part, with any number of its seats. */
function addOne(best: Map<string, Parts | undefined>, offers: Offers, parts: number, quantity: number): void {
  for (let count = parts; count >= 1; count--)
    for (let seats = quantity; seats >= 1; seats--)
      for (const [index, group] of offers.slice(0, seats).entries()) {
        const from = key(count - 1, seats - index - 1);
        if (best.has(from)) keepBetter(best, key(count, seats), extended(best.get(from), group));
      }
}

const extended = (before: Parts | undefined, group: Group): Parts => ({
  group,
  before,
  singles: (before?.singles ?? 0) + group.singles,
  rank: (before?.rank ?? 0) + group.rank,
});

function keepBetter(best: Map<string, Parts | undefined>, at: string, parts: Parts): void {
  const known = best.get(at);
  if (
    known === undefined ||
    parts.singles < known.singles ||
    (parts.singles === known.singles && parts.rank < known.rank)
  )
    best.set(at, parts);
}
