import type { SeatMap } from '../api/types';

export type TierLeft = { readonly tier: string; readonly price: number; readonly left: number };

/** What is still free, by tier, the dearest first. */
export function leftByTier({ sections }: Pick<SeatMap, 'sections'>): TierLeft[] {
  const tiers = new Map<string, TierLeft>();
  for (const { tier, price, seats } of sections) {
    const left = seats.filter(({ status }) => status === 'available').length;
    tiers.set(tier, { tier, price, left: (tiers.get(tier)?.left ?? 0) + left });
  }
  return [...tiers.values()].sort((a, b) => b.price - a.price);
}

/** Below this share of the house a buyer should know that it is nearly full. */
const FEW = 0.05;

export const isNearlyFull = ({ available, capacity }: Pick<SeatMap, 'available' | 'capacity'>): boolean =>
  available > 0 && available <= Math.max(10, capacity * FEW);
