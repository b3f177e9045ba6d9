import { z } from 'zod';
import { idSchema, isSeatRequest, seatIdsSchema, seatRequestBody } from '../../musical/contract';
import { COUNTER_METHODS } from '../domain/reservation';
import { checkPriceTypes, personBody, priceTypesBody } from './schemas';

/** The bodies of what staff do for whoever stands at the counter. */

/** As many seats for as many. */
export const reseatBody = z
  .strictObject({
    from: seatIdsSchema,
    to: seatIdsSchema,
    difference: z.literal('waive').optional(),
    fromWithheld: z.literal(true).optional(),
  })
  .refine(({ from, to }) => from.length === to.length, 'Name as many seats in `to` as in `from`.');

/** A sale at the counter, by a request for seats. What is withheld is sold seat by seat. */
export const counterSaleBody = seatRequestBody
  .extend({
    performanceId: idSchema,
    priceTypes: priceTypesBody.optional(),
    fromWithheld: z.literal(true).optional(),
    customer: personBody.partial({ email: true, locale: true }).extend({
      phone: z
        .string()
        .trim()
        .regex(/^\+?[\d ()-]{5,30}$/, 'Send a telephone number.')
        .optional(),
    }),
    payment: z.strictObject({
      method: z.enum(COUNTER_METHODS),
      reference: z.string().trim().min(1).max(100).optional(),
    }),
  })
  .refine(
    ({ seats, sectionId, tier, quantity, kinds }) =>
      isSeatRequest({ seats, sectionId, tier, quantity, kinds }),
    'Send either seats, or a quantity, which may be of a sectionId, a tier, and of kinds adding up to it at most.',
  )
  .refine(
    ({ fromWithheld, seats }) => fromWithheld === undefined || seats !== undefined,
    'Name the withheld seats.',
  )
  .check(checkPriceTypes);
export type CounterSaleBody = z.infer<typeof counterSaleBody>;
