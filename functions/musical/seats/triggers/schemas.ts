import { z } from 'zod';
import { longPageQuery } from '../../../../shared/http/continuation';
import { SALE_STATES } from '../../catalogue/domain/performance';
import { seatKindSchema, seatNumberSchema } from '../../catalogue/domain/seatingPlan';
import { outlineBody, paintedSectionsView } from '../../catalogue/triggers/planBody';
import { offeredTypesView, price } from '../../catalogue/triggers/priceBody';
import { currency, performanceBody, performanceView, venueBody } from '../../catalogue/triggers/schemas';
import {
  idSchema as id,
  isSeatRequest,
  labelSchema as label,
  saleLineSchema,
  seatIdListSchema,
  seatRequestBody,
} from '../../contract';
import { allocationSchema, withheldSchema } from '../domain/allocation';
import { seatCountsSchema } from '../domain/availability';
import { SHOWN_STATUSES } from '../usecases/readSeatMap';

/** The bodies and answers of the calls about seats. */

export const holdBody = seatRequestBody.refine(
  isSeatRequest,
  'Send either seats, or a quantity, which may be of a sectionId, a tier, and of kinds adding up to it at most.',
);

/** A body without members. */
export const nothing = z.strictObject({});

export const holdView = allocationSchema
  .pick({ performanceId: true, seats: true, amount: true, currency: true, expiresAt: true })
  .extend({
    /** At the standard price. What may be chosen instead is `priceTypes`. */
    lines: z.array(saleLineSchema),
    bookingFee: z.int(),
    priceTypes: offeredTypesView.optional(),
  })
  .extend({ holdId: id, performanceId: id, currency, expiresInSeconds: z.int(), renewalsLeft: z.int() })
  .meta({ title: 'Hold' });
export const holdsView = z.object({ items: z.array(holdView) });

export const seatMapView = seatCountsSchema.pick({ available: true, capacity: true }).extend({
  performanceId: id,
  currency,
  priceTiers: performanceBody.shape.priceTiers,
  sections: z.array(
    z.object({
      sectionId: label,
      name: z.string().optional(),
      kind: z.enum(['seated', 'standing']),
      tier: label,
      price,
      seats: z.array(
        z.object({
          seatId: z.string(),
          row: label.optional(),
          number: seatNumberSchema,
          label: z.string().optional(),
          kinds: z.array(seatKindSchema).optional(),
          tier: label.optional(),
          price: price.optional(),
          status: z.enum(SHOWN_STATUSES),
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

const leftView = seatCountsSchema.pick({ available: true, capacity: true });
const byTierView = z.record(label, leftView);

export const planView = z.object({
  /** The same plan has the same version, whatever performance it is of. */
  version: z.string(),
  performanceId: id,
  venue: venueBody,
  ...outlineBody,
  currency,
  ...performanceBody.pick({ priceTiers: true, priceTypes: true, bookingFeePerSeat: true }).shape,
  capacity: z.int(),
  sections: paintedSectionsView,
});

export const marksView = leftView.extend({
  /** The version of the plan whose seats these are. */
  plan: z.string(),
  byTier: byTierView,
  /** A text for each row, and one for a standing section. */
  marks: z.record(label, z.union([z.string(), z.record(label, z.string())])),
});

export const performancesQuery = z.object(longPageQuery);

export const listedPerformanceView = performanceView
  .omit({ sections: true, outline: true, plan: true, tiers: true, moves: true })
  .extend({ ...leftView.shape, saleState: z.enum(SALE_STATES), byTier: byTierView })
  .meta({ title: 'ListedPerformance' });

/** For the theatre, which sees besides what is reserved and what is withheld. */
export const staffMarksView = marksView;

/** A whole house is withheld section by section. */
const MAX_WITHHELD = 200;
const withheldSeatsBody = seatIdListSchema.max(MAX_WITHHELD);

export const withholdBody = z.strictObject({
  seats: withheldSeatsBody,
  reason: z.string().trim().min(1).max(100),
  note: z.string().trim().min(1).max(500).optional(),
});
export const returnWithheldBody = z.strictObject({ seats: withheldSeatsBody });

const seats = z.array(z.string());
export const withheldView = z.object({
  seats,
  /** Held or bought by others, or withheld before. */
  taken: seats,
});
export const withheldListView = z.object({
  items: z.array(z.object({ withheldId: id, seats, ...withheldSchema.shape })),
});
export const returnedView = z.object({ seats });
