import { percentOf } from '../../../../shared/kernel/money';
import type { Fault } from '../../catalogue/domain/fault';
import type { Performance } from '../../catalogue/domain/performance';
import { type PriceType, priceIn } from '../../catalogue/domain/prices';
import { findSeat, knownSeat } from '../../catalogue/domain/seatingPlan';
import type { Allocation } from './allocation';
import { amountOf, linesOf, type PriceTypesAsked, type SaleLine, STANDARD_PRICE } from './saleLine';

/** What a customer pays is decided here and nowhere else. It is frozen with the seats, and whoever comes later reads it there. */

type Prices = Pick<Performance, 'sections' | 'priceTiers' | 'bookingFeePerSeat'>;

/** What the seats cost at the standard price, in minor units. Throws when one is not in the house or has no price. */
export function priced(prices: Prices, seats: readonly string[]) {
  const lines = seats.map((seatId) => standardLine(prices, seatId));
  const bookingFee = (prices.bookingFeePerSeat ?? 0) * seats.length;
  return { seats, lines, bookingFee, amount: amountOf(lines, bookingFee) };
}

function standardLine({ sections, priceTiers }: Prices, seatId: string): SaleLine {
  const { tier } = knownSeat(sections, seatId);
  const price = priceIn(priceTiers, tier);
  if (price === undefined) throw new RangeError(`Seat ${seatId} has no price.`);
  return { seatId, tier, priceTypeId: STANDARD_PRICE, price };
}

/**
 * The lines of what was sold before a sale had any. They are of today's tiers and prices where those add up to what was
 * paid; else each seat has an equal part.
 */
export function linesBefore(
  prices: Prices | undefined,
  sale: Pick<Allocation, 'seats' | 'amount' | 'bookingFee'>,
): readonly SaleLine[] {
  const lines = sale.seats.flatMap((seatId) => {
    const tier = prices && findSeat(prices.sections, seatId)?.tier;
    const price = prices && tier !== undefined ? priceIn(prices.priceTiers, tier) : undefined;
    return price === undefined ? [] : [{ seatId, tier: tier ?? '', priceTypeId: STANDARD_PRICE, price }];
  });
  const areThese =
    lines.length === sale.seats.length && amountOf(lines, sale.bookingFee ?? 0) === sale.amount;
  return areThese ? lines : linesOf(sale);
}

/**
 * Seats that were taken at the standard price, at the price types that are asked for. Both were frozen when they were taken.
 * Of the price types it keeps those that its lines have. Nothing adds up, for a seat has one.
 */
export function atPriceTypes<A extends Omit<Allocation, 'turns'>>(
  taken: A,
  asked: PriceTypesAsked = {},
): A | Fault {
  const { bookingFee = 0, terms } = taken;
  const offered = terms?.priceTypes ?? [];
  const standard = linesOf(taken);
  const chosen = typesBySeat(standard, offered, asked);
  if ('pointer' in chosen) return chosen;
  const lines = standard.map((line) => lineAt(line, chosen.get(line.seatId)));
  const priceTypes = offered.filter((type) => lines.some((line) => line.priceTypeId === type.priceTypeId));
  const { priceTypes: _offered, ...kept } = terms ?? {};
  return {
    ...taken,
    lines,
    amount: amountOf(lines, bookingFee),
    ...(terms === undefined
      ? {}
      : { terms: { ...kept, ...(priceTypes.length === 0 ? {} : { priceTypes }) } }),
  };
}

/** What is given away. Each seat keeps its line, which costs nothing. */
export const forNothing = (taken: Omit<Allocation, 'turns'>): Omit<Allocation, 'turns'> => ({
  ...taken,
  lines: linesOf(taken).map((line) => ({ ...line, price: 0 })),
  bookingFee: 0,
  amount: 0,
});

/** Rounded down, and never below nothing. */
function lineAt(standard: SaleLine, type: PriceType | undefined): SaleLine {
  if (type === undefined) return standard;
  const price =
    'percentOff' in type
      ? percentOf(standard.price, 100 - type.percentOff)
      : Math.max(0, standard.price - type.amountOff);
  return { ...standard, priceTypeId: type.priceTypeId, price };
}

type Chosen = ReadonlyMap<string, PriceType>;

function typesBySeat(
  lines: readonly SaleLine[],
  offered: readonly PriceType[],
  asked: PriceTypesAsked,
): Chosen | Fault {
  const chosen = new Map<string, PriceType>();
  // Those of few tiers choose before those of many.
  const byChoice = Object.entries(asked).toSorted(([a], [b]) => tiersOf(offered, a) - tiersOf(offered, b));
  for (const [key, value] of byChoice) {
    const fault =
      typeof value === 'string'
        ? choose(
            chosen,
            offered,
            value,
            lines.filter(({ seatId }) => seatId === key),
            1,
          )
        : choose(chosen, offered, key, lines, value);
    if (fault !== undefined) return { pointer: `/priceTypes/${key}`, detail: fault };
  }
  return chosen;
}

const tiersOf = (offered: readonly PriceType[], id: string): number =>
  offered.find(({ priceTypeId }) => priceTypeId === id)?.tiers?.length ?? Number.MAX_SAFE_INTEGER;

/** Gives so many of these seats the price type, or says why not. */
function choose(
  chosen: Map<string, PriceType>,
  offered: readonly PriceType[],
  id: string,
  lines: readonly SaleLine[],
  count: number,
): string | undefined {
  if (lines.length === 0) return 'This seat is not among those that are reserved.';
  if (id === STANDARD_PRICE) return undefined;
  const type = offered.find(({ priceTypeId }) => priceTypeId === id);
  if (type === undefined) return `There is no price type ${id}.`;
  const fitting = lines.filter(({ tier }) => type.tiers === undefined || type.tiers.includes(tier));
  const free = fitting.filter(({ seatId }) => !chosen.has(seatId)).slice(0, count);
  if (free.length < count)
    return fitting.length < count
      ? `The price type ${id} is not for the tier ${lines.find((line) => !fitting.includes(line))?.tier}.`
      : `There are not ${count} seats left for the price type ${id}.`;
  for (const { seatId } of free) chosen.set(seatId, type);
  return undefined;
}
