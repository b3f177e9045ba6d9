import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';

/**
 * When cancelling costs what. A tier holds from `daysBefore` calendar days before the performance (in the venue's time
 * zone) to the next smaller tier. Nearer than the smallest, cancelling is not possible. Within `freeDays` of reserving
 * it is free as long as the performance is at least `freeUntilDaysBefore` days away.
 */
export const cancellationPolicySchema = z.object({
  freeDays: z.int(),
  freeUntilDaysBefore: z.int(),
  tiers: z.array(
    z.object({
      daysBefore: z.int(),
      /** Percent of the amount. With `feePerSeat` it is the most that may be charged. */
      feePercent: z.number(),
      /** Minor units a seat. */
      feePerSeat: z.int().optional(),
    }),
  ),
});
export type CancellationPolicy = Immutable<z.infer<typeof cancellationPolicySchema>>;
