import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';

/** What is said of a reseat. */

/** The other seats, in the order of those that they are for, with their price tiers. */
export const otherSeatsSchema = z.array(z.object({ seatId: z.string(), tier: z.string() }));

export const reseatRefusalSchema = z.object({
  reason: z.enum(['seat-taken', 'unknown-seats', 'amount-mismatch', 'not-on-sale']),
  detail: z.string(),
  taken: z.array(z.string()).optional(),
});
export type ReseatRefusal = Immutable<z.infer<typeof reseatRefusalSchema>>;
