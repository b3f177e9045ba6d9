import { type Copy, withMutant } from './copy';
import type { Mutant } from './patch';

type Together = { readonly texts: ReadonlyMap<string, string>; readonly mutants: readonly Mutant[] };

/** As many of them as fit together. */
function together(copy: Copy, mutants: readonly Mutant[]): Together {
  return mutants.reduce<Together>(
    (sum, one) => {
      try {
        return { texts: withMutant(one, copy, sum.texts), mutants: [...sum.mutants, one] };
      } catch {
        return sum;
      }
    },
    { texts: new Map(), mutants: [] },
  );
}

/**
 * What is wrong with mutants that no longer fit or do not compile, by their ids. Those that fit together are compiled
 * together, for looking at the types takes longer than most of the searches.
 */
export function faultsOf(copy: Copy, mutants: readonly Mutant[]): ReadonlyMap<string, string> {
  if (mutants.length === 0) return new Map();
  const { texts, mutants: tried } = together(copy, mutants);
  if (tried.length === 0) return new Map(mutants.map(({ id }) => [id, 'fits the code no more']));
  const { ok, text } = copy.with(texts, false, () => copy.checkTypes());
  const errors = text.split('\n').filter((line) => line.includes('error TS'));
  const isNamed = (file: string) => errors.some((line) => line.startsWith(file));
  const suspects = ok ? [] : tried.filter(({ patches }) => patches.some(({ file }) => isNamed(file)));
  if (!ok && suspects.length === 0) throw new Error(`do not compile together: ${errors.join('\n')}`);
  const faults = suspects.map(({ id, patches }) => {
    const own = errors.filter((line) => patches.some(({ file }) => line.startsWith(file)));
    return [id, `does not compile: ${own.join('; ')}`] as const;
  });
  return new Map([
    ...faults,
    ...faultsOf(
      copy,
      mutants.filter((one) => !tried.includes(one)),
    ),
  ]);
}
