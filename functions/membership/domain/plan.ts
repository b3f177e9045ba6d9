import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';
import { benefitsSchema } from './standing';

/** What the theatre says of a plan. Its name is one text for all readers. */
export const planFieldsSchema = z.object({
  name: z.string(),
  /** Minor units of its currency, for each calendar month. */
  monthlyFee: z.int(),
  currency: z.string(),
  benefits: benefitsSchema,
});
export type PlanFields = Immutable<z.infer<typeof planFieldsSchema>>;

export const planSchema = planFieldsSchema.extend({
  planId: z.string(),
  /** Nobody joins by one that was removed. Who has joined stays. */
  status: z.enum(['offered', 'removed']),
});
export type Plan = Immutable<z.infer<typeof planSchema>>;
