/** Seats side by side, and what speaks for and against them. */
export type Group = {
  readonly seats: readonly string[];
  readonly price: number;
  /** How many have no full view. */
  readonly restricted: number;
  readonly rank: number;
  /** How many free seats stay behind without a free neighbour. */
  readonly singles: number;
};

type Parts = Pick<Group, 'seats' | 'singles' | 'rank'>;

/**
 * So many seats in as few parts as possible, and of those choices the one that leaves the fewest single seats behind, as
 * the server chooses. Each of the `offers` is what one run can give: its best group of 1, 2, … seats. Undefined when
 * there are fewer seats.
 */
export function inFewestParts(
  offers: readonly (readonly Group[])[],
  quantity: number,
): readonly string[] | undefined {
  const most = fewestParts(offers, quantity);
  // The best choice so far by its parts and its seats.
  const best: Parts[][] = Array.from({ length: most + 1 }, () => []);
  if (best[0] !== undefined) best[0][0] = { seats: [], singles: 0, rank: 0 };
  for (const offer of offers) addOne(best, offer, quantity);
  return best[most]?.[quantity]?.seats;
}

/** One more run may be a part, with any number of its seats. */
function addOne(best: readonly Parts[][], offer: readonly Group[], quantity: number): void {
  for (let parts = best.length - 1; parts >= 1; parts--)
    for (let seats = quantity; seats >= 1; seats--)
      for (const group of offer.slice(0, seats))
        keepBetter(best[parts], seats, best[parts - 1]?.[seats - group.seats.length], group);
}

function fewestParts(offers: readonly (readonly Group[])[], quantity: number): number {
  const lengths = offers.map(({ length }) => length).sort((a, b) => b - a);
  let seats = 0;
  return (
    lengths.findIndex((length) => {
      seats += length;
      return seats >= quantity;
    }) + 1
  );
}

function keepBetter(best: Parts[] | undefined, at: number, before: Parts | undefined, group: Group): void {
  if (best === undefined || before === undefined) return;
  const [singles, rank] = [before.singles + group.singles, before.rank + group.rank];
  const known = best[at];
  if (known === undefined || (singles - known.singles || rank - known.rank) < 0)
    best[at] = { seats: [...before.seats, ...group.seats], singles, rank };
}
