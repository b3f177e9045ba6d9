import { z } from 'zod';
import { cancellationPolicySchema } from '../musical/contract';
import { seatRequestSchema } from './contract';
import type { Reservation } from './domain/reservation';

/** The stored reservation, parsed at the edge. */

const saleSchema = z.object({
  seats: z.array(z.string()),
  amount: z.int(),
  currency: z.string(),
  expiresAt: z.string(),
  title: z.string(),
  startsAt: z.string(),
  venue: z.object({ name: z.string(), timeZone: z.string() }),
  cancellationPolicy: cancellationPolicySchema,
});

const paymentSchema = z.object({
  idempotencyKey: z.string().optional(),
  paymentKey: z.string(),
  startedAt: z.string(),
  approvedAt: z.string().optional(),
});
const declined = z.array(paymentSchema).optional();
const watchSchema = z.object({ paymentKey: z.string(), until: z.string(), closedAt: z.string().optional() });
const reasonSchema = z.enum([
  'customer',
  'performance-cancelled',
  'performance-moved',
  'seats-withdrawn',
  'seats-lost',
]);

const cancellationSchema = z.object({
  reason: reasonSchema,
  requestedAt: z.string(),
  fee: z.int(),
  refund: z.int(),
  refundedAt: z.string().optional(),
});

const refusalSchema = z.object({
  reason: z.enum([
    'seat-taken',
    'sold-out',
    'not-on-sale',
    'unknown-seats',
    'customer-limit',
    'hold-expired',
  ]),
  detail: z.string(),
  taken: z.array(z.string()).optional(),
});

const common = z.object({
  reservationId: z.string(),
  customerId: z.string(),
  customer: z.object({
    email: z.string().optional(),
    name: z.string().optional(),
    locale: z.string().optional(),
  }),
  performanceId: z.string(),
  request: seatRequestSchema,
  placedAt: z.string(),
  updatedAt: z.string(),
  version: z.int(),
  history: z.array(z.object({ eventId: z.string(), type: z.string(), time: z.string(), source: z.string() })),
  dueAt: z.string().optional(),
  attempts: z.int(),
  refundsRefused: z.int().optional(),
  traceparent: z.string().optional(),
});

const sold = { sale: saleSchema, payment: paymentSchema };

export const reservationSchema: z.ZodType<Reservation> = z.discriminatedUnion('status', [
  common.extend({ status: z.literal('placed') }),
  common.extend({ status: z.literal('held'), sale: saleSchema, declined }),
  common.extend({ status: z.literal('paying'), ...sold, declined, cancelRequest: reasonSchema.optional() }),
  common.extend({ status: z.literal('paid'), ...sold }),
  common.extend({ status: z.literal('completed'), ...sold }),
  common.extend({ status: z.literal('cancelling'), ...sold, cancellation: cancellationSchema }),
  common.extend({
    status: z.literal('cancelled'),
    sale: saleSchema.optional(),
    payment: paymentSchema.optional(),
    cancellation: cancellationSchema,
    watch: watchSchema.optional(),
  }),
  common.extend({ status: z.literal('rejected'), refusal: refusalSchema }),
  common.extend({ status: z.literal('expired'), sale: saleSchema, watch: watchSchema.optional() }),
]);

export const STATUSES = [
  'placed',
  'held',
  'paying',
  'paid',
  'completed',
  'cancelling',
  'cancelled',
  'rejected',
  'expired',
] as const;
