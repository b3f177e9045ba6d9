import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';
import { venueSchema } from '../../contract';
import type { Fault } from './fault';
import type { Performance } from './performance';

/** A production. Its first and last day are days of the venue's calendar. */
export const musicalSchema = z.object({
  musicalId: z.string(),
  title: z.string(),
  description: z.string().optional(),
  /** Both in another language than they are written in. */
  translations: z
    .object({
      en: z.object({ title: z.string().optional(), description: z.string().optional() }).optional(),
    })
    .optional(),
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

/** What a performance has of its musical. */
export type Home = Pick<Musical, 'title' | 'translations' | 'venue'>;

/** Its title, in every language there is one in. */
export function titlesOf({ title, translations }: Home): Pick<Performance, 'title' | 'translations'> {
  const english = translations?.en?.title;
  return { title, ...(english === undefined ? {} : { translations: { en: { title: english } } }) };
}

/** Every performance has the titles of its musical, and its venue unless it is played in one of its own. */
export const withMusical = (
  musical: Home,
  { translations: _before, ...performance }: Performance,
): Performance => ({
  ...performance,
  ...titlesOf(musical),
  ...(performance.venueId === undefined ? { venue: musical.venue } : {}),
});
