import { z } from 'zod';
import type { Performance } from './catalogue/domain/performance';
import type { Section } from './catalogue/domain/seatMap';
import {
  cancellationPolicySchema,
  refusalReasonSchema,
  revocationReasonSchema,
  saleTermsSchema,
  venueSchema,
} from './contract';
import type { Allocation, Claim } from './seats/domain/allocation';
import type { Availability } from './seats/domain/availability';
import type { CustomerCount } from './seats/domain/customerCount';

/** The stored documents of this context, parsed at the edge: what is not here (system properties, `kind`) stays outside. */

export const claimSchema: z.ZodType<Claim> = z
  .object({ id: z.string(), sectionId: z.string(), allocationId: z.string(), turn: z.int() })
  .transform(({ id, ...claim }) => ({ seatId: id, ...claim }));

const phaseSchema = z.enum(['hold', 'reserved', 'sold', 'released', 'refused', 'revoked']);

export const allocationSchema: z.ZodType<Allocation> = z.object({
  id: z.string(),
  performanceId: z.string(),
  customerId: z.string(),
  seats: z.array(z.string()),
  turns: z.array(z.int()),
  phase: phaseSchema,
  heldUntil: z.string(),
  expiresAt: z.string(),
  amount: z.int(),
  currency: z.string(),
  terms: saleTermsSchema.optional(),
  refusal: z
    .discriminatedUnion('code', [
      z.object({ code: z.literal('seat-taken'), taken: z.array(z.string()) }),
      z.object({ code: z.literal('sold-out'), sectionId: z.string(), quantity: z.int() }),
      z.object({
        code: refusalReasonSchema,
        detail: z.string(),
      }),
    ])
    .optional(),
  captured: z.int().optional(),
  refunded: z.int().optional(),
  revoking: revocationReasonSchema.optional(),
});

/** What the seat rule needs to know of an allocation, and no more. */
export const livenessSchema = z.object({ id: z.string(), phase: phaseSchema, heldUntil: z.string() });

export const countSchema: z.ZodType<CustomerCount> = z.object({
  customerId: z.string(),
  entries: z.array(z.object({ allocationId: z.string(), seats: z.int() })),
});

export const availabilitySchema: z.ZodType<Availability> = z.object({
  performanceId: z.string(),
  blocks: z.record(
    z.string(),
    z.object({ marks: z.string(), until: z.string().optional(), turns: z.string().optional() }),
  ),
});

export const sectionSchema: z.ZodType<Section> = z.discriminatedUnion('kind', [
  z.object({
    sectionId: z.string(),
    kind: z.literal('seated'),
    tier: z.string(),
    rows: z.array(z.object({ row: z.string(), seats: z.int() })),
  }),
  z.object({ sectionId: z.string(), kind: z.literal('standing'), tier: z.string(), capacity: z.int() }),
]);

export const performanceSchema: z.ZodType<Performance> = z.object({
  performanceId: z.string(),
  musicalId: z.string(),
  title: z.string(),
  venue: venueSchema,
  startsAt: z.string(),
  salesOpenAt: z.string().optional(),
  salesCloseAt: z.string().optional(),
  currency: z.string(),
  priceTiers: z.record(z.string(), z.int()),
  sections: z.array(sectionSchema),
  maxSeatsPerReservation: z.int(),
  cancellationPolicy: cancellationPolicySchema,
  status: z.enum(['scheduled', 'cancelled']),
  changedAt: z.string().optional(),
});
