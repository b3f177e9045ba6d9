import { z } from 'zod';
import type { Immutable } from '../kernel/immutable';

/** Money in minor units: what was ever captured, and what of it went back. */
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

/** What both books say of the same thing. */
export type Comparison = { readonly ours: Sums; readonly provider: Sums };

const areEqual = (a: Sums, b: Sums): boolean => a.captured === b.captured && a.refunded === b.refunded;

const doAgree = ({ ours, provider }: Comparison): boolean => areEqual(ours, provider);

/** Whether this is what is noted already, be it that both say the same or by how much they differ. */
export function isKnown(differences: readonly Difference[] | undefined, compared: Comparison): boolean {
  const open = openDifference(differences);
  if (open === undefined) return doAgree(compared);
  return areEqual(open.ours, compared.ours) && areEqual(open.provider, compared.provider);
}

const kindOf = ({ ours, provider }: Comparison): Difference['kind'] => {
  if (provider.captured > ours.captured) return 'captured';
  return provider.captured === ours.captured && provider.refunded > ours.refunded ? 'returned' : 'missing';
};

/** What is noted when both books say this now: that they differ, that they do so otherwise, or that they agree again. */
export function noteDifference(
  differences: readonly Difference[] = [],
  compared: Comparison,
  now: string,
): readonly Difference[] {
  const open = openDifference(differences);
  const before = open === undefined ? differences : [...differences.slice(0, -1), { ...open, closedAt: now }];
  return doAgree(compared) ? before : [...before, { kind: kindOf(compared), ...compared, foundAt: now }];
}

/** Its place in the list of differences, if there is an open one. */
export const differenceKeyOf = (
  id: string,
  differences: readonly Difference[] | undefined,
): string | undefined => {
  const open = openDifference(differences);
  return open === undefined ? undefined : `${open.foundAt} ${id}`;
};
