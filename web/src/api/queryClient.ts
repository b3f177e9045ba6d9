import { QueryClient } from '@tanstack/preact-query';
import { asProblem } from './problem';

const MAX_RETRIES = 3;
const LONGEST_PAUSE_MS = 15_000;

/** How long to wait before asking again: what the answer says, else longer each time, with jitter. */
export function pauseMs(failures: number, error: unknown, random: () => number = Math.random): number {
  const { retryAfterSeconds } = asProblem(error);
  const asked = retryAfterSeconds === undefined ? 500 * 2 ** failures : retryAfterSeconds * 1000;
  return Math.min(asked, LONGEST_PAUSE_MS) * (1 + random() / 4);
}

/** Refused for now only, and nothing was done: it is asked again without anybody's doing. */
export const isBusy = (error: unknown): boolean => [429, 503].includes(asProblem(error).status);

/**
 * Asks again only what may succeed later. What somebody presses is sent at once or fails at once: without a network it
 * would else happen later, when nobody expects it any more.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => asProblem(error).isPassing && failures < MAX_RETRIES,
        retryDelay: pauseMs,
        throwOnError: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
