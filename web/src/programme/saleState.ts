import { pricesIn } from '../api/prices';
import type { Performance } from '../api/types';

/** What a buyer can do about a performance now. */
export type SaleState =
  | { readonly status: 'on-sale' }
  | { readonly status: 'opens'; readonly at: string }
  | { readonly status: 'closed' }
  | { readonly status: 'cancelled' };

type Sale = Pick<Performance, 'status' | 'startsAt' | 'salesOpenAt' | 'salesCloseAt'>;

/** The server decides the same by the same times; this only tells the visitor beforehand. */
export function saleStateOf(performance: Sale, nowMs: number): SaleState {
  const { status, startsAt, salesOpenAt, salesCloseAt } = performance;
  if (status === 'cancelled') return { status: 'cancelled' };
  if (nowMs >= Date.parse(salesCloseAt ?? startsAt)) return { status: 'closed' };
  if (salesOpenAt !== undefined && nowMs < Date.parse(salesOpenAt))
    return { status: 'opens', at: salesOpenAt };
  return { status: 'on-sale' };
}

/** One line for a whole musical: the most hopeful of its dates. Undefined when it has none. */
export function musicalSaleState(performances: readonly Sale[], nowMs: number): SaleState | undefined {
  const states = performances.map((performance) => saleStateOf(performance, nowMs));
  const opening = states
    .filter((state) => state.status === 'opens')
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const find = (status: SaleState['status']) => states.find((state) => state.status === status);
  return find('on-sale') ?? opening[0] ?? find('closed') ?? find('cancelled');
}

/** The least and the most that a seat costs; undefined when there is none, or when currencies differ. */
export function priceRange(
  performances: readonly Pick<Performance, 'currency' | 'priceTiers'>[],
): { readonly from: number; readonly to: number; readonly currency: string } | undefined {
  const prices = performances.flatMap(({ priceTiers }) => pricesIn(priceTiers).map(([, price]) => price));
  const [currency, ...others] = new Set(performances.map((performance) => performance.currency));
  if (currency === undefined || others.length > 0 || prices.length === 0) return undefined;
  return { from: Math.min(...prices), to: Math.max(...prices), currency };
}
