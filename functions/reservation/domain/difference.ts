import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';

/** Money of a reservation in minor units: what was ever captured, and what of it went back. */
export const sumsSchema = z.object({ captured: z.int(), refunded: z.int() });
export type Sums = Immutable<z.infer<typeof sumsSchema>>;

/**
 * What the provider's books said otherwise than ours. `returned`: more went back than we have asked for. `captured`: more
 * was taken than we know of. `missing`: the provider has less of what we count on. Times are UTC.
 */
export const differenceSchema = z.object({
  kind: z.enum(['returned', 'captured', 'missing']),
  ours: sumsSchema,
  provider: sumsSchema,
  foundAt: z.string(),
  /** When both said the same again, or the provider said something else. */
  closedAt: z.string().optional(),
});
export type Difference = Immutable<z.infer<typeof differenceSchema>>;

export const openDifference = (differences: readonly Difference[] = []): Difference | undefined => {
  const last = differences.at(-1);
  return last?.closedAt === undefined ? last : undefined;
};

export const isOpen = (differences: readonly Difference[] | undefined): boolean =>
  openDifference(differences) !== undefined;

/** What both books say of one reservation. */
export type Comparison = { readonly ours: Sums; readonly provider: Sums };

const areEqual = (a: Sums, b: Sums): boolean => a.captured === b.captured && a.refunded === b.refunded;

export const doAgree = ({ ours, provider }: Comparison): boolean => areEqual(ours, provider);

/** Whether this is what is noted already, be it that both say the same or by how much they differ. */
export function isKnown(differences: readonly Difference[] | undefined, compared: Comparison): boolean {
  const open = openDifference(differences);
  if (open === undefined) return doAgree(compared);
  return areEqual(open.ours, compared.ours) && areEqual(open.provider, compared.provider);
}

export const kindOf = ({ ours, provider }: Comparison): Difference['kind'] => {
  if (provider.captured > ours.captured) return 'captured';
  return provider.captured === ours.captured && provider.refunded > ours.refunded ? 'returned' : 'missing';
};
