import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';

/** The price type of whoever claims no other. It costs what the tier costs. */
export const STANDARD_PRICE = 'standard';

/** The price type of whoever has a plan that takes so many percent off. No performance names it. */
export const MEMBER_PRICE = 'member';

/** What one seat of a sale costs, in minor units, and why. */
export const saleLineSchema = z.object({
  seatId: z.string(),
  tier: z.string(),
  priceTypeId: z.string(),
  price: z.int(),
  /** The seats that it was for before and their tiers, in order, each with the number of the reseat that has changed it. */
  reseats: z.array(z.object({ n: z.int(), from: z.string(), tier: z.string() })).optional(),
});
export type SaleLine = Immutable<z.infer<typeof saleLineSchema>>;

/** The price type of a seat by its id, or how many seats have a price type. */
export const priceTypesAskedSchema = z.record(z.string(), z.union([z.string(), z.int()]));
export type PriceTypesAsked = Immutable<z.infer<typeof priceTypesAskedSchema>>;

/** The members by which a sale says what it costs. `amount` is the lines and the fee together. */
export const pricedSchema = z.object({
  seats: z.array(z.string()),
  /** In the order of `seats`. The version before stored none, and `linesOf` says what they were. */
  lines: z.array(saleLineSchema).optional(),
  bookingFee: z.int().optional(),
  amount: z.int(),
});
type Priced = Immutable<z.infer<typeof pricedSchema>>;

/** What a sale costs that has these lines and this fee. */
export const amountOf = (lines: readonly Pick<SaleLine, 'price'>[], bookingFee: number): number =>
  lines.reduce((sum, { price }) => sum + price, bookingFee);

/** A line for each seat. A sale without lines shares its amount equally, with the rest on the first, and knows no tier. */
export function linesOf({ seats, lines, amount, bookingFee = 0 }: Priced): readonly SaleLine[] {
  if (lines !== undefined || seats.length === 0) return lines ?? [];
  const share = Math.floor((amount - bookingFee) / seats.length);
  const rest = amount - bookingFee - share * seats.length;
  return seats.map((seatId, index) => ({
    seatId,
    tier: '',
    priceTypeId: STANDARD_PRICE,
    price: index === 0 ? share + rest : share,
  }));
}
