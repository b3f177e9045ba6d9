import { z } from 'zod';
import { digest, randomId } from '../../shared/kernel/ids';
import { eventContract } from '../../shared/messaging/envelope';

const SOURCE = '/marquee/musical';

/** An id in a body. None is of dots alone: in a URL those are folders. */
export const idSchema = z.string().regex(/^(?!\.+$)[\w.-]{1,128}$/, 'This is no id of ours.');

/** The name of a section, a row or a price tier. */
export const labelSchema = z
  .string()
  .regex(/^[\p{L}\p{N}_-]{1,20}$/u, 'Use 1 to 20 letters, digits, "_" or "-".')
  .refine((text) => text !== '__proto__', 'This name cannot be used.');

/** What fits into one transactional batch of 100 operations with room to spare. */
export const MAX_SEATS_PER_REQUEST = 20;

/** Different seats, by their ids. */
export const seatIdsSchema = z
  .array(z.string().regex(/^[\p{L}\p{N}_-]{3,64}$/u, 'A seat id looks like "A-3-12".'))
  .min(1)
  .max(MAX_SEATS_PER_REQUEST)
  .refine((seats) => new Set(seats).size === seats.length, 'A seat is named twice.');

export const quantitySchema = z.int().min(1).max(MAX_SEATS_PER_REQUEST);

/**
 * When cancelling costs what. A tier holds from `daysBefore` calendar days before the performance (in the venue's time
 * zone) to the next smaller tier; nearer than the smallest, cancelling is not possible. Within `freeDays` of reserving
 * it is free as long as the performance is at least `freeUntilDaysBefore` days away.
 */
export const cancellationPolicySchema = z.strictObject({
  freeDays: z.int().min(0).max(365),
  freeUntilDaysBefore: z.int().min(0).max(365),
  tiers: z
    .array(
      z.strictObject({
        daysBefore: z.int().min(0).max(365),
        /** Percent of the amount; with `feePerSeat` the most that may be charged. */
        feePercent: z.number().min(0).max(100),
        /** Minor units a seat. */
        feePerSeat: z.int().min(0).optional(),
      }),
    )
    .max(20),
});
export type CancellationPolicy = z.infer<typeof cancellationPolicySchema>;

/**
 * A new id for a hold or a reservation. It carries a check value over its customer and performance, so that anybody can
 * see whose it is without reading it, and nobody can reserve on another's hold.
 */
export const newAllocationId = (customerId: string, performanceId: string): string => {
  const random = randomId();
  return random + checkValue(random, customerId, performanceId);
};

export const isAllocationIdOf = (id: string, customerId: string, performanceId: string): boolean =>
  id.slice(RANDOM_LENGTH) === checkValue(id.slice(0, RANDOM_LENGTH), customerId, performanceId);

const RANDOM_LENGTH = 16;
const checkValue = (random: string, customerId: string, performanceId: string): string =>
  digest([random, customerId, performanceId], 13);

const reservationRef = { reservationId: z.string(), performanceId: z.string() };

/** What was sold and on which terms, frozen when the seats are taken. Times are UTC, `amount` in minor units. */
export const seatsHeld = eventContract(
  'SeatsHeld',
  SOURCE,
  z.object({
    ...reservationRef,
    seats: z.array(z.string()),
    amount: z.int(),
    currency: z.string(),
    expiresAt: z.string(),
    title: z.string(),
    startsAt: z.string(),
    venue: z.object({ name: z.string(), timeZone: z.string() }),
    cancellationPolicy: cancellationPolicySchema,
  }),
);

/** Somebody else has a seat that was asked for; or, after a payment, the seats were taken over in the meantime. */
export const seatAlreadySold = eventContract(
  'SeatAlreadySold',
  SOURCE,
  z.object({ ...reservationRef, taken: z.array(z.string()) }),
);

/** Not enough seats are left for a request by quantity. */
export const seatsSoldOut = eventContract(
  'SeatsSoldOut',
  SOURCE,
  z.object({ ...reservationRef, sectionId: z.string(), quantity: z.int() }),
);

export const refusalSchema = z.enum(['not-on-sale', 'unknown-seats', 'customer-limit', 'hold-expired']);

/** The request cannot be met for a reason that is not about who has the seats. */
export const seatsRefused = eventContract(
  'SeatsRefused',
  SOURCE,
  z.object({ ...reservationRef, reason: refusalSchema, detail: z.string() }),
);

export const seatsSold = eventContract('SeatsSold', SOURCE, z.object(reservationRef));

export const revocationReasonSchema = z.enum([
  'performance-cancelled',
  'performance-moved',
  'seats-withdrawn',
]);
export type RevocationReason = z.infer<typeof revocationReasonSchema>;

/** The theatre took the seats back: the performance is cancelled or moved, or a seat is withdrawn. */
export const seatsRevoked = eventContract(
  'SeatsRevoked',
  SOURCE,
  z.object({ ...reservationRef, reason: revocationReasonSchema }),
);

export const seatsReleased = eventContract('SeatsReleased', SOURCE, z.object(reservationRef));

export const musicalEvents = [
  seatsHeld,
  seatAlreadySold,
  seatsSoldOut,
  seatsRefused,
  seatsSold,
  seatsRevoked,
  seatsReleased,
] as const;
