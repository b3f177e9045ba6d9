export type Backoff = { readonly firstMs: number; readonly longestMs: number };

/** A power of two beyond which every pause is at its longest. */
const MAX_DOUBLINGS = 20;

/** The pause after `pausesBefore` others. It doubles each time, up to the longest. */
export const backoffMs = (pausesBefore: number, { firstMs, longestMs }: Backoff): number =>
  Math.min(firstMs * 2 ** Math.min(pausesBefore, MAX_DOUBLINGS), longestMs);
