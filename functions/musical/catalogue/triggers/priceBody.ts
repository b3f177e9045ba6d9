import { z } from 'zod';
import { idSchema, labelSchema as label, MEMBER_PRICE, STANDARD_PRICE } from '../../contract';
import { priceTypeSchema } from '../domain/prices';
import { words } from './planBody';

/** What the box office may say of prices. */

/** Minor units. A seat may cost nothing. */
export const price = z.int().min(0).max(1_000_000_000);
const texts = z.strictObject({ ko: words, en: words });

export const priceTiersBody = z.record(
  label,
  z.union([
    price,
    z.strictObject({
      price,
      name: texts.optional(),
      colour: z
        .string()
        .regex(/^#[0-9a-fA-F]{6}$/, 'Write a colour like "#c8102e".')
        .optional(),
    }),
  ]),
);

const MAX_PRICE_TYPES = 20;

const priceTypeBase = z.strictObject({
  priceTypeId: idSchema.refine(
    (id) => id !== STANDARD_PRICE && id !== MEMBER_PRICE,
    'The standard price is there without being named, and the price “member” comes of a member’s plan.',
  ),
  name: texts,
  tiers: z.array(label).min(1).max(50).optional(),
  proof: texts.optional(),
  membersOnly: z.boolean().optional(),
});
const priceTypeBody = z.union([
  priceTypeBase.extend({ percentOff: z.number().min(0).max(100) }),
  priceTypeBase.extend({ amountOff: price }),
]);

export const priceTypesBody = z
  .array(priceTypeBody)
  .max(MAX_PRICE_TYPES)
  .refine(
    (types) => new Set(types.map(({ priceTypeId }) => priceTypeId)).size === types.length,
    'A price type is named twice.',
  )
  .meta({ title: 'PriceTypes' });

/** What somebody may choose from, the price of a member's plan among it. */
export const offeredTypesView = z.array(priceTypeSchema);
