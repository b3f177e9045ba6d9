import { reasonOf } from '../../../shared/telemetry/log';
import { Violation } from '../violation';
import { type OperationName, STARTS } from './operations';
import { type Move, openTheatre, type Run, type Theatre } from './theatre';

type Scenario = { readonly before: readonly OperationName[]; readonly atOnce: readonly OperationName[] };
type Found = { readonly states: number; readonly violation: string | undefined };

/** Every choice of so many of these. */
function choicesOf<T>(from: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return from.flatMap((first, i) => choicesOf(from.slice(i + 1), count - 1).map((rest) => [first, ...rest]));
}

/**
 * Every interleaving of these operations: each move is a call to the store. Two orders that lead to the same stored
 * documents, with every operation having seen the same, go on alike and are followed once.
 */
async function explore(theatre: Theatre, { before, atOnce }: Scenario): Promise<Found> {
  const known = new Set<string>();
  const open: Move[][] = [[]];
  for (let moves = open.pop(); moves !== undefined; moves = open.pop()) {
    const run = await theatre.begin(before, atOnce);
    const why = await follow(run, moves, open, known);
    if (why === undefined) continue;
    const order = `before: ${before.join(', ') || 'nothing'}\n  ${run.steps.join('\n  ')}`;
    return { states: known.size, violation: `${why}\n  ${order}` };
  }
  return { states: known.size, violation: undefined };
}

/** Makes the moves and goes on along the first choice; the others are kept for later. Returns what was broken. */
async function follow(
  run: Run,
  moves: readonly Move[],
  open: Move[][],
  known: Set<string>,
): Promise<string | undefined> {
  const made = [...moves];
  try {
    for (const move of moves) await run.make(move);
    for (;;) {
      const state = run.state();
      if (known.has(state)) return undefined;
      known.add(state);
      const [first, ...others] = run.moves();
      if (first === undefined) return undefined;
      open.push(...others.map((other) => [...made, other]));
      await run.make(first);
      made.push(first);
    }
  } catch (error) {
    return error instanceof Violation ? error.message : `unexpected-error: ${reasonOf(error)}`;
  }
}

/** All scenarios of two operations, of three, …, of `most`. Returns whether nothing was broken. */
export async function exploreAll(say: (line: string) => void, most: number): Promise<boolean> {
  for (let count = 2; count <= most; count++) {
    const started = Date.now();
    const scenarios = STARTS.flatMap(({ before, atOnce }) =>
      choicesOf(atOnce, count).map((chosen) => ({ before, atOnce: chosen })),
    );
    let states = 0;
    for (const scenario of scenarios) {
      const theatre = openTheatre();
      const found = await explore(theatre, scenario);
      theatre.close();
      states += found.states;
      if (found.violation === undefined) continue;
      say(
        `EXHAUSTIVE VIOLATION (${scenario.atOnce.join(' | ')}), after ${states} states: ${found.violation}`,
      );
      return false;
    }
    const seconds = Math.round((Date.now() - started) / 1000);
    say(
      `every interleaving of ${count} operations on three seats, ${scenarios.length} scenarios: no violation in ${states} states, ${seconds} s`,
    );
  }
  return true;
}
