/** How the code waits and how it draws lots. Both come from outside, so that a simulation decides them. */
export type Pacing = {
  readonly sleep: (ms: number) => Promise<void>;
  /** At least 0 and below 1. */
  readonly random: () => number;
};

export const systemPacing: Pacing = {
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

export type Backoff = { readonly firstMs: number; readonly longestMs: number };

/** A power of two beyond which every pause is at its longest. */
const MAX_DOUBLINGS = 20;

/** The pause after `pausesBefore` others. It doubles each time, up to the longest. */
export const backoffMs = (pausesBefore: number, { firstMs, longestMs }: Backoff): number =>
  Math.min(firstMs * 2 ** Math.min(pausesBefore, MAX_DOUBLINGS), longestMs);
