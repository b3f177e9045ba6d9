import { parseTimeSpan } from '../app/timeSpan';

export interface RetryPolicy {
  /** −1 for no end. */
  readonly maxRetryCount: number;
  readonly minDelayMs: number;
  readonly maxDelayMs: number;
  readonly exponential: boolean;
}

/**
 * The library rounds intervals to whole seconds, so 200 ms arrives as 0. A pause this short keeps an endless retry
 * from taking a whole core. The real host would spin.
 */
const SHORTEST_DELAY_MS = 50;

type Interval = string | { readonly seconds?: number } | undefined;

/** Reads a policy from the library's metadata (durations as objects) or host.json (as TimeSpan text). */
export function toRetryPolicy(options: unknown): RetryPolicy | undefined {
  if (typeof options !== 'object' || options === null) return undefined;
  const from = options as Record<string, unknown>;
  const exponential = (from.retryStrategy ?? from.strategy) === 'exponentialBackoff';
  const minDelayMs = toMs((exponential ? from.minimumInterval : from.delayInterval) as Interval);
  return {
    maxRetryCount: Number(from.maxRetryCount ?? -1),
    exponential,
    minDelayMs,
    maxDelayMs: exponential ? toMs(from.maximumInterval as Interval) : minDelayMs,
  };
}

function toMs(interval: Interval): number {
  if (interval === undefined) return 0;
  return typeof interval === 'string' ? (parseTimeSpan(interval) ?? 0) : (interval.seconds ?? 0) * 1_000;
}

/** Whether a run that failed for the n-th time (from 1) is tried again. */
export const mayRetry = (policy: RetryPolicy, failures: number): boolean =>
  policy.maxRetryCount === -1 || failures <= policy.maxRetryCount;

/**
 * Pause before retry n (from 1), in milliseconds. An exponential one is minimum × 2^(n−1), each ±20 %, at most the
 * maximum.
 *
 * @param random a number in [0, 1).
 */
export function retryDelayMs(policy: RetryPolicy, retry: number, random: number): number {
  if (!policy.exponential) return Math.max(SHORTEST_DELAY_MS, policy.minDelayMs);
  const grown = policy.minDelayMs * 2 ** Math.min(retry - 1, 30) * (0.8 + 0.4 * random);
  return Math.max(SHORTEST_DELAY_MS, Math.min(grown, policy.maxDelayMs));
}
