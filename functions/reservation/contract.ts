import { z } from 'zod';
import { eventContract } from '../../shared/messaging/envelope';
import { idSchema, keptMoveSchema, saleLineSchema, saleSchema } from '../musical/contract';
import {
  type CounterTerms,
  cancellationSchema,
  cancelReasonSchema,
  commonSchema,
  counterTermsSchema,
  isCounterCustomer,
  partSchema,
  paymentSchema,
  placementRequestSchema,
  rejectionReasonSchema,
  reseatSchema,
  statusSchema,
} from './domain/reservation';

export { presentOf, refundedOf, reseatOf } from './domain/parts';
export { type CounterTerms, cancelReasonSchema, isCounterCustomer, rejectionReasonSchema, statusSchema };

export const SOURCE = '/marquee/reservation';

const reservationRef = commonSchema.pick({ reservationId: true, performanceId: true, customerId: true });

/** Somebody wants these seats. Nothing is decided yet. */
export const reservationPlaced = eventContract(
  'ReservationPlaced',
  SOURCE,
  reservationRef.extend({ request: placementRequestSchema, counter: counterTermsSchema.optional() }),
);

/** The money is captured. Whether the seats are still there is decided by what owns them. */
export const paymentApproved = eventContract(
  'PaymentApproved',
  SOURCE,
  reservationRef.extend(saleSchema.pick({ amount: true, currency: true }).shape),
);

const seatsAndPrice = { seats: true, amount: true, currency: true } as const;
const byLine = { lines: true, bookingFee: true } as const;
/** What was sold, as far as it is of use to a reader. It is told when the seats were ever held. */
export const toldTermsSchema = saleSchema
  .omit({ ...seatsAndPrice, ...byLine, expiresAt: true, cancellationPolicy: true, moves: true })
  .partial();

/** All that a notice to the customer says. Times are UTC, amounts are minor units. No event says who the customer is. */
const toldSchema = z.object({
  ...reservationRef.shape,
  /** Of the reservation that has these seats. Events of the version before tell none. */
  version: z.int().optional(),
  ...saleSchema.pick({ ...seatsAndPrice, ...byLine }).shape,
  ...toldTermsSchema.shape,
});

export const reservationCompleted = eventContract('ReservationCompleted', SOURCE, toldSchema);

export const reservationRejected = eventContract(
  'ReservationRejected',
  SOURCE,
  toldSchema.extend({ reason: rejectionReasonSchema }),
);

export const reservationExpired = eventContract('ReservationExpired', SOURCE, toldSchema);

const moneySchema = cancellationSchema.pick({ fee: true, refund: true });

/**
 * Which of the reservation's cancellations this end is. The version before told none. `part` is of its seats alone, where
 * others had been cancelled before.
 */
const endSchema = toldSchema.extend({ n: z.int().optional(), part: moneySchema.optional() });

/** `fee` is kept, `refund` was refunded, of all that was bought together. Both are 0 when nothing had been paid. */
export const reservationCancelled = eventContract(
  'ReservationCancelled',
  SOURCE,
  endSchema.extend(cancellationSchema.pick({ reason: true, fee: true, refund: true }).shape),
);

/** `mark`: note it, begin nothing new, and say what stands against it. Then `empty`, and once more for what was under way. */
export const erasureStepSchema = z.enum(['mark', 'empty', 'empty-again']);

/** What stands against an erasure: a ticket for a day to come, what is not settled or owed, seats that are held, something borrowed, a membership. */
export const objectionSchema = z.enum(['coming', 'unsettled', 'holding', 'borrowed', 'member']);
export type Objection = z.infer<typeof objectionSchema>;

const erasureRef = { customerId: z.string(), n: z.int(), at: z.string() };

export const erasureAsked = eventContract(
  'ErasureAsked',
  SOURCE,
  z.object({ ...erasureRef, step: erasureStepSchema }),
);

/** It is not to be after all. Whoever has marked the customer takes the mark off. */
export const erasureLifted = eventContract(
  'ErasureLifted',
  SOURCE,
  z.object({ ...erasureRef, objection: objectionSchema }),
);

/** Whoever keeps anything of a customer answers each step. Its source is whoever answers. */
export const ERASING_CONTEXTS = ['musical', 'notification', 'mypage', 'lending', 'membership'] as const;
export const erasureAnswered = eventContract(
  'ErasureAnswered',
  '/marquee/{context}',
  z.object({
    ...erasureRef,
    step: erasureStepSchema,
    context: z.enum(ERASING_CONTEXTS),
    objection: objectionSchema.optional(),
  }),
);

