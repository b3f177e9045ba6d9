const RESERVED_AT_ONCE = 100_000;

/** Next log sequence numbers of one container. They grow strictly, also over a crash, and gaps are harmless. */
export type Sequence = { readonly next: () => number; readonly current: () => number };

/**
 * @param reserved the highest number that may have been given out before
 * @param reserve makes a new upper bound durable
 */
export function createSequence(reserved: number, reserve: (bound: number) => void): Sequence {
  let current = reserved;
  let bound = reserved;
  return {
    next: () => {
      if (current >= bound) {
        bound = current + RESERVED_AT_ONCE;
        reserve(bound);
      }
      current += 1;
      return current;
    },
    current: () => current,
  };
}
