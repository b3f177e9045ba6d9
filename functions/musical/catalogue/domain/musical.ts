import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';
import { venueSchema } from '../../contract';

/** A production. Its first and last day are days of the venue's calendar. */
export const musicalSchema = z.object({
  musicalId: z.string(),
  title: z.string(),
  description: z.string().optional(),
  startDate: z.string(),
  endDate: z.string(),
  venue: venueSchema,
  posterUrl: z.string().optional(),
  runningTimeMinutes: z.int().optional(),
  ageRating: z.string().optional(),
});
export type Musical = Immutable<z.infer<typeof musicalSchema>>;
