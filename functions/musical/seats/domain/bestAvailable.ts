import {
  blocksOf,
  type SeatKind,
  type Section,
  seatIdAt,
  seatIdsIn,
} from '../../catalogue/domain/seatingPlan';
import { type Availability, statusesOf } from './availability';
import {
  byWorth,
  type FreeRow,
  type Group,
  groupAt,
  type Party,
  type Picking,
  type Run,
  rowAsFree,
  runsIn,
} from './freeRow';
import { inFewestParts } from './splitParty';

/**
 * Among how many of the best groups the first try chooses by chance. It is doubled at each further try. In a large house
 * it is a share of all groups, because 160 buyers of one moment on the same 16 pairs would lose nine first tries of ten.
 */
const FIRST_CHOICE = 16;
const FIRST_SHARE = 1 / 8;

/**
 * Picks seats for a party. They are side by side where there are such, which numbers do not say and no aisle divides.
 * They leave no single seat behind where that can be avoided, see the whole stage where they can, and are near the front
 * and the middle. Buyers of the same moment are spread over the best groups, over more of them at each attempt. Places
 * for wheelchairs and companions go to those who ask for them. Undefined when fewer seats are free.
 */
export function pickBest(
  sections: readonly Section[],
  availability: Availability,
  party: Party,
  by: Picking,
): readonly string[] | undefined {
  const seated = sections.filter(({ kind }) => kind === 'seated');
  const rows = seated.flatMap((section, sectionIndex) =>
    blocksOf(section).map((block, rowIndex) =>
      rowAsFree(block, { sectionIndex, rowIndex }, availability, party, by),
    ),
  );
  return pickSeated(rows, party, by) ?? pickStanding(sections, availability, party, by);
}

function pickSeated(rows: readonly FreeRow[], party: Party, by: Picking): readonly string[] | undefined {
  const runs = rows.flatMap(runsIn);
  if (party.kinds !== undefined) return pickKinds(runs, rows, party, party.kinds, by);
  if (runs.reduce((sum, run) => sum + run.length, 0) < party.quantity) return undefined;
  const groups = runs.flatMap((run) => groupsIn(run, party.quantity));
  return groups.length === 0 ? inFewestParts(runs, party.quantity) : oneOfTheBest(groups, by);
}

function oneOfTheBest(groups: readonly Group[], { attempt, random }: Picking): readonly string[] {
  const fewest = groups.reduce((least, { singles }) => Math.min(least, singles), Number.POSITIVE_INFINITY);
  const best = groups.filter(({ singles }) => singles === fewest).sort(byWorth);
  const firstChoice = Math.max(FIRST_CHOICE, Math.floor(best.length * FIRST_SHARE));
  const choice = best.slice(0, firstChoice * 2 ** attempt);
  return choice[Math.floor(random() * choice.length)]?.seats() ?? [];
}

/**
 * The best group of a run, those that go on from it at both sides, and those at the ends. Hardly any two overlap, so two
 * buyers with different groups seldom meet.
 */
function groupsIn(run: Run, quantity: number): Group[] {
  const last = run.from + run.length - quantity;
  if (last < run.from) return [];
  const best = bestStart(run, quantity);
  const starts = new Set([best, run.from, last]);
  for (let start = best - quantity; start >= run.from; start -= quantity) starts.add(start);
  for (let start = best + quantity; start <= last; start += quantity) starts.add(start);
  return [...starts].map((start) => groupAt(run.row, start, quantity));
}

/** Without worse seats in the row, the first start without singles is the best, for those nearer to the middle come first. */
function bestStart(run: Run, quantity: number): number {
  const isEven = run.row.block.row?.kinds === undefined;
  let best: Group | undefined;
  let bestAt = run.from;
  for (const start of fromTheMiddle(run, quantity)) {
    const group = groupAt(run.row, start, quantity);
    if (best === undefined || byWorth(group, best) < 0) [best, bestAt] = [group, start];
    if (isEven && best.singles === 0) break;
  }
  return bestAt;
}

