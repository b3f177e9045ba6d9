import type { Clock } from './clock';

/** Asks to be let through. Undefined when it is, else the seconds until it is worth asking again. */
export type LetThrough = () => number | undefined;

/** Lets `burst` through at once and `perSecond` in the long run. It counts for this process alone. */
export function tokenBucket(
  clock: Clock,
  { burst, perSecond }: { readonly burst: number; readonly perSecond: number },
): LetThrough {
  let left = burst;
  let atMs = clock.now();
  return () => {
    const nowMs = clock.now();
    left = Math.min(burst, left + (Math.max(0, nowMs - atMs) / 1000) * perSecond);
    atMs = nowMs;
    if (left < 1) return Math.ceil((1 - left) / perSecond);
    left -= 1;
    return undefined;
  };
}
