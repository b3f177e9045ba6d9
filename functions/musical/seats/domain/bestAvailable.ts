import { type Block, blocksOf, type Section, seatIdOf } from '../../catalogue/domain/seatingPlan';
import { type Availability, statusesOf } from './availability';

/** Free seats side by side. */
type Run = {
  readonly block: Block;
  readonly blockIndex: number;
  readonly from: number;
  readonly length: number;
};

type Group = { readonly seats: readonly string[]; readonly rank: number; readonly leavesSingle: boolean };

/**
 * Among how many of the best groups the first try chooses by chance. It is doubled at each further try. In a large house
 * it is a share of all groups, because 160 buyers of one moment on the same 16 pairs would lose nine first tries of ten.
 */
const FIRST_CHOICE = 16;
const FIRST_SHARE = 1 / 8;

/** How one buyer picks. `attempt` counts from 0. `isTaken` names seats that are gone though they are shown as free. */
export type Picking = {
  readonly nowMs: number;
  readonly attempt: number;
  readonly random: () => number;
  readonly isTaken: (seatId: string) => boolean;
};

/**
 * Picks `quantity` seats of a section. They are side by side where there are such, near the front and the middle, and
 * leave no single seat behind where that can be avoided. Buyers of the same moment are spread over the best groups, over more of them
 * at each attempt. Undefined when fewer seats are free.
 */
export function pickBest(
  section: Section,
  availability: Availability,
  quantity: number,
  by: Picking,
): string[] | undefined {
  const runs = blocksOf(section).flatMap((block, blockIndex) =>
    freeRuns(availability, block, blockIndex, by),
  );
  if (runs.reduce((sum, run) => sum + run.length, 0) < quantity) return undefined;
  if (section.kind === 'standing') return anyPlaces(runs, quantity, by.random);
  const groups = runs.flatMap((run) => groupsIn(run, quantity));
  return groups.length === 0 ? split(runs, quantity) : oneOfTheBest(groups, by);
}

function oneOfTheBest(groups: readonly Group[], { attempt, random }: Picking): string[] {
  const keepNoSingle = groups.filter((group) => !group.leavesSingle);
  const best = [...(keepNoSingle.length > 0 ? keepNoSingle : groups)].sort((a, b) => a.rank - b.rank);
  const firstChoice = Math.max(FIRST_CHOICE, Math.floor(best.length * FIRST_SHARE));
  const choice = best.slice(0, firstChoice * 2 ** attempt);
  return [...(choice[Math.floor(random() * choice.length)]?.seats ?? [])];
}

function freeRuns(
  availability: Availability,
  block: Block,
  blockIndex: number,
  { nowMs, isTaken }: Picking,
): Run[] {
  const statuses = statusesOf(availability, block, nowMs);
  const isFree = (index: number) => statuses[index] === 'available' && !isTaken(seatIdOf(block, index + 1));
  const runs: Run[] = [];
  for (let index = 0; index < statuses.length; index++) {
    const from = index;
    while (isFree(index)) index++;
    if (index > from) runs.push({ block, blockIndex, from, length: index - from });
  }
  return runs;
}

/** Groups of a run that do not overlap, so that two buyers with different groups never meet. They begin at either end. */
function groupsIn(run: Run, quantity: number): Group[] {
  const starts = new Set<number>();
  for (let start = run.from; start + quantity <= run.from + run.length; start += quantity) starts.add(start);
  const fromTheRight = run.from + run.length - quantity;
  if (fromTheRight >= run.from) starts.add(fromTheRight);
  return [...starts].map((start) => groupAt(run, start, quantity));
}

function groupAt(run: Run, start: number, quantity: number): Group {
  const left = start - run.from;
  const right = run.from + run.length - start - quantity;
  const fromTheMiddle = Math.abs(start + quantity / 2 - run.block.seats / 2);
  return {
    seats: Array.from({ length: quantity }, (_, i) => seatIdOf(run.block, start + i + 1)),
    rank: run.blockIndex * 2 + fromTheMiddle,
    leavesSingle: left === 1 || right === 1,
  };
}

/** No row has so many side by side. The longest runs come first, so that the party is in as few places as possible. */
function split(runs: readonly Run[], quantity: number): string[] {
  const byLength = [...runs].sort((a, b) => b.length - a.length || a.blockIndex - b.blockIndex);
  return byLength.flatMap(seatsOf).slice(0, quantity);
}

const seatsOf = (run: Run): string[] =>
  Array.from({ length: run.length }, (_, i) => seatIdOf(run.block, run.from + i + 1));

function anyPlaces(runs: readonly Run[], quantity: number, random: () => number): string[] {
  const free = runs.flatMap(seatsOf);
  const start = Math.floor(random() * free.length);
  return [...free.slice(start), ...free.slice(0, start)].slice(0, quantity);
}
