import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';

/** What a plan gives its members. */
export const benefitsSchema = z.object({
  /** They hold seats before the sale opens, where a performance has a presale. */
  presale: z.boolean().optional(),
  /** So much is off the price of a seat of the price type `member`. */
  percentOff: z.int().optional(),
});
export type Benefits = Immutable<z.infer<typeof benefitsSchema>>;

/** `ending` is a membership that goes on until `endsOn`. */
export const membershipStatusSchema = z.enum(['active', 'ending', 'ended']);
export type MembershipStatus = z.infer<typeof membershipStatusSchema>;

/**
 * All that others need to know of a customer as a member. `benefits` are those of the day of joining, and none after the
 * end. As long as a bill is overdue, they are suspended.
 */
export const standingSchema = z.object({
  status: membershipStatusSchema,
  /** Its last day, by the theatre's calendar. */
  endsOn: z.string().optional(),
  benefits: benefitsSchema,
  /** How many of the customer's bills are overdue, those of earlier memberships too. */
  overdue: z.int(),
});
export type Standing = Immutable<z.infer<typeof standingSchema>>;
