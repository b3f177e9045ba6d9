import { pricesIn, tierName } from '../api/prices';
import type { Performance } from '../api/types';

export type Month<P> = { readonly key: string; readonly performances: readonly P[] };

/** Performances in the order they are played, a group for each month on the venue's calendar. */
export function byMonth<P extends Pick<Performance, 'startsAt' | 'venue'>>(
  performances: readonly P[],
): Month<P>[] {
  const months = new Map<string, P[]>();
  for (const performance of [...performances].sort(
    (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt),
  )) {
    const key = monthOf(performance);
    months.set(key, [...(months.get(key) ?? []), performance]);
  }
  return [...months].map(([key, members]) => ({ key, performances: members }));
}

const monthOf = ({ startsAt, venue }: Pick<Performance, 'startsAt' | 'venue'>): string =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone: venue.timeZone }).format(
    new Date(startsAt),
  );

type Prices = Pick<Performance, 'priceTiers' | 'currency'>;

/** The prices, the dearest first, when they are the same on every date; else undefined. */
export function pricesOfAll(
  performances: readonly Prices[],
):
  | { readonly currency: string; readonly tiers: readonly (readonly [name: string, price: number])[] }
  | undefined {
  const [first, ...rest] = performances;
  const written = ({ priceTiers, currency }: Prices) =>
    currency + JSON.stringify(Object.entries(priceTiers).sort());
  if (first === undefined || rest.some((other) => written(other) !== written(first))) return undefined;
  const tiers = pricesIn(first.priceTiers).sort(([, a], [, b]) => b - a);
  const named = tiers.map(([tier, price]) => [tierName(first.priceTiers, tier), price] as const);
  return { currency: first.currency, tiers: named };
}
