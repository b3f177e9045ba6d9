import type { Performance } from '../../catalogue/domain/performance';
import { knownSeat } from '../../catalogue/domain/seatingPlan';
import { amountOf, type SaleLine, STANDARD_PRICE } from './saleLine';

/** What a customer pays is decided here and nowhere else. It is frozen with the seats, and whoever comes later reads it there. */

type Prices = Pick<Performance, 'sections' | 'priceTiers'>;

/** What the seats cost, each and together, in minor units. Throws when one is not in the house or has no price. */
export function priced(prices: Prices, seats: readonly string[]) {
  const lines = seats.map((seatId) => standardLine(prices, seatId));
  return { seats, lines, amount: amountOf(lines, 0) };
}

function standardLine({ sections, priceTiers }: Prices, seatId: string): SaleLine {
  const { tier } = knownSeat(sections, seatId);
  const price = Object.hasOwn(priceTiers, tier) ? priceTiers[tier] : undefined;
  if (price === undefined) throw new RangeError(`Seat ${seatId} has no price.`);
  return { seatId, tier, priceTypeId: STANDARD_PRICE, price };
}
