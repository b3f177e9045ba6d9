import { z } from 'zod';
import { type Backoff, backoffMs } from '../../../shared/kernel/backoff';
import type { Immutable } from '../../../shared/kernel/immutable';
import { isoTime } from '../../../shared/kernel/time';
import { type Item, refusalSchema, type Slip } from './item';

export const loanStatusSchema = z.enum(['requested', 'lent', 'cancelled', 'returned']);

/** What a customer asked for and what became of it. Times are UTC. */
export const loanSchema = z.object({
  loanId: z.string(),
  customerId: z.string(),
  itemId: z.string(),
  /** As the item was called when it was asked for. */
  itemName: z.string(),
  quantity: z.int(),
  status: loanStatusSchema,
  /** Why it was cancelled. */
  reason: refusalSchema.optional(),
  requestedAt: z.string(),
  updatedAt: z.string(),
  lentAt: z.string().optional(),
  returnBy: z.string().optional(),
  returnedAt: z.string().optional(),
  /** It grows with everything that its customer can see. */
  version: z.int(),
  /** How often its customer was told that it is overdue. */
  reminders: z.int(),
  /** When the sweep looks at it. Absent when nothing is left to be done. */
  dueAt: z.string().optional(),
  /** How often the sweep has gone on with it in this status. */
  attempts: z.int(),
});
export type Loan = Immutable<z.infer<typeof loanSchema>>;

/** Longer than an event takes to come back, also when a queue is busy. */
const BETWEEN_LOOKS: Backoff = { firstMs: 10_000, longestMs: 5 * 60 * 1000 };
const DAY_MS = 24 * 60 * 60 * 1000;
/** A week of a reminder a day. After that it is for staff, who see it in their list. */
const MAX_REMINDERS = 7;

const nextLook = (attempts: number, nowMs: number): string =>
  isoTime(nowMs + backoffMs(attempts, BETWEEN_LOOKS));

export const newLoan = (
  asked: Pick<Loan, 'loanId' | 'customerId' | 'quantity'>,
  { itemId, name }: Pick<Item, 'itemId' | 'name'>,
  nowMs: number,
): Loan => ({
  ...asked,
  itemId,
  itemName: name,
  status: 'requested',
  requestedAt: isoTime(nowMs),
  updatedAt: isoTime(nowMs),
  version: 1,
  reminders: 0,
  dueAt: nextLook(0, nowMs),
  attempts: 0,
});

/** The loan as its slip says. One that is further already stays as it is. */
export function decided(loan: Loan, slip: Slip, nowMs: number): Loan {
  if (loan.status !== 'requested') return loan;
  const { dueAt: _waited, ...rest } = loan;
  const next = { ...rest, updatedAt: isoTime(nowMs), version: loan.version + 1, attempts: 0 };
  const { decidedAt, reason, returnBy } = slip;
  return slip.status === 'refused'
    ? { ...next, status: 'cancelled', ...(reason && { reason }) }
    : { ...next, status: 'lent', lentAt: decidedAt, ...(returnBy && { returnBy, dueAt: returnBy }) };
}

/** It is back. It stays due until the stock has it and that is told. Undefined when it is not out. */
export function returned(loan: Loan, nowMs: number): Loan | undefined {
  if (loan.status === 'returned') return loan;
  if (loan.status !== 'lent') return undefined;
  const now = isoTime(nowMs);
  return {
    ...loan,
    status: 'returned',
    returnedAt: now,
    updatedAt: now,
    version: loan.version + 1,
    attempts: 0,
    dueAt: nextLook(0, nowMs),
  };
}

/** Nothing is left to be done about it. */
export function settled(loan: Loan): Loan {
  if (loan.dueAt === undefined) return loan;
  const { dueAt: _done, ...rest } = loan;
  return rest;
}

/** The sweep goes on with it, and comes again later each time. */
export const lookedAt = (loan: Loan, nowMs: number): Loan => {
  const attempts = loan.attempts + 1;
  return { ...loan, attempts, dueAt: nextLook(attempts, nowMs) };
};

/** Reminder `n` was told. The next is due in a day. */
export function reminded(loan: Loan, n: number, nowMs: number): Loan {
  if (loan.status !== 'lent' || loan.reminders >= n) return loan;
  const { dueAt: _told, ...rest } = loan;
  return { ...rest, reminders: n, ...(n < MAX_REMINDERS ? { dueAt: isoTime(nowMs + DAY_MS) } : {}) };
}

/** Whether it should be back by now. */
export const isOverdue = ({ status, returnBy }: Pick<Loan, 'status' | 'returnBy'>, now: string): boolean =>
  status === 'lent' && returnBy !== undefined && returnBy <= now;

/** Whether it waits for the system, and not for its customer. */
export const isUnsettled = ({ status, dueAt }: Pick<Loan, 'status' | 'dueAt'>): boolean =>
  status === 'requested' || (status === 'returned' && dueAt !== undefined);

/** A loan's place in its customer's list, and among what is out. */
export const loanListKey = ({ requestedAt, loanId }: Pick<Loan, 'requestedAt' | 'loanId'>): string =>
  `${requestedAt} ${loanId}`;
export const outKey = ({ returnBy = '', loanId }: Pick<Loan, 'returnBy' | 'loanId'>): string =>
  `${returnBy} ${loanId}`;
