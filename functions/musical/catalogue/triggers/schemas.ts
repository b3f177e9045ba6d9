import { z } from 'zod';
import { pageQuery } from '../../../../shared/http/continuation';
import { minorUnitDigits } from '../../../../shared/kernel/currency';
import { isTimeZone } from '../../../../shared/kernel/zone';
import {
  cancellationPolicySchema,
  idSchema as id,
  labelSchema as label,
  MAX_SEATS_PER_REQUEST,
  onMoveSchema,
  venueSchema,
} from '../../contract';
import { musicalFieldsSchema } from '../domain/musical';
import { performanceFieldsSchema, performanceSchema } from '../domain/performance';
import { pretixPlanSchema } from '../domain/pretixPlan';
import { outlineBody, paintedSectionsView, sectionsBody, tiersBody, words } from './planBody';
import { price, priceTiersBody, priceTypesBody } from './priceBody';

/**
 * The bodies and answers of the catalogue's calls. Each is the stored shape with the limits of what may be sent, so a
 * member that is added there is in them too.
 */

/** One line of text, because it is the subject of mails. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Use no line breaks and no control characters.');
const day = z.iso.date();
/** ISO 8601. Without an offset it is the wall clock of the venue. */
const time = z.iso.datetime({ offset: true, local: true });

export const venueBody = z.strictObject({
  ...venueSchema.shape,
  name,
  timeZone: z.string().max(64).refine(isTimeZone, 'This is no IANA time zone; write one like "Asia/Seoul".'),
});

const description = z.string().max(5000).optional();

export const musicalBody = z.strictObject({
  ...musicalFieldsSchema.shape,
  title: name,
  description,
  translations: z
    .strictObject({ en: z.strictObject({ title: name.optional(), description }).optional() })
    .optional(),
  startDate: day,
  endDate: day,
  venue: venueBody,
  posterUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .or(z.string().regex(/^\/[\w./-]{1,200}$/))
    .optional(),
  runningTimeMinutes: z.int().min(1).max(1000).optional(),
  ageRating: z.string().trim().min(1).max(50).optional(),
});

export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Use the three capital letters of ISO 4217, like KRW.')
  .refine((code) => minorUnitDigits(code) !== undefined, 'ISO 4217 has no such currency.');

const days = z.int().min(0).max(365);
const policyBody = z.strictObject({
  ...cancellationPolicySchema.shape,
  freeDays: days,
  freeUntilDaysBefore: days,
  tiers: z
    .array(
      z.strictObject({
        ...cancellationPolicySchema.shape.tiers.element.shape,
        daysBefore: days,
        feePercent: z.number().min(0).max(100),
        feePerSeat: z.int().min(0).optional(),
      }),
    )
    .max(20),
});

export const performanceBody = z.strictObject({
  ...performanceFieldsSchema.shape,
  startsAt: time,
  salesOpenAt: time.optional(),
  presaleOpenAt: time.optional(),
  salesCloseAt: time.optional(),
  currency,
  priceTiers: priceTiersBody,
  priceTypes: priceTypesBody.optional(),
  bookingFeePerSeat: price.optional(),
  sections: sectionsBody.optional(),
  venueId: id.optional(),
  tiers: tiersBody.optional(),
  maxSeatsPerReservation: z.int().min(1).max(MAX_SEATS_PER_REQUEST).optional(),
  maxSeatsPerCustomer: z.int().min(1).max(1_000).optional(),
  cancellationPolicy: policyBody.optional(),
});

const onMove = onMoveSchema.optional();
export const changedPerformanceBody = performanceBody.extend({ onMove });
export const changedMusicalBody = musicalBody.extend({ onMove });

/** How many reservations whoever asks for it knows to lose their seats. */
export const confirmQuery = z.object({ reservations: z.coerce.number().int().min(0).optional() });

export const houseBody = z.strictObject({
  ...venueBody.shape,
  ...outlineBody,
  sections: sectionsBody,
  tierLabels: z
    .record(label, z.strictObject({ label: words.optional(), colour: words.optional() }))
    .optional(),
});

/** A plan of another system says no time zone. */
export const importBody = z.strictObject({
  format: z.literal('pretix'),
  plan: pretixPlanSchema,
  name: name.optional(),
  timeZone: venueBody.shape.timeZone.default('Asia/Seoul'),
});

export const venuesQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  continuation: z.string().max(500).optional(),
});
export const venueQuery = z.object({ format: z.literal('pretix').optional() });

export const houseView = houseBody.extend({ venueId: id, capacity: z.int() }).meta({ title: 'Venue' });
export const importedView = houseView
  .extend({
    /** Where in the plan something stood that has no place with us. */
    notKept: z.array(z.object({ pointer: z.string(), detail: z.string() })),
  })
  .meta({ title: 'ImportedVenue' });

export const musicalsQuery = z.object({
  query: z.string().max(200).optional(),
  from: day.optional(),
  to: day.optional(),
  ...pageQuery,
});

export const musicalView = musicalBody.extend({ musicalId: id }).meta({ title: 'Musical' });
export const performanceView = performanceBody
  .extend({
    sections: paintedSectionsView,
    outline: z.object(outlineBody).optional(),
    plan: z.string().optional(),
    performanceId: id,
    musicalId: id,
    title: name,
    venue: venueBody,
    ...performanceSchema.pick({ translations: true, status: true, moves: true }).shape,
    capacity: z.int(),
  })
  .meta({ title: 'Performance' });
export const listOf = (item: z.ZodType) =>
  z.object({ items: z.array(item), continuation: z.string().optional() });
