import { z } from 'zod';
import { longPageQuery, pageQuery } from '../../../shared/http/continuation';
import { minorUnitDigits } from '../../../shared/kernel/currency';
import { billSchema, billStatusSchema, billTermsSchema } from '../domain/bill';
import { membershipSchema } from '../domain/membership';
import { planSchema } from '../domain/plan';
import { standingSchema } from '../domain/standing';

/** The bodies and answers of this context's HTTP calls. */

const MAX_FEE = 1_000_000_000;

const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Use the three capital letters of ISO 4217, like KRW.')
  .refine((code) => minorUnitDigits(code) !== undefined, 'ISO 4217 has no such currency.');

export const planBody = z.strictObject({
  name: z.string().trim().min(1).max(200),
  monthlyFee: z.int().min(1).max(MAX_FEE),
  currency,
  benefits: z.strictObject({
    presale: z.boolean().optional(),
    percentOff: z.int().min(1).max(100).optional(),
  }),
});

export const planView = planSchema.omit({ status: true });
export const plansView = z.object({ items: z.array(planView), continuation: z.string().optional() });
export const plansQuery = z.object(longPageQuery);

export const membershipBody = z.strictObject({ planId: z.string().min(1).max(128) });

export const membershipView = membershipSchema
  .pick({
    membershipId: true,
    planId: true,
    planName: true,
    monthlyFee: true,
    currency: true,
    benefits: true,
    status: true,
    startedAt: true,
    endsOn: true,
  })
  .extend({
    /** The first day of the next month that is billed. */
    nextBillOn: z.string().optional(),
  });
export const membershipsView = z.object({
  items: z.array(membershipView),
  continuation: z.string().optional(),
});
export const membershipsQuery = z.object(pageQuery);

const paymentView = z.object({
  orderId: z.string(),
  startedAt: z.string(),
  approvedAt: z.string().optional(),
  means: z.string().optional(),
});

export const billView = billTermsSchema.extend({
  status: billStatusSchema,
  issuedAt: z.string(),
  /** What a payment of it is authorised under at the provider. */
  orderId: z.string(),
  payment: paymentView.optional(),
  /** What is on its way back. */
  refund: billSchema.shape.refund.unwrap().omit({ refused: true }).optional(),
  /** Payments that have gone back, the oldest first. */
  paidBack: z.array(paymentView.extend({ refund: z.int(), refundedAt: z.string() })).optional(),
});
export const billsView = z.object({ items: z.array(billView), continuation: z.string().optional() });
export const billsQuery = z.object({ ...pageQuery, status: billStatusSchema.optional() });

export const billPaymentBody = z.strictObject({
  paymentKey: z.string().regex(/^[\w.:-]{1,200}$/, 'Send the paymentKey you got from the payment provider.'),
  amount: z.int().min(0),
});

/** The newest memberships and bills of somebody, as staff read them. */
export const memberView = z.object({
  customerId: z.string(),
  standing: standingSchema,
  memberships: z.array(membershipView),
  bills: z.array(billView),
});

export const billingRunBody = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Write a month as 2026-12.'),
});
export const billingRunQuery = billingRunBody;
/** `isAll` is false when more are to be billed than are counted here. Amounts are minor units. */
export const billingPreviewView = z.object({
  month: z.string(),
  members: z.int(),
  bills: z.int(),
  sums: z.array(z.object({ currency: z.string(), amount: z.int() })),
  isAll: z.boolean(),
});
/** `isDone` is false when there was no time for all. The timer goes on, and so does another run. */
export const billingRunView = z.object({ month: z.string(), issued: z.int(), isDone: z.boolean() });
