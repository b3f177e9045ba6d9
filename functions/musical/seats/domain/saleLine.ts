import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';

/** What one seat of a sale costs, in minor units, and why. */
export const saleLineSchema = z.object({
  seatId: z.string(),
  tier: z.string(),
  priceTypeId: z.string(),
  price: z.int(),
});
export type SaleLine = Immutable<z.infer<typeof saleLineSchema>>;
