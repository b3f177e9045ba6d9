import { z } from 'zod';
import { type Backoff, backoffMs } from '../../../shared/kernel/backoff';
import type { Immutable } from '../../../shared/kernel/immutable';
import { isoTime } from '../../../shared/kernel/time';
import type { Bill, BillTerms } from './bill';
import type { Membership } from './membership';
import { type Standing, standingSchema } from './standing';

/** What happened to a customer as a member. Each is told by the event of its name. */
const factTypeSchema = z.enum([
  'MembershipStarted',
  'MembershipEnded',
  'BillIssued',
  'BillPaid',
  'BillPaymentCancelled',
  'BillOverdue',
]);
export type FactType = z.infer<typeof factTypeSchema>;

/** One that the topic may not have yet. `data` is what its event says, `subject` the membership. */
const untoldSchema = z.object({
  type: factTypeSchema,
  at: z.string(),
  subject: z.string(),
  data: z.looseObject({ customerId: z.string(), version: z.int(), standing: standingSchema }),
});
export type Untold = Readonly<z.infer<typeof untoldSchema>>;

/**
 * The one document of a customer as a member. Whatever changes the standing is stored in one batch with it. So there is
 * one live membership, the count of overdue bills is exact, and no version has two meanings.
 */
export const customerSchema = z.object({
  customerId: z.string(),
  /** It grows by one with each fact. */
  version: z.int(),
  /** The membership that has not ended. */
  live: z.string().optional(),
  standing: standingSchema,
  untold: z.array(untoldSchema),
  /** When the sweep tells what is untold. */
  dueAt: z.string().optional(),
  attempts: z.int(),
});
type Stored = z.infer<typeof customerSchema>;
export type Customer = Immutable<Omit<Stored, 'untold'>> & { readonly untold: readonly Untold[] };

export const newCustomer = (customerId: string): Customer => ({
  customerId,
  version: 0,
  standing: { status: 'ended', benefits: {}, overdue: 0 },
  untold: [],
  attempts: 0,
});

/** A fact, and what else of the customer changes with it. */
type Fact = {
  readonly type: FactType;
  readonly subject: string;
  readonly data: object;
  readonly standing?: Standing;
};

/** Whoever has changed it tells what happened, and is done long before the sweep looks. */
const TOLD_BY_THEN_MS = 10_000;

function withFact(customer: Customer, fact: Fact, nowMs: number): Customer {
  const { customerId } = customer;
  const version = customer.version + 1;
  const standing = fact.standing ?? customer.standing;
  const { type, subject } = fact;
  const untold = { type, at: isoTime(nowMs), subject, data: { ...fact.data, customerId, version, standing } };
  return {
    ...customer,
    version,
    standing,
    untold: [...customer.untold, untold],
    dueAt: isoTime(nowMs + TOLD_BY_THEN_MS),
    attempts: 0,
  };
}

export function withStarted(customer: Customer, membership: Membership, nowMs: number): Customer {
  const { membershipId, planName, monthlyFee, currency, benefits } = membership;
  const standing: Standing = { status: 'active', benefits, overdue: customer.standing.overdue };
  const data = { membershipId, planName, monthlyFee, currency };
  const fact = { type: 'MembershipStarted', subject: membershipId, data, standing } as const;
  return { ...withFact(customer, fact, nowMs), live: membershipId };
}

/** `ending` when that is decided, `ended` when its last day is over. */
export function withEnded(customer: Customer, membership: Membership, nowMs: number): Customer {
  const { membershipId, planName, status, endsOn = '' } = membership;
  const { benefits, overdue } = customer.standing;
  const isOver = status === 'ended';
  const standing: Standing = { status, endsOn, benefits: isOver ? {} : benefits, overdue };
  const data = { membershipId, planName, endsOn };
  const next = withFact(customer, { type: 'MembershipEnded', subject: membershipId, data, standing }, nowMs);
  if (!isOver) return next;
  const { live: _ended, ...rest } = next;
  return rest;
}

const termsOf = ({ billId, membershipId, planName, month, amount, currency, dueOn }: Bill): BillTerms => ({
  billId,
  membershipId,
  planName,
  month,
  amount,
  currency,
  dueOn,
});

/** `overdueBy` is what the number of overdue bills changes by. */
export type BillFact = { readonly type: FactType; readonly overdueBy?: number; readonly refund?: number };

export function withBill(
  customer: Customer,
  bill: Bill,
  { type, overdueBy = 0, refund }: BillFact,
  nowMs: number,
): Customer {
  const overdue = customer.standing.overdue + overdueBy;
  const data = { ...termsOf(bill), ...(refund === undefined ? {} : { refund }) };
  const standing = { ...customer.standing, overdue };
  return withFact(customer, { type, subject: bill.membershipId, data, standing }, nowMs);
}

/** The topic has everything up to this version. */
export function toldUpTo(customer: Customer, version: number): Customer {
  const { dueAt, ...rest } = customer;
  const untold = customer.untold.filter(({ data }) => data.version > version);
  return untold.length === 0 || dueAt === undefined ? { ...rest, untold } : { ...rest, untold, dueAt };
}

const BETWEEN_LOOKS: Backoff = { firstMs: 10_000, longestMs: 5 * 60 * 1000 };

/** The sweep tells it, and comes again later each time. */
export const toldLater = (customer: Customer, nowMs: number): Customer => {
  const attempts = customer.attempts + 1;
  return { ...customer, attempts, dueAt: isoTime(nowMs + backoffMs(attempts, BETWEEN_LOOKS)) };
};
