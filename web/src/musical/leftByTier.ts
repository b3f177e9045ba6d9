import type { SeatMap } from '../api/types';

export type TierLeft = { readonly tier: string; readonly price: number; readonly left: number };

/** What is still free, by tier, the dearest first. */
export function leftByTier({ sections }: Pick<SeatMap, 'sections'>): TierLeft[] {
  const tiers = new Map<string, TierLeft>();
  for (const section of sections)
    for (const { tier = section.tier, price = section.price, status } of section.seats) {
      const left = tiers.get(tier)?.left ?? 0;
      tiers.set(tier, { tier, price, left: left + Number(status === 'available') });
    }
  return [...tiers.values()].sort((a, b) => b.price - a.price);
}

/** Below this share of the house a buyer should know that it is nearly full. */
const FEW = 0.05;

export const isNearlyFull = ({ available, capacity }: Pick<SeatMap, 'available' | 'capacity'>): boolean =>
  available > 0 && available <= Math.max(10, capacity * FEW);
