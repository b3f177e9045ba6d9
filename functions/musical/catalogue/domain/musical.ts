import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';
import { venueSchema } from '../../contract';
import type { Fault } from './fault';

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

/** What the box office says of a musical. */
export const musicalFieldsSchema = musicalSchema.omit({ musicalId: true });
export type MusicalFields = Immutable<z.infer<typeof musicalFieldsSchema>>;

export const faultInMusical = ({ startDate, endDate }: MusicalFields): Fault | undefined =>
  endDate < startDate ? { pointer: '/endDate', detail: 'The last day is before the first.' } : undefined;

/** Every performance has the title of its musical, and its venue unless it is played in one of its own. */
export const withMusical =
  ({ title, venue }: Pick<Musical, 'title' | 'venue'>) =>
  <P extends Pick<Musical, 'title' | 'venue'> & { readonly venueId?: string | undefined }>(
    performance: P,
  ): P => ({
    ...performance,
    title,
    ...(performance.venueId === undefined ? { venue } : {}),
  });
