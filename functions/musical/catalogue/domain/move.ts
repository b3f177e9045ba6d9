import { isDeepStrictEqual } from 'node:util';
import type { Move, OnMove } from '../../contract';
import { type Home, withMusical } from './musical';
import { isToCome, type Performance } from './performance';

/** Whoever takes seats reads them all, so there are few. */
const MAX_MOVES = 20;

/** What is changed by a move. */
const whenAndWhere = ({ startsAt, venue: { name, timeZone } }: Performance): Move['from'] => ({
  startsAt,
  venue: { name, timeZone },
});

/**
 * The performance after a change, with the moves it had before, and one more if it is still to be played and would be so
 * at another time or venue.
 */
export function withMove(
  { moves, ...before }: Performance,
  after: Performance,
  onMove: OnMove,
  now: string,
): Performance {
  const [from, to] = [whenAndWhere(before), whenAndWhere(after)];
  if (!isToCome(before, now) || isDeepStrictEqual(from, to))
    return moves === undefined ? after : { ...after, moves };
  const n = (moves?.at(-1)?.n ?? 0) + 1;
  return { ...after, changedAt: now, moves: [...(moves ?? []), { n, from, to, onMove }] };
}

/** Why it cannot be moved once more. Undefined when it can. */
export const movesTooOften = ({ performanceId, moves = [] }: Performance) =>
  moves.length > MAX_MOVES
    ? {
        kind: 'too-late' as const,
        detail: `Performance ${performanceId} was moved ${MAX_MOVES} times. Cancel it and create another.`,
      }
    : undefined;

/** The performance as it is when its musical has these titles and this venue. It is moved when it is played in that venue. */
export const inMusical = (
  musical: Home,
  performance: Performance,
  now: string,
  onMove: OnMove = 'keep',
): Performance => withMove(performance, withMusical(musical, performance), onMove, now);