/** Where a group may begin, the nearest to the middle of the row first. */
function* fromTheMiddle({ row, from, length }: Run, quantity: number): Generator<number> {
  const last = from + length - quantity;
  const middle = Math.min(last, Math.max(from, Math.floor((row.block.seats - quantity) / 2)));
  yield middle;
  for (let step = 1; step <= length; step++) {
    if (middle - step >= from) yield middle - step;
    if (middle + step <= last) yield middle + step;
  }
}

type Kinds = NonNullable<Party['kinds']>;

/**
 * So many places for wheelchairs and companions, side by side with the others where there is such a row. Otherwise the
 * places are together and the others elsewhere, or each where it is free.
 */
function pickKinds(
  runs: readonly Run[],
  rows: readonly FreeRow[],
  { quantity }: Party,
  kinds: Kinds,
  by: Picking,
): readonly string[] | undefined {
  const together = groupsWith(runs, quantity, kinds);
  if (together.length > 0) return oneOfTheBest(together, by);
  const { wheelchair = 0, companion = 0 } = kinds;
  const places =
    groupsWith(runs, wheelchair + companion, kinds)
      .sort(byWorth)[0]
      ?.seats() ?? eachOf(rows, kinds);
  if (places === undefined) return undefined;
  const others = rows.map((row) => ({
    ...row,
    isFor: (index: number) => row.isFor(index) && row.isGeneral(index),
  }));
  const rest = quantity - places.length;
  const more = rest === 0 ? [] : pickSeated(others, { quantity: rest }, by);
  return more && [...places, ...more];
}

const groupsWith = (runs: readonly Run[], quantity: number, kinds: Kinds): Group[] =>
  quantity === 0
    ? []
    : runs.flatMap(({ row, from, length }) =>
        Array.from({ length: Math.max(0, length - quantity + 1) }, (_, i) => from + i)
          .filter((start) => hasJust(row, start, quantity, kinds))
          .map((start) => groupAt(row, start, quantity)),
      );

function hasJust(
  { kinds }: FreeRow,
  start: number,
  quantity: number,
  { wheelchair = 0, companion = 0 }: Kinds,
): boolean {
  const seats = Array.from({ length: quantity }, (_, i) => kinds(start + i));
  const count = (kind: SeatKind) => seats.filter((of) => of.includes(kind)).length;
  return count('wheelchair') === wheelchair && count('companion') === companion;
}

/** Places wherever they are free, the nearest first. Undefined when there are not so many. */
function eachOf(rows: readonly FreeRow[], { wheelchair = 0, companion = 0 }: Kinds): string[] | undefined {
  const byDepth = [...rows].sort((a, b) => a.depth - b.depth);
  const free = (kind: SeatKind) =>
    byDepth.flatMap((row) =>
      Array.from({ length: row.block.seats }, (_, index) => index)
        .filter((index) => row.isFor(index) && row.kinds(index).includes(kind))
        .map((index) => seatIdAt(row.block, index)),
    );
  const places = [...free('wheelchair').slice(0, wheelchair), ...free('companion').slice(0, companion)];
  return places.length === wheelchair + companion ? places : undefined;
}

/** Standing places are all alike. Everybody begins somewhere else. */
function pickStanding(
  sections: readonly Section[],
  availability: Availability,
  { quantity, tier, kinds }: Party,
  { nowMs, random, isTaken }: Picking,
): string[] | undefined {
  if (kinds !== undefined) return undefined;
  const free = sections
    .filter((section) => section.kind === 'standing' && (tier === undefined || section.tier === tier))
    .flatMap(blocksOf)
    .flatMap((block) => {
      const statuses = statusesOf(availability, block, nowMs);
      return seatIdsIn(block).filter(
        (seatId, index) => statuses[index] === 'available' && isTaken?.(seatId) !== true,
      );
    });
  if (free.length < quantity) return undefined;
  const start = Math.floor(random() * free.length);
  return [...free.slice(start), ...free.slice(0, start)].slice(0, quantity);
}
