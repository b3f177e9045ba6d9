import type { Performance, Reservation } from '../api/types';
import { inHouseOrder, type Place, placeOf } from '../parts/seatName';
import type { Language } from '../texts';

/** One line of what is to be paid. */
export type Line = {
  readonly seatId: string;
  readonly place: Place | undefined;
  readonly price: number;
  /** Who pays this price, and what is to be brought for it. Absent at the standard price. */
  readonly priceType?: { readonly name: string; readonly proof: string | undefined };
};

type Sold = Pick<Reservation, 'lines'> & { readonly priceTypes?: Reservation['priceTypes'] | undefined };

/** What is bought, of a hold or of a reservation. */
export type Bought = Sold & Pick<Reservation, 'seats' | 'bookingFee' | 'amount' | 'currency'>;

/** Seat by seat what a reservation costs, in the order of the house. */
export function linesOf(
  sections: Performance['sections'],
  { lines, priceTypes = [] }: Sold,
  language: Language,
): Line[] {
  const order = inHouseOrder(
    sections,
    lines.map(({ seatId }) => seatId),
  );
  return lines
    .toSorted((a, b) => order.indexOf(a.seatId) - order.indexOf(b.seatId))
    .map(({ seatId, price, priceTypeId }) => {
      const type = priceTypes.find((one) => one.priceTypeId === priceTypeId);
      const line = { seatId, place: placeOf(sections, seatId), price };
      return type === undefined
        ? line
        : { ...line, priceType: { name: type.name[language], proof: type.proof?.[language] } };
    });
}
