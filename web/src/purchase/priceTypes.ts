import type { Hold } from '../api/types';

/** The price type of a seat by its id. Whoever is not named pays the standard price. */
export type PriceTypesChosen = Readonly<Record<string, string>>;

type Offer = Pick<Hold, 'lines' | 'priceTypes' | 'bookingFee'>;
type PriceType = NonNullable<Hold['priceTypes']>[number];

export const STANDARD = 'standard';

/** Who may pay less for a seat of this tier. */
export const offeredFor = (tier: string, priceTypes: Hold['priceTypes'] = []): readonly PriceType[] =>
  priceTypes.filter(({ tiers }) => tiers === undefined || tiers.includes(tier));

/** The hold as it would be reserved: rounded down and never below nothing, as the server does. */
export function chosen<O extends Offer>(hold: O, priceTypes: PriceTypesChosen): O & { amount: number } {
  const lines = hold.lines.map((line) => {
    const type = hold.priceTypes?.find((one) => one.priceTypeId === priceTypes[line.seatId]);
    return type === undefined
      ? line
      : { ...line, priceTypeId: type.priceTypeId, price: priceAt(line.price, type) };
  });
  const amount = lines.reduce((sum, { price }) => sum + price, hold.bookingFee);
  return { ...hold, lines, amount };
}

/** Fractions that only the machine lacks are put right first. */
const priceAt = (price: number, type: PriceType): number =>
  'percentOff' in type
    ? Math.floor(Number(((price * (100 - type.percentOff)) / 100).toPrecision(15)))
    : Math.max(0, price - type.amountOff);
