import { z } from 'zod';
import { eventContract } from '../../shared/messaging/envelope';
import { differenceSchema } from '../../shared/payment/difference';
import { billPaymentSchema, billTermsSchema, billSchema as storedBillSchema } from './domain/bill';
import { membershipSchema } from './domain/membership';
import { standingSchema } from './domain/standing';

export { type Standing, standingSchema } from './domain/standing';

export const SOURCE = '/marquee/membership';

/**
 * What each event says of its customer. `version` grows with each, and the standing is the whole of it. So a reader keeps
 * what the newest version says, and needs no other.
 */
const memberSchema = z.object({
  customerId: z.string(),
  version: z.int(),
  standing: standingSchema,
});

const membershipRef = membershipSchema.pick({ membershipId: true, planName: true });

export const membershipStarted = eventContract(
  'MembershipStarted',
  SOURCE,
  memberSchema.extend(membershipRef.extend({ monthlyFee: z.int(), currency: z.string() }).shape),
);

/** It is told twice: when it is decided, and the standing is `ending`, and when its last day is over. */
export const membershipEnded = eventContract(
  'MembershipEnded',
  SOURCE,
  memberSchema.extend(membershipRef.extend({ endsOn: z.string() }).shape),
);

const billSchema = memberSchema.extend(billTermsSchema.shape);

export const billIssued = eventContract('BillIssued', SOURCE, billSchema);

export const billPaid = eventContract('BillPaid', SOURCE, billSchema);

/** `refund` has gone back, and the bill is to be paid again. */
export const billPaymentCancelled = eventContract(
  'BillPaymentCancelled',
  SOURCE,
  billSchema.extend({ refund: z.int() }),
);

/** Its `dueOn` is over. Until it is paid its customer has no benefits. */
export const billOverdue = eventContract('BillOverdue', SOURCE, billSchema);

export const membershipEvents = [
  membershipStarted,
  membershipEnded,
  billIssued,
  billPaid,
  billPaymentCancelled,
  billOverdue,
] as const;

const keptPaymentSchema = billPaymentSchema.omit({ paymentKey: true, idempotencyKey: true });

/** A membership and a bill as others may read them, with the payments that have gone back. */
export const keptMembershipSchema = membershipSchema.omit({ dueAt: true });
export type KeptMembership = z.infer<typeof keptMembershipSchema>;
export const keptBillSchema = storedBillSchema
  .omit({ dueAt: true, attempts: true, declined: true, refund: true })
  .omit({ differences: true, unsureSince: true, refundsRefused: true })
  .extend({
    payment: keptPaymentSchema.optional(),
    paidBack: z.array(keptPaymentSchema.extend({ refund: z.int(), refundedAt: z.string() })).optional(),
  });
export type KeptBill = z.infer<typeof keptBillSchema>;

/** A bill of which the provider's books say another sum than ours. */
export const differingBillSchema = storedBillSchema
  .pick({ billId: true, currency: true })
  .extend({ differences: z.array(differenceSchema) });
export type DifferingBill = z.infer<typeof differingBillSchema>;

/** What the change feed of `memberships` shows. `version` grows with everything that a customer can see. */
export const membershipFeedSchema = keptMembershipSchema.extend({ kind: z.literal('membership') });
export const billFeedSchema = keptBillSchema.extend({ kind: z.literal('bill') });
