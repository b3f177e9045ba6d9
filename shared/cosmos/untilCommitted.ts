import { type Backoff, backoffMs } from '../kernel/backoff';
import type { Pacing } from '../kernel/pacing';
import { StoreUnavailable } from './cosmos';

/** Each lost try means that somebody else's write was stored, so the system as a whole goes on. */
export const MAX_TRIES = 12;
/** Twelve tries take three seconds at most, which every request has. */
const BETWEEN_TRIES: Backoff = { firstMs: 10, longestMs: 500 };

/**
 * Reads, decides and writes, and does it again on a conflict. `tryOnce` answers `conflict` when somebody else was
 * faster, and any other answer is the result. The pauses between the tries grow, and chance keeps two rivals apart.
 * Throws StoreUnavailable when every try met a conflict, and what `tryOnce` throws at once.
 */
export async function untilCommitted<T>(
  { sleep, random }: Pacing,
  subject: string,
  tryOnce: (triesBefore: number) => Promise<T | 'conflict'>,
): Promise<T> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    if (tries > 0) await sleep(Math.ceil(backoffMs(tries - 1, BETWEEN_TRIES) * random()));
    const outcome = await tryOnce(tries);
    if (outcome !== 'conflict') return outcome as T;
  }
  throw new StoreUnavailable(
    `Others changed the ${subject} at each of ${MAX_TRIES} tries. Nothing is stored; send the same request again.`,
  );
}
