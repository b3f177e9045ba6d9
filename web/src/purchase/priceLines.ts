import type { Performance } from '../api/types';
import { inHouseOrder, type Place, placeOf } from '../parts/seatName';

/** One seat of what is to be paid. Later: its price type (youth, disabled, …). */
export type Line = {
  readonly seatId: string;
  readonly place: Place | undefined;
  /** Absent when today's prices no longer add up to what was agreed: then only the sum is told. */
  readonly price?: number;
};

type House = Pick<Performance, 'sections' | 'priceTiers'>;

/** What is bought. A reservation says what each seat was sold for; a hold says the sum alone. */
export type Bought = {
  readonly seats: readonly string[];
  readonly amount: number;
  readonly currency: string;
  readonly lines?: readonly { readonly seatId: string; readonly price: number }[] | undefined;
  readonly bookingFee?: number | undefined;
};

/** Seat by seat what it costs. */
export function linesOf(
  { sections, priceTiers }: House,
  { seats, amount, lines: sold, bookingFee = 0 }: Omit<Bought, 'currency'>,
): Line[] {
  const soldFor = new Map(sold?.map(({ seatId, price }) => [seatId, price]));
  const lines = inHouseOrder(sections, seats).map((seatId) => {
    const place = placeOf(sections, seatId);
    return { seatId, place, price: soldFor.get(seatId) ?? (place && priceTiers[place.tier]) };
  });
  const sum = lines.reduce((total, { price }) => total + (price ?? Number.NaN), bookingFee);
  return lines.map(({ seatId, place, price }) =>
    sum === amount && price !== undefined ? { seatId, place, price } : { seatId, place },
  );
}
