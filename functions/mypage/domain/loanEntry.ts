import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';
import { type KeptLoan, keptLoanSchema } from '../../lending/contract';

/** One loan as its customer sees it beside the reservations. */
export const loanEntrySchema = keptLoanSchema;
export type LoanEntry = Immutable<KeptLoan>;

export const loanStandingSchema = loanEntrySchema.pick({ status: true, returnBy: true });

export const loanCountsSchema = z.object({
  loanCount: z.int(),
  /** What is out, and what of that should be back by now. */
  outCount: z.int(),
  overdueCount: z.int(),
});

export function loanCounts(
  all: readonly Pick<LoanEntry, 'status' | 'returnBy'>[],
  now: string,
): z.infer<typeof loanCountsSchema> {
  const out = all.filter(({ status }) => status === 'lent');
  const overdue = out.filter(({ returnBy }) => returnBy !== undefined && returnBy <= now);
  return { loanCount: all.length, outCount: out.length, overdueCount: overdue.length };
}
