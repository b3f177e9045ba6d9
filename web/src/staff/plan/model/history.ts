/** What was, what is, and what was undone. Each is the whole house, and they share whatever did not change. */
export type History<T> = { readonly past: readonly T[]; readonly now: T; readonly future: readonly T[] };

/** More than an evening's work, and little memory. */
export const MOST_STEPS = 500;

export const begun = <T>(now: T): History<T> => ({ past: [], now, future: [] });

/** What changes nothing is no step. */
export function did<T>(history: History<T>, next: T): History<T> {
  const { past, now } = history;
  return next === now ? history : { past: [...past, now].slice(-MOST_STEPS), now: next, future: [] };
}

export function undone<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  const before = past.at(-1);
  return before === undefined ? history : { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

export function redone<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  const [next, ...rest] = future;
  return next === undefined ? history : { past: [...past, now], now: next, future: rest };
}
