import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';
import { isoTime } from '../../../shared/kernel/time';
import { calendarDay } from '../../../shared/kernel/zone';
import { differenceSchema } from '../../../shared/payment/difference';
import type { Membership, Moment } from './membership';
import { daysAfter, endOf } from './month';

export const billStatusSchema = z.enum(['unpaid', 'paying', 'paid', 'refunding', 'overdue']);
export type BillStatus = z.infer<typeof billStatusSchema>;

/** What one membership owes for one month, as everybody may know it. */
export const billTermsSchema = z.object({
  billId: z.string(),
  membershipId: z.string(),
  planName: z.string(),
  /** As `2026-12`. */
  month: z.string(),
  /** Minor units of the currency. */
  amount: z.int(),
  currency: z.string(),
  /** The last day on which it can be paid in time. */
  dueOn: z.string(),
});
export type BillTerms = Immutable<z.infer<typeof billTermsSchema>>;

/** A payment of it that is under way or made. */
export const billPaymentSchema = z.object({
  paymentKey: z.string(),
  orderId: z.string(),
  idempotencyKey: z.string().optional(),
  startedAt: z.string(),
  /** When it was known to be captured. */
  approvedAt: z.string().optional(),
  means: z.string().optional(),
});
export type BillPayment = Immutable<z.infer<typeof billPaymentSchema>>;

/** What is to go back of the payment, decided before the provider is asked. */
const billRefundSchema = z.object({
  amount: z.int(),
  requestedAt: z.string(),
  /** How many requests the provider has refused. Each needs a key of its own. */
  refused: z.int(),
});

/** A payment that has gone back. */
const paidBackSchema = billPaymentSchema.extend({ refund: z.int(), refundedAt: z.string() });

export const billSchema = billTermsSchema.extend({
  customerId: z.string(),
  status: billStatusSchema,
  issuedAt: z.string(),
  updatedAt: z.string(),
  payment: billPaymentSchema.optional(),
  refund: billRefundSchema.optional(),
  /** Payments that were declined. None of them is ever confirmed again. */
  declined: z.array(billPaymentSchema).optional(),
  /** Payments that have gone back, the oldest first. */
  paidBack: z.array(paidBackSchema).optional(),
  /** Where the provider's books said otherwise than ours, the oldest first. */
  differences: z.array(differenceSchema).optional(),
  /** Since when it is to be compared with the provider's books. */
  unsureSince: z.string().optional(),
  /** How many refunds of payments that pay for nothing the provider has refused. Each request needs a key of its own. */
  refundsRefused: z.int().optional(),
  /** Since when it counts among its customer's overdue bills, whatever is under way to pay it. */
  overdueSince: z.string().optional(),
  /** It grows with everything that its customer can see. */
  version: z.int(),
  /** When the sweep looks at it. Absent when nothing is left to be done. */
  dueAt: z.string().optional(),
  /** How often the sweep has gone on with it in this status. */
  attempts: z.int(),
});
export type Bill = Immutable<z.infer<typeof billSchema>>;

/** There is one bill a membership and month, for it is created under this id. */
export const billIdOf = (membershipId: string, month: string): string => `${membershipId}-${month}`;

/** Two weeks, which also who gets the bills of an outage has. */
const DAYS_TO_PAY = 14;

/** What is due at joining is due on that day. */
export function newBill(membership: Membership, month: string, moment: Moment, isFirst: boolean): Bill {
  const { membershipId, customerId, planName, monthlyFee: amount, currency } = membership;
  const { nowMs, timeZone } = moment;
  const dueOn = daysAfter(calendarDay(nowMs, timeZone), isFirst ? 0 : DAYS_TO_PAY);
  return {
    billId: billIdOf(membershipId, month),
    membershipId,
    customerId,
    planName,
    month,
    amount,
    currency,
    dueOn,
    status: 'unpaid',
    issuedAt: isoTime(nowMs),
    updatedAt: isoTime(nowMs),
    version: 1,
    dueAt: endOf(dueOn, timeZone),
    attempts: 0,
  };
}

/**
 * What the provider is asked under. It captures one payment an order, ever, so after each that has gone back there is
 * another one.
 */
export const orderIdOf = ({ billId, paidBack = [] }: Pick<Bill, 'billId' | 'paidBack'>): string =>
  paidBack.length === 0 ? billId : `${billId}-${paidBack.length + 1}`;

/** The bill of such an order. Undefined for an order that is of something else. */
export const billIdOfOrder = (orderId: string): string | undefined =>
  /^(.+-\d{4}-\d\d)(?:-\d+)?$/.exec(orderId)?.[1];

/** Whether it waits for the system, and not for its customer. */
export const isUnsettled = ({ status }: Pick<Bill, 'status'>): boolean =>
  status === 'paying' || status === 'refunding';

/** A bill's place in its customer's list. */
export const billListKey = ({ issuedAt, billId }: Pick<Bill, 'issuedAt' | 'billId'>): string =>
  `${issuedAt} ${billId}`;
