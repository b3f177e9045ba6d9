import type { SeatMap } from '../api/types';

export type TierLeft = { readonly tier: string; readonly price: number; readonly left: number };

/** What is still free, by tier, the dearest first. */
export function leftByTier({ sections }: Pick<SeatMap, 'sections'>): TierLeft[] {
  const tiers = new Map<string, { tier: string; price: number; left: number }>();
  for (const section of sections)
    for (const { tier = section.tier, price = section.price, status } of section.seats) {
      const known = tiers.get(tier);
      const isLeft = status === 'available' ? 1 : 0;
      if (known === undefined) tiers.set(tier, { tier, price, left: isLeft });
      else known.left += isLeft;
    }
  return [...tiers.values()].sort((a, b) => b.price - a.price);
}

/** Below this share of the house a buyer should know that it is nearly full. */
const FEW = 0.05;

export const isNearlyFull = ({ available, capacity }: Pick<SeatMap, 'available' | 'capacity'>): boolean =>
  available > 0 && available <= Math.max(10, capacity * FEW);
