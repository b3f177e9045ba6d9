import { z } from 'zod';
import {
  idSchema as id,
  labelSchema as label,
  quantitySchema as quantity,
  seatIdsSchema as seatIds,
} from '../../musical/contract';
import { STATUSES } from '../documents';

/** The bodies and answers of this context's HTTP calls. */

/** By hold, by seats, or by quantity: exactly one of them. */
export const reservationBody = z
  .strictObject({
    performanceId: id,
    holdId: id.optional(),
    seats: seatIds.optional(),
    sectionId: label.optional(),
    quantity: quantity.optional(),
  })
  .refine(
    ({ holdId, seats, sectionId, quantity: wanted }) =>
      [holdId, seats, sectionId].filter((way) => way !== undefined).length === 1 &&
      (sectionId === undefined) === (wanted === undefined),
    'Send one of holdId, seats, or sectionId with quantity.',
  );

/** The whole reservation is meant: who names a part of it must not lose the rest. */
export const nothing = z.strictObject({});

export const paymentBody = z.strictObject({
  paymentKey: z.string().regex(/^[\w.:-]{1,200}$/, 'Send the paymentKey you got from the payment provider.'),
  amount: z.int().min(0),
});

const cancellation = z.object({
  reason: z.string(),
  requestedAt: z.string(),
  fee: z.int(),
  refund: z.int(),
  currency: z.string(),
  refundedAt: z.string().optional(),
});

export const reservationView = z
  .object({
    reservationId: id,
    status: z.enum(STATUSES),
    performanceId: id,
    customerId: z.string().optional(),
    seats: z.array(z.string()),
    amount: z.int(),
    currency: z.string(),
    expiresAt: z.string().optional(),
    title: z.string().optional(),
    startsAt: z.string().optional(),
    venue: z.object({ name: z.string(), timeZone: z.string() }).optional(),
    payment: z
      .object({ amount: z.int(), startedAt: z.string(), approvedAt: z.string().optional() })
      .optional(),
    cancellation: cancellation.optional(),
    refusal: z
      .object({ reason: z.string(), detail: z.string(), taken: z.array(z.string()).optional() })
      .optional(),
    placedAt: z.string(),
    updatedAt: z.string(),
    version: z.int(),
  })
  .meta({ title: 'Reservation' });

export const quoteView = z.object({
  fee: z.int(),
  refund: z.int(),
  currency: z.string(),
  allowed: z.boolean(),
  reason: z.string().optional(),
});

export const timelineView = z.object({
  items: z.array(z.object({ eventId: z.string(), type: z.string(), time: z.string(), source: z.string() })),
});

export const reservationsQuery = z.object({
  performanceId: id.optional(),
  status: z.enum(STATUSES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  continuation: z.string().max(500).optional(),
});

export const reservationsView = z.object({
  items: z.array(reservationView),
  continuation: z.string().optional(),
});
