import { z } from 'zod';
import { digest, isRandomId, randomId } from '../../shared/kernel/ids';
import type { Immutable } from '../../shared/kernel/immutable';
import { eventContract } from '../../shared/messaging/envelope';
import { cancellationPolicySchema } from './catalogue/domain/cancellationPolicy';
import { priceTypeSchema } from './catalogue/domain/prices';
import { otherSeatsSchema, reseatRefusalSchema } from './seats/domain/reseatAnswer';
import { pricedSchema } from './seats/domain/saleLine';

export { type CancellationPolicy, cancellationPolicySchema } from './catalogue/domain/cancellationPolicy';
export { type ReseatRefusal, reseatRefusalSchema } from './seats/domain/reseatAnswer';
export {
  amountOf,
  linesOf,
  MEMBER_PRICE,
  type PriceTypesAsked,
  priceTypesAskedSchema,
  type SaleLine,
  STANDARD_PRICE,
  saleLineSchema,
} from './seats/domain/saleLine';

export const SOURCE = '/marquee/musical';

/** An id in a body. None is of dots alone, because in a URL those are folders. */
export const idSchema = z.string().regex(/^(?!\.+$)[\w.-]{1,128}$/, 'This is no id of ours.');

/** The name of a section, a row or a price tier. What looks the same is the same, however it was typed. */
export const labelSchema = z
  .string()
  .normalize('NFC')
  .regex(/^(?!\p{M})[\p{L}\p{M}\p{N}_-]{1,20}$/u, 'Use 1 to 20 letters, digits, "_" or "-".')
  .refine((text) => text !== '__proto__', 'This name cannot be used.');

/** What fits into one transactional batch of 100 operations with room to spare. */
export const MAX_SEATS_PER_REQUEST = 20;

/** Different seats, by their ids. */
export const seatIdListSchema = z
  .array(
    z
      .string()
      .normalize('NFC')
      .regex(/^[\p{L}\p{M}\p{N}_-]{3,64}$/u, 'A seat id looks like "A-3-12".'),
  )
  .min(1)
  .refine((seats) => new Set(seats).size === seats.length, 'A seat is named twice.');

/** So many as one batch takes. */
export const seatIdsSchema = seatIdListSchema.max(MAX_SEATS_PER_REQUEST);

export const quantitySchema = z.int().min(1).max(MAX_SEATS_PER_REQUEST);

/** How many of the seats are to be places for wheelchairs and their companions. Nobody else is given those by quantity. */
export const kindsAskedSchema = z.object({
  wheelchair: z.int().optional(),
  companion: z.int().optional(),
});

/** So many seats, of a section, of a tier, or of the whole house. */
const byQuantitySchema = z.object({
  sectionId: z.string().optional(),
  tier: z.string().optional(),
  quantity: z.int(),
  kinds: kindsAskedSchema.optional(),
});
export type RequestByQuantity = Immutable<z.infer<typeof byQuantitySchema>>;

/** What there are too few of. */
export const soldOutSchema = byQuantitySchema;

export const soldOutText = ({
  sectionId,
  tier,
  quantity,
}: Immutable<z.infer<typeof soldOutSchema>>): string => {
  const where = [sectionId && `section ${sectionId}`, tier && `tier ${tier}`].filter(Boolean).join(', ');
  const none = quantity === 1 ? 'There is no such seat left' : `There are no ${quantity} such seats left`;
  return `${none}${where === '' ? '' : ` (${where})`}.`;
};

/** These seats, or so many. Stored and published requests are read by it, whatever was allowed then. */
export const seatRequestSchema = z.union([z.object({ seats: z.array(z.string()) }), byQuantitySchema]);
export type SeatRequest = Immutable<z.infer<typeof seatRequestSchema>>;

const kindCount = z.int().min(0).max(MAX_SEATS_PER_REQUEST).optional();

/** The members by which a body asks for seats. `isSeatRequest` says whether they are one request. */
export const seatRequestBody = z.strictObject({
  seats: seatIdsSchema.optional(),
  sectionId: labelSchema.optional(),
  tier: labelSchema.optional(),
  quantity: quantitySchema.optional(),
  kinds: z.strictObject({ wheelchair: kindCount, companion: kindCount }).optional(),
});
type SeatRequestBody = z.infer<typeof seatRequestBody>;

