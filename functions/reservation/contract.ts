import { z } from 'zod';
import { eventContract } from '../../shared/messaging/envelope';

export const SOURCE = '/marquee/reservation';

export const seatRequestSchema = z.union([
  z.object({ holdId: z.string() }),
  z.object({ seats: z.array(z.string()) }),
  z.object({ sectionId: z.string(), quantity: z.int() }),
]);
export type SeatRequest = z.infer<typeof seatRequestSchema>;

const reservationRef = { reservationId: z.string(), performanceId: z.string(), customerId: z.string() };

/** Somebody wants these seats; nothing is decided yet. */
export const reservationPlaced = eventContract(
  'ReservationPlaced',
  SOURCE,
  z.object({ ...reservationRef, request: seatRequestSchema }),
);

/** The money is captured. Whether the seats are still there is decided by what owns them. */
export const paymentApproved = eventContract(
  'PaymentApproved',
  SOURCE,
  z.object({ ...reservationRef, amount: z.int(), currency: z.string() }),
);

/** All that a notice to the customer needs. Times are UTC; amounts are minor units. */
const toldToCustomer = {
  ...reservationRef,
  customer: z.object({
    email: z.string().optional(),
    name: z.string().optional(),
    locale: z.string().optional(),
  }),
  title: z.string().optional(),
  startsAt: z.string().optional(),
  venue: z.object({ name: z.string(), timeZone: z.string() }).optional(),
  seats: z.array(z.string()),
  amount: z.int(),
  currency: z.string(),
};

export const reservationCompleted = eventContract('ReservationCompleted', SOURCE, z.object(toldToCustomer));

export const reservationRejected = eventContract(
  'ReservationRejected',
  SOURCE,
  z.object({ ...toldToCustomer, reason: z.string() }),
);

export const reservationExpired = eventContract('ReservationExpired', SOURCE, z.object(toldToCustomer));

/** `fee` is kept, `refund` was given back; both 0 when nothing had been paid. */
export const reservationCancelled = eventContract(
  'ReservationCancelled',
  SOURCE,
  z.object({ ...toldToCustomer, reason: z.string(), fee: z.int(), refund: z.int() }),
);

/** What is published. Others act on it, and each happens to a reservation at most once. */
export const reservationEvents = [
  reservationPlaced,
  paymentApproved,
  reservationCompleted,
  reservationRejected,
  reservationExpired,
  reservationCancelled,
] as const;
export type PublishedFact = (typeof reservationEvents)[number]['type'];

/** What the change feed of `reservations` shows: enough for a customer's own list. `version` grows with every change. */
export const reservationFeedSchema = z.object({
  kind: z.literal('reservation'),
  reservationId: z.string(),
  customerId: z.string(),
  performanceId: z.string(),
  version: z.int(),
  status: z.string(),
  placedAt: z.string(),
  updatedAt: z.string(),
  request: seatRequestSchema,
  sale: z
    .object({
      seats: z.array(z.string()),
      amount: z.int(),
      currency: z.string(),
      title: z.string(),
      startsAt: z.string(),
    })
    .optional(),
  payment: z.object({ approvedAt: z.string().optional() }).optional(),
  cancellation: z.object({ fee: z.int(), refund: z.int(), refundedAt: z.string().optional() }).optional(),
});
export type ReservationFeedItem = z.infer<typeof reservationFeedSchema>;
