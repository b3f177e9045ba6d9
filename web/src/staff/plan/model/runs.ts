/** So many neighbours of a row that are alike. */
export type Run = { readonly seats: number };

/** Each seat's own item, from the left. */
export const unrolled = <T extends Run>(runs: readonly T[]): T[] =>
  runs.flatMap((run) => Array.from({ length: run.seats }, () => run));

/** Neighbours that are alike become one run. */
export function runsOf<T extends object>(
  items: readonly T[],
  isSame: (a: T, b: T) => boolean,
): (T & { readonly seats: number })[] {
  const runs: { item: T; seats: number }[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last !== undefined && isSame(last.item, item)) last.seats++;
    else runs.push({ item, seats: 1 });
  }
  return runs.map(({ item, seats }) => ({ ...item, seats }));
}
