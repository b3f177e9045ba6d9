/** One change of one file: `find` has to be there exactly once. */
export type Patch = { readonly file: string; readonly find: string; readonly replace: string };

/** A way to build it wrong that looks right: a small patch that still compiles, and that the proof must notice. */
export type Mutant = {
  readonly id: string;
  readonly what: string;
  readonly patches: readonly Patch[];
  /** The test that notices it, where the simulation meets it too rarely. */
  readonly by?: string;
};

export const mutant = (id: string, what: string, ...patches: readonly Patch[]): Mutant => ({
  id,
  what,
  patches,
});

/** Instead of a test: the search of all interleavings. */
export const EVERY_INTERLEAVING = 'tests/simulation/exhaustive';

/** The same, noticed by this test and not by the random search. */
export const heldBy = (by: string, one: Mutant): Mutant => ({ ...one, by });

/** Throws when the patch no longer fits what it was made for. */
export function applied(text: string, { file, find, replace }: Patch): string {
  const places = text.split(find).length - 1;
  if (places !== 1)
    throw new Error(`the patch of ${file} fits ${places} places instead of one: ${find.slice(0, 60)}`);
  return text.replace(find, () => replace);
}
