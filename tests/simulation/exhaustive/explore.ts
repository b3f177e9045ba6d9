import { reasonOf } from '../../../shared/log';
import { Violation } from '../violation';
import { type OperationName, STARTS } from './operations';
import { openTheatre, type Run, type Theatre } from './theatre';

/** A guard for the memory: scenarios of three come nowhere near it, some of four go beyond. */
const MAX_STATES = 2_000_000;

type Found = { readonly states: number; readonly paths: number; readonly violation: string | undefined };

/** Every choice of so many of these. */
export function choicesOf<T>(from: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return from.flatMap((first, i) => choicesOf(from.slice(i + 1), count - 1).map((rest) => [first, ...rest]));
}

/**
 * Every interleaving of these operations: each step is a call to the store. Two orders that lead to the same stored
 * documents, with every operation having seen the same, go on alike and are followed once.
 */
async function explore(
  theatre: Theatre,
  before: readonly OperationName[],
  names: readonly OperationName[],
  together: boolean,
): Promise<Found> {
  const known = new Set<string>();
  const open: number[][] = [[]];
  let paths = 0;
  for (let prefix = open.pop(); prefix !== undefined; prefix = open.pop()) {
    paths += 1;
    const run = await theatre.begin(before, names, together);
    const done = [...prefix];
    const why = await follow(run, prefix, done, open, known);
    if (why !== undefined) {
      return {
        states: known.size,
        paths,
        violation: `${why}\n  before: ${before.join(', ') || 'nothing'}\n  ${run.steps.join('\n  ')}`,
      };
    }
    if (known.size > MAX_STATES) throw new Error(`more than ${MAX_STATES} states`);
  }
  return { states: known.size, paths, violation: undefined };
}

/** Goes on along the first choice; the others are kept for later. Returns what was broken. */
async function follow(
  run: Run,
  prefix: readonly number[],
  done: number[],
  open: number[][],
  known: Set<string>,
): Promise<string | undefined> {
  try {
    for (const choice of prefix) await run.step(choice);
    for (;;) {
      const state = run.state();
      if (known.has(state)) return undefined;
      known.add(state);
      const choices = run.choices();
      if (choices === 0) return undefined;
      for (let other = 1; other < choices; other++) open.push([...done, other]);
      await run.step(0);
      done.push(0);
    }
  } catch (error) {
    if (error instanceof Violation) return error.message;
    return `unexpected-error: ${reasonOf(error)}`;
  }
}

/** How many operations at once; `together`: reads that one operation has under way at the same time are answered at once. */
const SCOPES = [
  { atOnce: 2, together: false },
  { atOnce: 3, together: true },
  { atOnce: 4, together: true },
] as const;

/** All scenarios, or those with at most so many operations. Returns whether nothing was broken. */
export async function exploreAll(say: (line: string) => void, most: number): Promise<boolean> {
  const started = Date.now();
  let states = 0;
  for (const { atOnce, together } of SCOPES.filter((scope) => scope.atOnce <= most)) {
    let scenarios = 0;
    for (const { before, atOnce: from } of STARTS) {
      for (const names of choicesOf(from, atOnce)) {
        const theatre = openTheatre();
        const found = await explore(theatre, before, names, together);
        theatre.close();
        scenarios += 1;
        states += found.states;
        if (found.violation === undefined) continue;
        say(`EXHAUSTIVE VIOLATION (${names.join(' | ')}), after ${states} states: ${found.violation}`);
        return false;
      }
    }
    const seconds = Math.round((Date.now() - started) / 1000);
    say(
      `every interleaving of ${atOnce} operations on three seats, ${scenarios} scenarios: no violation in ${states} states, ${seconds} s`,
    );
  }
  return true;
}
