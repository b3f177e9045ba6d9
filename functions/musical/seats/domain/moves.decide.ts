import type { Performance } from '../../catalogue/domain/performance';
import type { KeptMove, Move } from '../../contract';
import type { Allocation } from './allocation';

/** What becomes of taken seats when their performance is moved to another time or venue. */

/** What an allocation notes of the moves that were made before it. */
export function latestMoveOf({ moves }: Performance): Pick<Allocation, 'move'> {
  const latest = moves?.at(-1);
  return latest === undefined ? {} : { move: latest.n };
}

type Taken = Pick<Allocation, 'move' | 'terms'>;

/** The moves that its holder has not been told of. */
const movesAfter = ({ moves = [] }: Performance, { move = 0 }: Taken): readonly Move[] =>
  moves.filter(({ n }) => n > move);

/**
 * Whether the promise of a time holds through all moves since. It does not when the theatre refunds one of them, or when
 * the start became another without a move, as by a host of the version before. Who knows of a later move than the
 * performance was read with has what is promised there.
 */
export function isKeptThrough(performance: Performance, taken: Taken): boolean {
  const { move: latest = 0 } = latestMoveOf(performance);
  if ((taken.move ?? 0) > latest) return true;
  const moves = movesAfter(performance, taken);
  if (moves.some(({ onMove }) => onMove === 'refund')) return false;
  const promised = [taken.terms?.startsAt, ...moves.map(({ to }) => to.startsAt)];
  const expected = [...moves.map(({ from }) => from.startsAt), performance.startsAt];
  return taken.terms === undefined || promised.every((at, i) => at === expected[i]);
}

/**
 * The next move that a reservation with these seats is to be told of. One at a time, so that none overtakes another. None
 * where the theatre refunds one of them: whose seats were taken after the look for those is found by the next one.
 */
export const nextMove = (performance: Performance, allocation: Allocation): Move | undefined =>
  allocation.phase === 'hold' ||
  allocation.moving !== undefined ||
  movesAfter(performance, allocation).some(({ onMove }) => onMove === 'refund')
    ? undefined
    : movesAfter(performance, allocation)[0];

/** The allocation on the terms after this move. */
const goThrough = (allocation: Allocation, { n, from, to }: Move): Allocation => {
  const { terms, moves = [] } = allocation;
  if (terms === undefined) return allocation;
  const kept: KeptMove = { n, from, to };
  return { ...allocation, terms: { ...terms, ...to }, move: n, moves: [...moves, kept] };
};

/** The same, and its reservation is to be told. */
export const moveSeats = (live: Allocation, move: Move, since: string): Allocation => ({
  ...goThrough(live, move),
  moving: { n: move.n, since },
});

/** A hold that is reserved goes through all moves at once. SeatsHeld names them, before anything is paid. */
export const atLatestMove = (performance: Performance, hold: Allocation): Allocation =>
  movesAfter(performance, hold).reduce(goThrough, hold);

/** The customer was told of the move. */
export const moveHeard = ({ moving: _heard, ...allocation }: Allocation): Allocation => allocation;
