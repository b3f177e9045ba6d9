import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';

/** The same in both languages of the product. */
export const textsSchema = z.object({ ko: z.string(), en: z.string() });
export type Texts = Immutable<z.infer<typeof textsSchema>>;

/** A price tier is a price alone, or one with a name and a colour. Prices are minor units a seat. */
export const priceTierSchema = z.union([
  z.int(),
  z.object({ price: z.int(), name: textsSchema.optional(), colour: z.string().optional() }),
]);
/** In the order in which the box office names them. */
export const priceTiersSchema = z.record(z.string(), priceTierSchema);
export type PriceTiers = Immutable<z.infer<typeof priceTiersSchema>>;

/** What a seat of the tier costs. Undefined when there is no such tier. */
export function priceIn(priceTiers: PriceTiers, tier: string): number | undefined {
  const found = Object.hasOwn(priceTiers, tier) ? priceTiers[tier] : undefined;
  return typeof found === 'object' ? found.price : found;
}

/**
 * Who pays less than the tier says, in percent or in minor units a seat. Of `tiers`, or of all when none are named.
 * `proof` is what is to be brought to the door. One that is `membersOnly` is for members without an overdue bill.
 */
const priceTypeBase = z.object({
  priceTypeId: z.string(),
  name: textsSchema,
  tiers: z.array(z.string()).optional(),
  proof: textsSchema.optional(),
  membersOnly: z.boolean().optional(),
});
export const priceTypeSchema = z.union([
  priceTypeBase.extend({ percentOff: z.number() }),
  priceTypeBase.extend({ amountOff: z.int() }),
]);
export type PriceType = Immutable<z.infer<typeof priceTypeSchema>>;