/** By name or by quantity, and not by both. */
export const isSeatRequest = ({ seats, quantity, ...which }: SeatRequestBody): boolean =>
  seats === undefined
    ? quantity !== undefined && kindsIn(which) <= quantity
    : quantity === undefined && Object.values(which).every((member) => member === undefined);

/** How many seats of a kind are asked for. */
export const kindsIn = ({ kinds = {} }: Pick<SeatRequestBody, 'kinds'>): number =>
  (kinds.wheelchair ?? 0) + (kinds.companion ?? 0);

/** Of a body that `isSeatRequest`. */
export const seatRequestOf = ({
  seats,
  sectionId,
  tier,
  quantity = 0,
  kinds,
}: SeatRequestBody): SeatRequest =>
  seats === undefined
    ? {
        ...(sectionId === undefined ? {} : { sectionId }),
        ...(tier === undefined ? {} : { tier }),
        quantity,
        ...(kindsIn({ kinds }) > 0 ? { kinds } : {}),
      }
    : { seats };

/** Where a performance is played. Its days begin and end by the clock there. `timeZone` is an IANA name. */
export const venueSchema = z.object({ name: z.string(), timeZone: z.string() });

/**
 * What a performance promises to whoever buys, frozen when the seats are taken. Later changes of the performance do not
 * touch it. A member that is added here reaches the allocation, SeatsHeld and the reservation. Times are UTC.
 */
export const saleTermsSchema = z.object({
  title: z.string(),
  /** The title in another language than it is written in, where it is translated. */
  translations: z.object({ en: z.object({ title: z.string() }).optional() }).optional(),
  startsAt: z.string(),
  venue: venueSchema,
  cancellationPolicy: cancellationPolicySchema,
  /** All that a hold may choose from. Of a reservation those that its lines have. */
  priceTypes: z.array(priceTypeSchema).optional(),
});
export type SaleTerms = Immutable<z.infer<typeof saleTermsSchema>>;

/** What becomes of the tickets when a performance is moved. Kept, they are valid for the new time and venue. */
export const onMoveSchema = z.enum(['keep', 'refund']);
export type OnMove = z.infer<typeof onMoveSchema>;

const whenAndWhereSchema = saleTermsSchema.pick({ startsAt: true, venue: true });

/** A performance was given another time or venue. The moves of a performance are numbered from 1. */
export const moveSchema = z.object({
  n: z.int(),
  from: whenAndWhereSchema,
  to: whenAndWhereSchema,
  onMove: onMoveSchema,
});
export type Move = Immutable<z.infer<typeof moveSchema>>;

/** A move as those are told of it who keep their seats. */
export const keptMoveSchema = moveSchema.omit({ onMove: true });
export type KeptMove = Immutable<z.infer<typeof keptMoveSchema>>;

/** Seats as they are sold, with what each costs and their price together in minor units, until when it can be paid, and the terms. */
export const saleSchema = saleTermsSchema.extend({
  ...pricedSchema.shape,
  currency: z.string(),
  expiresAt: z.string(),
  /** How the performance was moved since the seats were taken, the latest move last. Absent when it was not. */
  moves: z.array(keptMoveSchema).optional(),
});
export type Sale = Immutable<z.infer<typeof saleSchema>>;

/**
 * A new id for a hold or a reservation. It carries a check value over its customer and performance, so that anybody can
 * see whose it is without reading it, and nobody can reserve on another's hold.
 */
export const newAllocationId = (customerId: string, performanceId: string): string => {
  const random = randomId();
  return random + checkValue(random, customerId, performanceId);
};

export const isAllocationIdOf = (id: string, customerId: string, performanceId: string): boolean =>
  isRandomId(id.slice(0, RANDOM_LENGTH)) &&
  id.slice(RANDOM_LENGTH) === checkValue(id.slice(0, RANDOM_LENGTH), customerId, performanceId);

