import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';
import {
  type KeptBill,
  type KeptMembership,
  keptBillSchema,
  keptMembershipSchema,
} from '../../membership/contract';

/** A membership or a bill as its customer sees it beside the reservations. */
export const membershipEntrySchema = keptMembershipSchema;
export type MembershipEntry = Immutable<KeptMembership>;
export const billEntrySchema = keptBillSchema;
export type BillEntry = Immutable<KeptBill>;

const billStandingSchema = billEntrySchema.pick({ status: true });
export const memberStandingSchema = z.union([
  z.object({ kind: z.literal('membership') }),
  billStandingSchema.extend({ kind: z.literal('bill') }),
]);
export type MemberStanding = z.infer<typeof memberStandingSchema>;

export const membershipCountsSchema = z.object({ membershipCount: z.int() });
export const billCountsSchema = z.object({
  billCount: z.int(),
  paidCount: z.int(),
  /** What is to be paid, and what of that is late. */
  unpaidCount: z.int(),
  overdueCount: z.int(),
});

export function memberCounts(all: readonly MemberStanding[]) {
  const bills = all.flatMap((one) => (one.kind === 'bill' ? [one.status] : []));
  const overdueCount = bills.filter((status) => status === 'overdue').length;
  return {
    memberships: { membershipCount: all.length - bills.length },
    bills: {
      billCount: bills.length,
      paidCount: bills.filter((status) => status === 'paid').length,
      unpaidCount: bills.filter((status) => status === 'unpaid').length + overdueCount,
      overdueCount,
    },
  };
}
