import type { Performance } from './types';

/** What a seat of each tier costs. */
export const pricesIn = (priceTiers: Performance['priceTiers']): [tier: string, price: number][] =>
  Object.entries(priceTiers).map(([tier, at]) => [tier, typeof at === 'object' ? at.price : at]);
