import { z } from 'zod';
import { COUNTER_CUSTOMER, digest } from '../../../shared/kernel/ids';
import type { Immutable } from '../../../shared/kernel/immutable';
import { differenceSchema } from '../../../shared/payment/difference';
import {
  priceTypesAskedSchema,
  refusalReasonSchema,
  reseatRefusalSchema,
  revocationReasonSchema,
  type Sale,
  saleSchema,
  seatRequestSchema,
} from '../../musical/contract';

const priceTypes = priceTypesAskedSchema.optional();

/** A hold that the customer has, or the seats that are asked for without one, and who pays less for which. */
export const placementRequestSchema = z.union([
  z.object({ holdId: z.string(), priceTypes }),
  ...seatRequestSchema.options.map((request) => request.extend({ priceTypes })),
]);
export type PlacementRequest = Immutable<z.infer<typeof placementRequestSchema>>;

/** How staff are paid, or not. */
export const COUNTER_METHODS = ['cash', 'card-terminal', 'complimentary'] as const;

export const paymentSchema = z.object({
  paymentKey: z.string(),
  /**
   * `none` when there was nothing to be paid, and how it was paid at the counter. Then the provider was never asked, and there
   * is no key.
   */
  method: z.enum(['none', ...COUNTER_METHODS]).optional(),
  /** What staff have noted of a payment at the counter, as the number of its slip. */
  reference: z.string().optional(),
  /** By what it was paid at the provider, as far as that says so. */
  means: z.string().optional(),
  /** The client's, if it sent one. Another request with it is a mistake. */
  idempotencyKey: z.string().optional(),
  startedAt: z.string(),
  approvedAt: z.string().optional(),
});
export type Payment = Immutable<z.infer<typeof paymentSchema>>;

/** Staff have the money, and no provider knows of it. */
export const isPaidAtCounter = (method: Payment['method']): boolean =>
  method === 'cash' || method === 'card-terminal';

/**
 * A payment that was given up unanswered. It is watched at least until `until`, and until the provider has said what
 * became of it. A capture that shows up is refunded in full.
 */
const watchSchema = z.object({ paymentKey: z.string(), until: z.string(), closedAt: z.string().optional() });
export type Watch = Immutable<z.infer<typeof watchSchema>>;

export const cancelReasonSchema = z.enum([
  'customer',
  ...revocationReasonSchema.options,
  'seats-lost',
  'theatre',
]);
export type CancelReason = z.infer<typeof cancelReasonSchema>;

/**
 * A cancellation that was accepted, and with that its fee is fixed. `refund` is what goes back of what was paid. Of the one
 * that ends the reservation both are totals, those of its `parts` too.
 */
export const cancellationSchema = z.object({
  reason: cancelReasonSchema,
  requestedAt: z.string(),
  fee: z.int(),
  refund: z.int(),
  refundedAt: z.string().optional(),
  /** Which cancellation of this reservation it is. Absent where there were no tickets yet. */
  n: z.int().optional(),
  /** When admission said that the tickets of `n` are void. */
  voidedAt: z.string().optional(),
  /** Staff cancel it whether or not somebody has been let in. */
  evenIfAdmitted: z.literal(true).optional(),
  /** Why staff have cancelled it, in their words. */
  note: z.string().optional(),
  /** Staff pay it back otherwise. Since then no refund is asked for, and it counts once none can be under way. */
  settling: z.object({ note: z.string(), at: z.string() }).optional(),
  /** So much of `refund` was not refunded by the provider, but otherwise. */
  settledOtherwise: z.object({ amount: z.int(), note: z.string() }).optional(),
  /** By whom and under which key it was asked for, hashed. The same again changes nothing. */
  askedBy: z.string().optional(),
});
export type Cancellation = Immutable<z.infer<typeof cancellationSchema>>;

/** A cancellation of some of the seats while the rest stays, or one that was put back. `fee` and `refund` are of these seats alone. */
export const partSchema = cancellationSchema.extend({
  n: z.int(),
  seats: z.array(z.string()),
  status: z.enum(['accepted', 'refunded', 'settled-otherwise', 'put-back']),
});
export type Part = Immutable<z.infer<typeof partSchema>>;

