import type { Performance } from '../api/types';
import { inHouseOrder, type Place, placeOf } from '../parts/seatName';

/** One line of what is to be paid. Later: price types (youth, disabled, …) and fees have lines here. */
export type Line = {
  readonly seatId: string;
  readonly place: Place | undefined;
  /** Absent when today's prices no longer add up to what was agreed: then only the sum is told. */
  readonly price?: number;
};

type House = Pick<Performance, 'sections' | 'priceTiers'>;

/** Seat by seat what a reservation costs. */
export function linesOf(
  { sections, priceTiers }: House,
  { seats, amount }: { readonly seats: readonly string[]; readonly amount: number },
): Line[] {
  const lines = inHouseOrder(sections, seats).map((seatId) => {
    const place = placeOf(sections, seatId);
    return { seatId, place, price: place && priceTiers[place.tier] };
  });
  const sum = lines.reduce((total, { price }) => total + (price ?? Number.NaN), 0);
  return lines.map(({ seatId, place, price }) =>
    sum === amount && price !== undefined ? { seatId, place, price } : { seatId, place },
  );
}
