import { z } from 'zod';
import { pageQuery } from '../../../shared/http/continuation';
import { pendingSchema } from '../../../shared/pending/pending';
import {
  idSchema,
  isSeatRequest,
  MAX_SEATS_PER_REQUEST,
  type PriceTypesAsked,
  quantitySchema,
  saleSchema,
  seatRequestBody,
} from '../../musical/contract';
import { noticeProgressSchema } from '../../notification/contract';
import { differenceSchema } from '../domain/difference';
import {
  cancellationSchema,
  commonSchema,
  historyEntrySchema,
  paymentSchema,
  rejectionSchema,
  statusSchema,
} from '../domain/reservation';

/** The bodies and answers of this context's HTTP calls. */

/** By seat id, or with a quantity by price type. */
const priceTypesBody = z
  .record(
    z
      .string()
      .normalize('NFC')
      .regex(/^[\p{L}\p{M}\p{N}_.-]{1,128}$/u, 'This is no seat and no price type.')
      .refine((key) => key !== '__proto__', 'This name cannot be used.'),
    z.union([idSchema, quantitySchema]),
  )
  .refine((asked) => Object.keys(asked).length <= MAX_SEATS_PER_REQUEST, 'These are too many.');

/** By hold or by a request for seats, and not by both. */
export const reservationBody = seatRequestBody
  .extend({ performanceId: idSchema, holdId: idSchema.optional(), priceTypes: priceTypesBody.optional() })
  .refine(
    ({ performanceId: _of, holdId, priceTypes: _asked, ...request }) =>
      holdId === undefined
        ? isSeatRequest(request)
        : Object.values(request).every((member) => member === undefined),
    'Send one of holdId, seats, or a quantity, which may be of a sectionId, a tier, and of kinds adding up to it at most.',
  )
  .check(({ value, issues }) => {
    for (const { pointer, detail } of faultsInPriceTypes(value))
      issues.push({
        code: 'custom',
        path: ['priceTypes', pointer],
        message: detail,
        input: value.priceTypes,
      });
  });

type Asked = Pick<z.infer<typeof seatRequestBody>, 'seats' | 'quantity'> & {
  readonly priceTypes?: PriceTypesAsked | undefined;
};

/** What is wrong with them whatever the performance offers. */
function faultsInPriceTypes({ priceTypes = {}, ...asked }: Asked): Fault[] {
  const counts = Object.values(priceTypes).map((value) => (typeof value === 'number' ? value : 0));
  const sum = counts.reduce((a, b) => a + b, 0);
  return Object.entries(priceTypes).flatMap(([pointer, value]) => {
    const detail = faultIn(pointer, value, sum, asked);
    return detail === undefined ? [] : [{ pointer, detail }];
  });
}

function faultIn(key: string, value: string | number, sum: number, { seats, quantity }: Asked) {
  if (quantity !== undefined) {
    if (typeof value === 'string') return 'With a quantity, say how many seats have this price type.';
    return sum > quantity ? `These are more than ${quantity} seats.` : undefined;
  }
  if (typeof value === 'number') return 'Name the price type of this seat.';
  return seats === undefined || seats.includes(key) ? undefined : 'This seat is not asked for.';
}
type Fault = { readonly pointer: string; readonly detail: string };

/** The whole reservation is meant, so who names a part of it must not lose the rest. */
export const nothing = z.strictObject({});

export const paymentBody = z.strictObject({
  paymentKey: z.string().regex(/^[\w.:-]{1,200}$/, 'Send the paymentKey you got from the payment provider.'),
  amount: z.int().min(0),
});

/** The provider's events name the order in their data, and some beside it. Whatever else they say is nobody's business. */
export const paymentEventBody = z
  .looseObject({
    orderId: idSchema.optional(),
    data: z.looseObject({ orderId: idSchema.optional() }).optional(),
  })
  .refine((body) => orderIdOf(body) !== '', 'Name the order: orderId, or data.orderId.');

type PaymentEvent = { readonly orderId?: string | undefined; readonly data?: PaymentEvent | undefined };

export const orderIdOf = ({ orderId, data }: PaymentEvent): string => data?.orderId ?? orderId ?? '';

const note = z.string().trim().min(1).max(500);

/** `full` refunds all of it, `policy` what the terms say, `none` nothing, for then the fee is the price. */
export const staffCancellationBody = z.strictObject({
  reason: note,
  refund: z.enum(['full', 'policy', 'none']),
  settledOtherwise: note.optional(),
  evenIfAdmitted: z.boolean().optional(),
});

export const settlementBody = z.strictObject({ note });

/** `amount` is the price, not what was captured. */
const paymentView = z.object({
  ...saleSchema.pick({ amount: true }).shape,
  ...paymentSchema.omit({ paymentKey: true, idempotencyKey: true }).shape,
});

/** Without seats there is no price and no term yet. `customerId` is for admins. */
export const reservationView = z
  .object({
    reservationId: idSchema,
    status: statusSchema,
    performanceId: idSchema,
    customerId: z.string().optional(),
    ...saleSchema.omit({ cancellationPolicy: true }).partial().shape,
    /** Until `expiresAt`, for a phone whose own clock may be wrong. */
    expiresInSeconds: z.int().optional(),
    ...saleSchema
      .pick({ seats: true, lines: true, bookingFee: true, amount: true, currency: true })
      .required().shape,
    payment: paymentView.optional(),
    cancellation: cancellationSchema
      .omit({ note: true, settling: true, settledOtherwise: true })
      .extend(saleSchema.pick({ currency: true }).shape)
      .optional(),
    refusal: rejectionSchema.optional(),
    ...commonSchema.pick({ placedAt: true, updatedAt: true, version: true }).shape,
  })
  .meta({ title: 'Reservation' });
export type ReservationView = z.infer<typeof reservationView>;

export const quoteView = cancellationSchema.pick({ fee: true, refund: true }).extend({
  currency: z.string(),
  allowed: z.boolean(),
  reason: z.string().optional(),
});

/** `awaiting` is what would bring it on. `pending` has its body under `/admin/pending`. */
export const timelineView = z.object({
  status: statusSchema,
  items: z.array(historyEntrySchema),
  awaiting: z
    .object({
      event: z.string(),
      since: z.string(),
      nextCheckAt: z.string().optional(),
      attempts: z.int(),
    })
    .optional(),
  why: z.string().optional(),
  notices: z.array(
    noticeProgressSchema.omit({ dueAt: true }).extend({ nextAttemptAt: z.string().optional() }),
  ),
  pending: z.array(
    pendingSchema.pick({
      kind: true,
      id: true,
      since: true,
      reason: true,
      attempts: true,
      nextAttemptAt: true,
    }),
  ),
  trace: z.object({ traceId: z.string(), url: z.string().optional() }).optional(),
});

/** Reservations of which the provider's books say another sum than ours, those first that do so for longest. */
export const reconciliationQuery = z.object(pageQuery);

export const reconciliationView = z.object({
  items: z.array(
    z.object({
      reservationId: idSchema,
      ...differenceSchema.pick({ kind: true, ours: true, provider: true }).shape,
      since: z.string(),
      note: z.string().optional(),
    }),
  ),
  continuation: z.string().optional(),
});

export const reservationsQuery = z.object({
  performanceId: idSchema.optional(),
  status: statusSchema.optional(),
  ...pageQuery,
});

export const reservationsView = z.object({
  items: z.array(reservationView),
  continuation: z.string().optional(),
});