export const rejectionReasonSchema = z.enum(['seat-taken', 'sold-out', ...refusalReasonSchema.options]);

/** Why a reservation got no seats. */
export const rejectionSchema = z.object({
  reason: rejectionReasonSchema,
  detail: z.string(),
  taken: z.array(z.string()).optional(),
  /** The member of the request that is wrong. */
  pointer: z.string().optional(),
});
export type Rejection = Immutable<z.infer<typeof rejectionSchema>>;

/** One line of the timeline. */
export const historyEntrySchema = z.object({
  eventId: z.string(),
  type: z.string(),
  time: z.string(),
  source: z.string(),
  /** Of what can happen more than once, which one it is. */
  n: z.int().optional(),
  /** Of what was told to others and of what was heard, the version that it made; of tickets, the version that they are of. */
  version: z.int().optional(),
});
export type HistoryEntry = Immutable<z.infer<typeof historyEntrySchema>>;

export const customerSchema = z.object({
  email: z.string().optional(),
  phone: z.string().optional(),
  name: z.string().optional(),
  locale: z.string().optional(),
});

/** Other seats for some of a reservation's, one for each. */
export const reseatSchema = z.object({
  from: z.array(z.string()),
  to: z.array(z.string()),
  /** The price stays, whatever the other seats cost. */
  difference: z.literal('waive').optional(),
  /** The other seats are withheld. */
  fromWithheld: z.literal(true).optional(),
});

/** A reseat that staff have asked for, and what has become of it. Its number counts with those of the cancellations. */
export const keptReseatSchema = reseatSchema.extend({
  n: z.int(),
  askedAt: z.string(),
  /** By whom and under which key it was asked for, hashed. The same again changes nothing. */
  askedBy: z.string().optional(),
  status: z.enum(['asked', 'done', 'refused']),
  refusal: reseatRefusalSchema.optional(),
});
export type KeptReseat = Immutable<z.infer<typeof keptReseatSchema>>;

/** What musical has to know of a sale at the counter. */
export const counterTermsSchema = z.object({
  /** Its seats are withheld until it is sold. */
  fromWithheld: z.literal(true).optional(),
  /** It costs nothing. */
  complimentary: z.literal(true).optional(),
});
export type CounterTerms = Immutable<z.infer<typeof counterTermsSchema>>;

const counterSchema = counterTermsSchema.extend({
  payment: paymentSchema.pick({ reference: true }).extend({ method: z.enum(COUNTER_METHODS) }),
});
export type CounterSale = Immutable<z.infer<typeof counterSchema>>;

/** No `sub` of a token looks like this. Nobody signs in as such a customer, and staff act for whoever it is. */
export const isCounterCustomer = (customerId: string): boolean => customerId.startsWith(COUNTER_CUSTOMER);

export const counterCustomerOf = (reservationId: string): string =>
  `${COUNTER_CUSTOMER}${digest(['customer of', reservationId], 26)}`;

/** What a reservation has in every status. Times are UTC. */
export const commonSchema = z.object({
  reservationId: z.string(),
  customerId: z.string(),
  customer: customerSchema,
  performanceId: z.string(),
  request: placementRequestSchema,
  /** Other seats that staff have asked for, in order. The last may be under way. */
  reseats: z.array(keptReseatSchema).optional(),
  /** Sold by staff, who have the money or want none. */
  counter: counterSchema.optional(),
  placedAt: z.string(),
  updatedAt: z.string(),
  /** Grows by one with every change of status or timeline. Only that tickets were issued is noted under the same. */
  version: z.int(),
  history: z.array(historyEntrySchema),
  /** When the sweep looks at it next. Absent when nothing is left to be done. */
  dueAt: z.string().optional(),
  /** How often the sweep has tried what is due. */
  attempts: z.int(),
  /** Since when the topic may lack events of it (UTC). Absent when it has taken all. */
  untoldSince: z.string().optional(),
  /** How many refunds the provider has refused. Each try after a refusal goes by a key of its own. */
  refundsRefused: z.int().optional(),
  /** Payments that were refused for good, in the order they were tried. */
  declined: z.array(paymentSchema).optional(),
  /** Since when the provider may know of money what is not known here (UTC). Absent when both said the same. */
  unsureSince: z.string().optional(),
  /** What the provider said otherwise than our books, each time it was something new. The last one may be open. */
  differences: z.array(differenceSchema).optional(),
  /** W3C trace context of the request that placed it. */
  traceparent: z.string().optional(),
});
type Common = Immutable<z.infer<typeof commonSchema>>;

