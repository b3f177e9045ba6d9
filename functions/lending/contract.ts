import { z } from 'zod';
import { eventContract } from '../../shared/messaging/envelope';
import { loanSchema } from './domain/loan';

export const SOURCE = '/marquee/lending';

const requestSchema = loanSchema.pick({ loanId: true, customerId: true, itemId: true, quantity: true });

/** Somebody wants to borrow this. Nothing is decided yet. */
export const loanRequested = eventContract('LoanRequested', SOURCE, requestSchema);

const toldSchema = requestSchema.extend({ itemName: z.string() });

/** It is out until `returnBy`. */
export const itemLent = eventContract('ItemLent', SOURCE, toldSchema.extend({ returnBy: z.string() }));

/** There were not as many. Nothing was lent. */
export const outOfStock = eventContract('OutOfStock', SOURCE, toldSchema);

export const loanReturned = eventContract('LoanReturned', SOURCE, toldSchema);

/** It should have been back by `returnBy`. `n` is how often that was told, from 1. */
export const loanOverdue = eventContract(
  'LoanOverdue',
  SOURCE,
  toldSchema.extend({ returnBy: z.string(), n: z.int() }),
);

export const lendingEvents = [loanRequested, itemLent, outOfStock, loanReturned, loanOverdue] as const;

/** A loan as others may read it. */
export const keptLoanSchema = loanSchema.omit({ dueAt: true, attempts: true, reminders: true });
/** What the change feed of `loans` shows. `version` grows with everything that its customer can see. */
export const loanFeedSchema = keptLoanSchema.extend({ kind: z.literal('loan') });
export type KeptLoan = z.infer<typeof keptLoanSchema>;
