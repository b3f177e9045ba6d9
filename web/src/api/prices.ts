import { type Language, language } from '../texts';
import type { Performance } from './types';

type PriceTiers = Performance['priceTiers'];

/** What a seat of each tier costs. */
export const pricesIn = (priceTiers: PriceTiers): [tier: string, price: number][] =>
  Object.entries(priceTiers).map(([tier, at]) => [tier, typeof at === 'object' ? at.price : at]);

/** What a tier is called to its buyers. */
export function tierName(tiers: PriceTiers, tier: string, spoken: Language = language.value): string {
  const at = tiers[tier];
  return (typeof at === 'object' ? at.name?.[spoken] : undefined) ?? tier;
}

/** The colour that the theatre has given it. */
export function colourOf(tiers: PriceTiers, tier: string): string | undefined {
  const at = tiers[tier];
  return typeof at === 'object' ? at.colour : undefined;
}
