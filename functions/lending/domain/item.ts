import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';

/** What the theatre says of something it lends. Its name is one text for all readers. */
export const itemFieldsSchema = z.object({
  name: z.string(),
  description: z.string().optional(),
  /** How many the theatre has, those that are out among them. */
  stock: z.int(),
  loanHours: z.int(),
});
export type ItemFields = Immutable<z.infer<typeof itemFieldsSchema>>;

export const itemSchema = itemFieldsSchema.extend({
  itemId: z.string(),
  /** How many are out. It is never more than the stock. */
  lent: z.int(),
  /** One that was removed is lent no more, and its slips stay. */
  status: z.enum(['offered', 'removed']),
});
export type Item = Immutable<z.infer<typeof itemSchema>>;

export const refusalSchema = z.enum(['out-of-stock', 'overdue']);
export type Refusal = z.infer<typeof refusalSchema>;

/**
 * What became of one loan, as it stands beside the stock. It is written in one batch with the stock that it changes, and
 * is there for ever, so no request is decided twice and nothing comes back twice. Times are UTC.
 */
export const slipSchema = z.object({
  loanId: z.string(),
  itemId: z.string(),
  customerId: z.string(),
  quantity: z.int(),
  status: z.enum(['lent', 'refused', 'returned']),
  decidedAt: z.string(),
  reason: refusalSchema.optional(),
  /** Of what was lent. */
  returnBy: z.string().optional(),
  returnedAt: z.string().optional(),
});
export type Slip = Immutable<z.infer<typeof slipSchema>>;

export const availableOf = ({ stock, lent, status }: Item): number =>
  status === 'removed' ? 0 : stock - lent;