/** `sale` is what was bought. What it has still is `presentOf` it and its parts. */
const sold = { sale: saleSchema, payment: paymentSchema };
const parts = z.array(partSchema).optional();

/** A reservation as it is stored. Each status has what is known in it, and nothing else. */
export const reservationSchema = z.discriminatedUnion('status', [
  commonSchema.extend({ status: z.literal('placed') }),
  commonSchema.extend({ status: z.literal('held'), sale: saleSchema }),
  commonSchema.extend({
    status: z.literal('paying'),
    ...sold,
    /** It was cancelled while the answer of the payment was awaited. */
    cancelRequest: cancelReasonSchema.optional(),
  }),
  commonSchema.extend({ status: z.literal('paid'), ...sold }),
  commonSchema.extend({ status: z.literal('completed'), ...sold, parts }),
  commonSchema.extend({ status: z.literal('cancelling'), ...sold, parts, cancellation: cancellationSchema }),
  commonSchema.extend({
    status: z.literal('cancelled'),
    sale: saleSchema.optional(),
    payment: paymentSchema.optional(),
    parts,
    cancellation: cancellationSchema,
    watch: watchSchema.optional(),
  }),
  commonSchema.extend({ status: z.literal('rejected'), refusal: rejectionSchema }),
  commonSchema.extend({ status: z.literal('expired'), sale: saleSchema, watch: watchSchema.optional() }),
]);
export type Reservation = Immutable<z.infer<typeof reservationSchema>>;

export const statusSchema = z.enum(reservationSchema.options.map(({ shape }) => shape.status.value));
export type Status = Reservation['status'];
export type In<S extends Status> = Extract<Reservation, { readonly status: S }>;

type WithoutCommon<R> = R extends unknown ? Omit<R, keyof Common> : never;
export type StateIn<S extends Status> = WithoutCommon<In<S>>;
/** What a decision may set: what is not common to every status, and the little of that which grows. */
export type State = WithoutCommon<Reservation> & Pick<Common, 'declined' | 'differences' | 'reseats'>;

const ENDS: ReadonlySet<Status> = new Set(['cancelled', 'rejected', 'expired']);

export const isEnded = ({ status }: Reservation): boolean => ENDS.has(status);

/** Its seats are released, because it has ended or its money is on the way back. */
export const hasNoSeats = (reservation: Reservation): boolean =>
  reservation.status === 'cancelling' || isEnded(reservation);

export const happened = (reservation: Reservation, type: string): boolean =>
  reservation.history.some((entry) => entry.type === type);

/** Who has been let in is not refunded. What the theatre takes back it refunds whoever is in the house. */
export const waitsForDoor = ({
  reason,
  evenIfAdmitted,
}: Pick<Cancellation, 'reason' | 'evenIfAdmitted'>): boolean =>
  (reason === 'customer' || reason === 'theatre') && evenIfAdmitted === undefined;

/** Whether admission has said that all of its seats have tickets, also those that it has since a reseat. */
export const hasTickets = ({ history }: Pick<Reservation, 'history'>): boolean => {
  const reseated = history.findLast(({ type }) => type === 'ReservationReseated')?.version ?? 0;
  return history.some(({ type, version = 0 }) => type === 'TicketsIssued' && version >= reseated);
};

/** What the seats and the terms are, as far as they are known yet. */
export const saleOf = (reservation: Reservation): Sale | undefined =>
  'sale' in reservation ? reservation.sale : undefined;

/** The seats it has, or those that were asked for by name. */
export const seatsOf = (reservation: Reservation): readonly string[] =>
  saleOf(reservation)?.seats ?? ('seats' in reservation.request ? reservation.request.seats : []);