const RANDOM_LENGTH = 16;
const checkValue = (random: string, customerId: string, performanceId: string): string =>
  digest([random, customerId, performanceId], 13);

/** A performance's id carries its musical's, so that it is a point read. */
export const musicalIdOf = (performanceId: string): string => performanceId.split('.')[0] ?? '';

/** What the container `musicals` shows of a performance to who only asks whether it is there, and which price types it offers today. */
export const knownPerformanceSchema = saleTermsSchema
  .pick({ priceTypes: true })
  .extend({ performanceId: z.string() });

const reservationRef = { reservationId: z.string(), performanceId: z.string() };

export const seatsHeld = eventContract(
  'SeatsHeld',
  SOURCE,
  z.object({ ...reservationRef, ...saleSchema.shape }),
);

/** Somebody else has a seat that was asked for, or has taken over seats before their payment was heard of. */
export const seatAlreadySold = eventContract(
  'SeatAlreadySold',
  SOURCE,
  z.object({ ...reservationRef, taken: z.array(z.string()) }),
);

/** Not enough seats are left for a request by quantity. */
export const seatsSoldOut = eventContract('SeatsSoldOut', SOURCE, soldOutSchema.extend(reservationRef));

/** Why a request cannot be met, other than that the seats are somebody else's. */
export const refusalReasonSchema = z.enum([
  'not-on-sale',
  'unknown-seats',
  'customer-limit',
  'hold-expired',
  'price-type',
  'members-only',
]);
export type RefusalReason = z.infer<typeof refusalReasonSchema>;

/** The request cannot be met for a reason that is not about who has the seats. `pointer` is the member that is wrong. */
export const seatsRefused = eventContract(
  'SeatsRefused',
  SOURCE,
  z.object({
    ...reservationRef,
    reason: refusalReasonSchema,
    detail: z.string(),
    pointer: z.string().optional(),
  }),
);

export const seatsSold = eventContract('SeatsSold', SOURCE, z.object(reservationRef));

export const revocationReasonSchema = z.enum([
  'performance-cancelled',
  'performance-moved',
  'seats-withdrawn',
]);
export type RevocationReason = z.infer<typeof revocationReasonSchema>;

/** The theatre took the seats back, because the performance is cancelled or moved or a seat is withdrawn. */
export const seatsRevoked = eventContract(
  'SeatsRevoked',
  SOURCE,
  z.object({ ...reservationRef, reason: revocationReasonSchema }),
);

/** The seats of the cancellation `n`, or of the end `n`, are back on sale. The version before knew of ends alone, and named no `n`. */
export const seatsReleased = eventContract(
  'SeatsReleased',
  SOURCE,
  z.object({ ...reservationRef, n: z.int().optional() }),
);

/** The answer to reseat `n`. Each seat of `to`, with its price tier, is in the place of that of `from`. */
export const seatsReseated = eventContract(
  'SeatsReseated',
  SOURCE,
  z.object({ ...reservationRef, n: z.int(), from: z.array(z.string()), to: otherSeatsSchema }),
);

/** The other answer to reseat `n`. The reservation has the seats that it had. */
export const reseatRefused = eventContract(
  'ReseatRefused',
  SOURCE,
  reseatRefusalSchema.extend({ ...reservationRef, n: z.int() }),
);

/** The performance was moved, and this reservation keeps its seats. Told until ReservationMoved of the same `n` is heard. */
export const performanceMoved = eventContract(
  'PerformanceMoved',
  SOURCE,
  z.object({ ...reservationRef, ...keptMoveSchema.shape }),
);

/** How many seats of a performance a customer has in which hold or unpaid reservation. It may still name ended ones. */
export const heldSeatsSchema = z.object({
  performanceId: z.string(),
  entries: z.array(z.object({ allocationId: z.string(), seats: z.int() })),
});

export const musicalEvents = [
  seatsHeld,
  seatAlreadySold,
  seatsSoldOut,
  seatsRefused,
  seatsSold,
  seatsRevoked,
  performanceMoved,
  seatsReleased,
  seatsReseated,
  reseatRefused,
] as const;
