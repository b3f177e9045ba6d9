import { pricesIn } from '../api/prices';
import type { Performance } from '../api/types';

/** What a buyer can do about a performance now. */
export type SaleState =
  | { readonly status: 'on-sale' }
  /** Members alone may choose seats until `at`. */
  | { readonly status: 'presale'; readonly at: string }
  | { readonly status: 'opens'; readonly at: string; readonly presaleAt?: string }
  | { readonly status: 'closed' }
  | { readonly status: 'cancelled' };

type Sale = Pick<Performance, 'status' | 'startsAt' | 'salesOpenAt' | 'presaleOpenAt' | 'salesCloseAt'>;

/** The server decides the same by the same times; this only tells the visitor beforehand. */
export function saleStateOf(performance: Sale, nowMs: number): SaleState {
  const { status, startsAt, salesOpenAt, salesCloseAt } = performance;
  if (status === 'cancelled') return { status: 'cancelled' };
  if (nowMs >= Date.parse(salesCloseAt ?? startsAt)) return { status: 'closed' };
  if (salesOpenAt === undefined || nowMs >= Date.parse(salesOpenAt)) return { status: 'on-sale' };
  return beforeSale(salesOpenAt, performance.presaleOpenAt, nowMs);
}

function beforeSale(at: string, presaleAt: string | undefined, nowMs: number): SaleState {
  if (presaleAt === undefined) return { status: 'opens', at };
  return nowMs < Date.parse(presaleAt) ? { status: 'opens', at, presaleAt } : { status: 'presale', at };
}

/** Seats can be chosen, by members at least. */
export const isSelling = ({ status }: SaleState): boolean => status === 'on-sale' || status === 'presale';

/** One line for a whole musical: the most hopeful of its dates. Undefined when it has none. */
export function musicalSaleState(performances: readonly Sale[], nowMs: number): SaleState | undefined {
  const states = performances.map((performance) => saleStateOf(performance, nowMs));
  const opening = states
    .filter((state) => state.status === 'opens')
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const find = (status: SaleState['status']) => states.find((state) => state.status === status);
  return find('on-sale') ?? find('presale') ?? opening[0] ?? find('closed') ?? find('cancelled');
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