/**
 * The theatre has cancelled what was paid for. Its customer is told at once, whether or not the refund works yet, by the
 * very notice that ReservationCancelled is told by when the money is back.
 */
export const reservationRevoked = eventContract('ReservationRevoked', SOURCE, reservationCancelled.data);

/**
 * The performance was moved, the reservation stays, and its customer is told. `startsAt` and `venue` are the new ones. It
 * happens once for each move, so that is in its id.
 */
export const reservationMoved = eventContract(
  'ReservationMoved',
  SOURCE,
  toldSchema.extend(keptMoveSchema.pick({ n: true, from: true }).shape),
);

/** Cancellation `n` and its seats. `lines` are all that the reservation has, those being cancelled too. */
const numberedSchema = reservationRef.extend({
  version: z.int(),
  n: z.int(),
  seats: z.array(z.string()),
  lines: z.array(saleLineSchema),
});

/** These seats of a completed reservation are to be cancelled, unless somebody has been let in on one of them. */
export const cancellationAccepted = eventContract(
  'CancellationAccepted',
  SOURCE,
  numberedSchema.extend({ evenIfAdmitted: z.boolean() }),
);

/**
 * Staff want other seats for some of a completed reservation's. Musical answers with SeatsReseated or ReseatRefused of the same
 * `n`, which counts with those of the cancellations.
 */
export const reseatAsked = eventContract(
  'ReseatAsked',
  SOURCE,
  reservationRef.extend({ n: z.int(), ...reseatSchema.shape }),
);

/** The reservation has other seats. `lines` are all that it has, each with the seats that it was for before. */
export const reservationReseated = eventContract(
  'ReservationReseated',
  SOURCE,
  toldSchema.extend({
    version: z.int(),
    n: z.int(),
    ...reseatSchema.pick({ from: true, to: true }).shape,
  }),
);

/**
 * `seats` go back to sale, and `lines` are left, which cost `amount`. `fee` and `refund` are totals of the reservation up to
 * then, and `part` is of these seats alone.
 */
export const reservationReduced = eventContract(
  'ReservationReduced',
  SOURCE,
  z.object({ ...toldSchema.shape, ...numberedSchema.shape, ...moneySchema.shape, part: moneySchema }),
);

/** Somebody was let in on one of these seats, so this cancellation is none, and all of them stay. Its customer is told. */
export const cancellationPutBack = eventContract(
  'CancellationPutBack',
  SOURCE,
  toldSchema.extend({ n: z.int() }),
);

/**
 * The provider's webhook named this order. Nothing is known by that: whoever has the order asks the provider.
 * It happens as often as anybody says so, and is told whether or not there is such an order.
 */
export const paymentNoticed = eventContract('PaymentNoticed', SOURCE, z.object({ orderId: idSchema }));

/** What is published of a reservation. Others act on it, and each happens to it at most once, or once for each `n`. */
export const reservationEvents = [
  reservationPlaced,
  paymentApproved,
  reservationCompleted,
  reservationRejected,
  reservationExpired,
  reservationCancelled,
  reservationRevoked,
  reservationMoved,
  cancellationAccepted,
  reservationReduced,
  cancellationPutBack,
  reseatAsked,
  reservationReseated,
] as const;
export const erasureEvents = [erasureAsked, erasureLifted, erasureAnswered] as const;
export type PublishedFact = (typeof reservationEvents)[number]['type'];

/** A fact to be told. What can happen more than once has a number. */
export type ToTell = { readonly type: PublishedFact; readonly n?: number };

/** Who is told of a reservation, as far as it is known today. */
export const addresseeSchema = commonSchema.pick({ customer: true });
export const customerOfSchema = commonSchema.pick({ customerId: true });

/** What the change feed of `reservations` shows, enough for a customer's own list. `version` grows with every change. */
export const reservationFeedSchema = commonSchema
  .pick({
    reservationId: true,
    customerId: true,
    performanceId: true,
    version: true,
    placedAt: true,
    updatedAt: true,
    request: true,
  })
  .extend({
    kind: z.literal('reservation'),
    status: statusSchema,
    sale: saleSchema
      .pick({ ...seatsAndPrice, ...byLine, title: true, translations: true, startsAt: true, moves: true })
      .optional(),
    payment: paymentSchema.pick({ approvedAt: true }).optional(),
    cancellation: cancellationSchema.pick({ fee: true, refund: true, refundedAt: true }).optional(),
    /** Cancellations of some of the seats, and what they cost. */
    parts: z.array(partSchema).optional(),
  });
export type ToldTerms = z.infer<typeof toldTermsSchema>;
export type ReservationFeedItem = z.infer<typeof reservationFeedSchema>;
