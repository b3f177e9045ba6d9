import type { Clock } from './clock';

/** Entries kept at most. The oldest goes first. */
const MAX_ENTRIES = 500;

/**
 * One read for everybody who asks for the same key within `freshForMs`, also while it is still under way. So a crowd
 * costs one read a moment. A read that failed is not kept.
 */
export function coalesceReads<T>(
  read: (key: string) => Promise<T>,
  freshForMs: number,
  clock: Clock,
): (key: string) => Promise<T> {
  const known = new Map<string, { readonly at: number; readonly value: Promise<T> }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined && clock.now() - before.at < freshForMs) return before.value;
    const value = read(key);
    known.delete(key);
    known.set(key, { at: clock.now(), value });
    value.catch(() => known.get(key)?.value === value && known.delete(key));
    const oldest = known.keys().next().value;
    if (known.size > MAX_ENTRIES && oldest !== undefined) known.delete(oldest);
    return value;
  };
}
