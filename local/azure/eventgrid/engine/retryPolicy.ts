const SECOND = 1000;
const FAST = [0.1, 0.5, 1, 2, 5].map((s) => s * SECOND);
const STEADY = { attempts: 20, delayMs: 10 * SECOND };
const SLOW_DELAY_MS = 60 * SECOND;

/** Source: Event Grid docs, "delivery and retry": by default 30 attempts and 24 hours, whichever ends first. */
export const MAX_ATTEMPTS = 30;
export const TIME_TO_LIVE_MS = 24 * 60 * 60 * SECOND;

/**
 * The delay before the next attempt, after `attempts` that failed. Azure waits 10 s, 30 s, 1, 5, 10, 30 min, 1, 3, 6,
 * 12 h. A restart of the local bus takes seconds, so here it is 0.1, 0.5, 1, 2, 5 s, then 10 s, from the 21st attempt
 * on 60 s. As in Azure a little chance is added (up to a tenth), so that what failed together does not come back
 * together.
 */
export function retryDelayMs(attempts: number, random: () => number): number {
  const delayMs = FAST[attempts - 1] ?? (attempts <= STEADY.attempts ? STEADY.delayMs : SLOW_DELAY_MS);
  return Math.round(delayMs * (1 + random() / 10));
}
