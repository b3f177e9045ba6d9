import { serverNow } from '../api/serverClock';
import type { Performance, SeatMap } from '../api/types';

const RUSH_MS = 10 * 60_000;
const LEAST = 16;
/** In a larger house over more groups. */
const SHARE = 1 / 64;

/**
 * Over how many of the best groups buyers are to be spread: in the minutes after the opening many ask at once, and all
 * but one would lose the very best. Later it is the very best for everybody.
 */
export function crowdOf(
  { salesOpenAt }: Pick<Performance, 'salesOpenAt'>,
  sections: readonly SeatMap['sections'][number][],
  nowMs: number = serverNow(),
): number {
  const sinceMs = nowMs - Date.parse(salesOpenAt ?? '');
  if (!(sinceMs >= 0 && sinceMs < RUSH_MS)) return 1;
  return Math.max(LEAST, Math.floor(sections.reduce((sum, { seats }) => sum + seats.length, 0) * SHARE));
}
