import { z } from 'zod';
import { pageQuery } from '../../../shared/http/continuation';
import { mailboxOf } from '../../../shared/kernel/mailbox';
import { differenceSchema } from '../../../shared/payment/difference';
import { pendingSchema } from '../../../shared/pending/pending';
import {
  idSchema,
  isSeatRequest,
  MAX_SEATS_PER_REQUEST,
  type PriceTypesAsked,
  quantitySchema,
  saleSchema,
  seatIdsSchema,
  seatRequestBody,
} from '../../musical/contract';
import { noticeProgressSchema } from '../../notification/contract';
import { settlementItemSchema } from '../domain/dayMoney';
import {
  cancellationSchema,
  commonSchema,
  customerSchema,
  historyEntrySchema,
  partSchema,
  paymentSchema,
  rejectionSchema,
  statusSchema,
} from '../domain/reservation';
import { groupBySchema, salesItemSchema } from '../domain/sales';

/** The bodies and answers of this context's HTTP calls. */

/** By seat id, or with a quantity by price type. */
export const priceTypesBody = z
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
  .check(checkPriceTypes);

/** Who a customer is, in the customer's own words. */
export const personBody = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: z
    .string()
    .refine((address) => mailboxOf(address) !== undefined, 'No mail server takes this address.'),
  locale: z
    .string()
    .regex(/^[a-z]{2,8}(-[a-z0-9]{1,8}){0,3}$/i, 'Send a language as BCP 47 writes it, say ko or en-GB.'),
});

type Asked = Pick<z.infer<typeof seatRequestBody>, 'seats' | 'quantity'> & {
  readonly priceTypes?: PriceTypesAsked | undefined;
};

export function checkPriceTypes({ value, issues }: z.core.ParsePayload<Asked>): void {
  for (const { pointer, detail } of faultsInPriceTypes(value))
    issues.push({ code: 'custom', path: ['priceTypes', pointer], message: detail, input: value.priceTypes });
}

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

/** These seats, or without any all that are left. */
export const cancellationBody = z.strictObject({ seats: seatIdsSchema.optional() });

/** Seats by their ids, with commas between them. */
export const cancellationQuery = z.object({
  seats: z
    .string()
    .transform((text) => text.split(','))
    .pipe(seatIdsSchema)
    .optional(),
});

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
  seats: seatIdsSchema.optional(),
});

export const settlementBody = z.strictObject({ note });

/** `amount` is the price, not what was captured. */
const paymentView = z.object({
  ...saleSchema.pick({ amount: true }).shape,
  ...paymentSchema.omit({ paymentKey: true, idempotencyKey: true }).shape,
});

/** What of a cancellation is shown to nobody, or in the timeline alone. */
const forStaff = { note: true, settling: true, settledOtherwise: true, askedBy: true } as const;

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
    /** Of all cancellations together. Each of them is in `cancellations`. */
    cancellation: cancellationSchema
      .omit(forStaff)
      .extend(saleSchema.pick({ currency: true }).shape)
      .optional(),
    cancellations: z.array(partSchema.omit(forStaff)),
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

/** Reservations and bills of which the provider's books say another sum than ours, those first that do so for longest. */
export const reconciliationQuery = z.object(pageQuery);

export const reconciliationView = z.object({
  items: z.array(
    z.object({
      /** Either of both: it is the money of a reservation, or of a member's bill. */
      reservationId: idSchema.optional(),
      billId: z.string().optional(),
      ...differenceSchema.pick({ kind: true, ours: true, provider: true }).shape,
      ...saleSchema.pick({ currency: true }).shape,
      since: z.string(),
      note: z.string().optional(),
    }),
  ),
  continuation: z.string().optional(),
});

/** `query` finds by the beginnings of a number, of words of a name, or of an address. */
export const reservationsQuery = z.object({
  performanceId: idSchema.optional(),
  status: statusSchema.optional(),
  query: z
    .string()
    .max(200)
    .refine((text) => text.trim().length >= 2, 'Send two letters at least.')
    .optional(),
  ...pageQuery,
});

const day = z.iso.date();
const MOST_DAYS = 92;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Days of the theatre, the last one whole. Today without any, and one alone when only one is named. */
export const salesQuery = z
  .object({ from: day.optional(), to: day.optional(), groupBy: groupBySchema.default('day') })
  .check(({ value: { from, to }, issues }) => {
    const days =
      from === undefined || to === undefined ? 1 : (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
    if (days >= 1 && days <= MOST_DAYS) return;
    const message = `Ask for 1 to ${MOST_DAYS} days: from is the first and to the last of them.`;
    issues.push({ code: 'custom', path: ['to'], message, input: to });
  });

export const salesOfDaysView = z.object({
  from: day,
  to: day,
  groupBy: groupBySchema,
  items: z.array(salesItemSchema),
});

/** A reservation in a list of staff's, with who has made it. */
export const listedView = z.object({ ...reservationView.shape, customer: customerSchema });
export type ListedView = z.infer<typeof listedView>;

export const listedPage = z.object({ items: z.array(listedView), continuation: z.string().optional() });

export const houseQuery = z.object({ status: statusSchema.optional(), ...pageQuery });

export const settlementQuery = z.object({ day: day.optional() });

export const settlementView = z.object({ day, items: z.array(settlementItemSchema) });
