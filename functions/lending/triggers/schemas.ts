import { z } from 'zod';
import { longPageQuery, pageQuery } from '../../../shared/http/continuation';
import { itemSchema } from '../domain/item';
import { loanSchema } from '../domain/loan';

/** The bodies and answers of this context's HTTP calls. */

/** Four weeks. */
const MAX_LOAN_HOURS = 28 * 24;
const MAX_STOCK = 100_000;
const MAX_QUANTITY = 100;

export const itemBody = z.strictObject({
  name: z.string().trim().min(1).max(200),
  description: z.string().max(2_000).optional(),
  stock: z.int().min(0).max(MAX_STOCK),
  loanHours: z.int().min(1).max(MAX_LOAN_HOURS),
});

/** `available` can be borrowed at this moment. */
export const itemView = itemSchema.omit({ status: true, lent: true }).extend({ available: z.int() });
export const itemsView = z.object({ items: z.array(itemView), continuation: z.string().optional() });
export const itemsQuery = z.object({ ...longPageQuery, query: z.string().max(200).optional() });

export const loanBody = z.strictObject({
  itemId: z.string().min(1).max(128),
  quantity: z.int().min(1).max(MAX_QUANTITY),
});

export const loanView = loanSchema
  .pick({
    loanId: true,
    itemId: true,
    itemName: true,
    quantity: true,
    status: true,
    reason: true,
    requestedAt: true,
    lentAt: true,
    returnBy: true,
    returnedAt: true,
  })
  .extend({ overdue: z.boolean() });
export const loansView = z.object({ items: z.array(loanView), continuation: z.string().optional() });
export const loansQuery = z.object(pageQuery);

/** What staff see of what is out. */
const outView = loanView.extend({ customerId: z.string() });
export const outListView = z.object({ items: z.array(outView), continuation: z.string().optional() });
export const outQuery = z.object(longPageQuery);
