import { z } from 'zod';
import { currency, price } from '../../catalogue/triggers/schemas';
import { idSchema as id, isSeatRequest, labelSchema as label, seatRequestBody } from '../../contract';
import { allocationSchema } from '../domain/allocation';
import { SEAT_STATUSES, seatCountsSchema } from '../domain/availability';

/** The bodies and answers of the calls about seats. */

export const holdBody = seatRequestBody.refine(
  isSeatRequest,
  'Send either seats, or sectionId with quantity.',
);

/** A body without members. */
export const nothing = z.strictObject({});

export const holdView = allocationSchema
  .pick({ performanceId: true, seats: true, amount: true, currency: true, expiresAt: true })
  .extend({ holdId: id, performanceId: id, currency, expiresInSeconds: z.int(), renewalsLeft: z.int() })
  .meta({ title: 'Hold' });
export const holdsView = z.object({ items: z.array(holdView) });

export const seatMapView = seatCountsSchema.pick({ available: true, capacity: true }).extend({
  performanceId: id,
  currency,
  sections: z.array(
    z.object({
      sectionId: label,
      kind: z.enum(['seated', 'standing']),
      tier: label,
      price,
      seats: z.array(
        z.object({
          seatId: z.string(),
          row: label.optional(),
          number: z.int(),
          status: z.enum(SEAT_STATUSES),
        }),
      ),
    }),
  ),
});

export const salesView = seatCountsSchema.extend({
  gross: z.int(),
  refunded: z.int(),
  currency: z.string(),
});
