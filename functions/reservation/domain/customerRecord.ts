import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';
import { erasureStepSchema, objectionSchema } from '../contract';
import { customerSchema } from './reservation';

/** How far an erasure is. Each step is asked of all contexts, and `answered` are those that have done it. */
export const erasureSchema = z.object({
  /** Grows with each request of the customer. */
  n: z.int(),
  at: z.string(),
  step: z.enum([...erasureStepSchema.options, 'done', 'lifted']),
  /** When the step began (UTC). */
  since: z.string(),
  answered: z.array(z.string()),
  /** Why it was lifted. */
  objection: objectionSchema.optional(),
  /** How often the step was asked for again. */
  attempts: z.int(),
  /** The one before was lifted, and not everybody who had marked the customer for it may know. */
  isOwed: z.literal(true).optional(),
});
export type Erasure = Immutable<z.infer<typeof erasureSchema>>;

/** What is kept of a customer beside the reservations. */
export const customerRecordSchema = z.object({
  customerId: z.string(),
  /** What the customer has told us by `PUT /me`. It goes before what a token says. */
  profile: customerSchema.optional(),
  /** How many reservations were rejected in this hour of the clock (UTC, `yyyy-mm-ddThh`). */
  rejections: z.object({ hour: z.string(), count: z.int() }).optional(),
  /** The latest request for erasure. */
  erasure: erasureSchema.optional(),
  /** When the sweep looks at the erasure next (UTC). Absent when nothing is left to be done. */
  dueAt: z.string().optional(),
});
export type CustomerRecord = Immutable<z.infer<typeof customerRecordSchema>>;
export type Customer = Immutable<z.infer<typeof customerSchema>>;

/** Who asks in vain more often within an hour is no buyer. Each rejection stays stored, on the performance's partition too. */
export const MAX_REJECTIONS_AN_HOUR = 30;

const HOUR_MS = 60 * 60 * 1000;

const hourOf = (nowMs: number): string => new Date(nowMs).toISOString().slice(0, 'yyyy-mm-ddThh'.length);

const rejectionsIn = ({ rejections }: CustomerRecord, hour: string): number =>
  rejections?.hour === hour ? rejections.count : 0;

/** It is a limit and no book, so a count that gets lost is no harm. */
export function withRejection(record: CustomerRecord, nowMs: number): CustomerRecord {
  const hour = hourOf(nowMs);
  return { ...record, rejections: { hour, count: rejectionsIn(record, hour) + 1 } };
}

/** Until when nothing more is accepted of the customer, in seconds from now. Undefined when it is. */
export function secondsToWait(record: CustomerRecord, nowMs: number): number | undefined {
  if (rejectionsIn(record, hourOf(nowMs)) < MAX_REJECTIONS_AN_HOUR) return undefined;
  return Math.ceil((HOUR_MS - (nowMs % HOUR_MS)) / 1000);
}
