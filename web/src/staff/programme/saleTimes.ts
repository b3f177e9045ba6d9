import { asSent } from '../parts/wallClock';

/** When tickets can be bought, each time of which may be left out. */
export const SALE_TIMES = ['presaleOpenAt', 'salesOpenAt', 'salesCloseAt'] as const;
type SaleTime = (typeof SALE_TIMES)[number];

/** As the API takes them, of what the fields hold. */
export const saleTimesOf = (typed: Readonly<Partial<Record<SaleTime, string>>>) =>
  Object.fromEntries(
    SALE_TIMES.flatMap((name) => (typed[name] ? [[name, asSent(typed[name])] as const] : [])),
  ) as Partial<Record<SaleTime, string>>;
