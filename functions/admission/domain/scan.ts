import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';
import { ticketSchema } from './tickets';

export const verdictSchema = z.enum(['admitted', 'already-admitted', 'void', 'wrong-performance', 'unknown']);
export type Verdict = z.infer<typeof verdictSchema>;

/** What a scanner says that it has seen. */
export const seenSchema = z.object({
  scanId: z.string(),
  /** When it was scanned, by the scanner's clock. It is only recorded. */
  scannedAt: z.string().optional(),
  /** What the scanner calls itself, such as its door. */
  scanner: z.string().optional(),
  /** The scanner had no connection and has let this person in already. */
  offline: z.boolean().optional(),
});
export type Seen = Immutable<z.infer<typeof seenSchema>>;

/** What was answered to a scan, for ever. */
export const scanSchema = seenSchema.extend({
  performanceId: z.string(),
  verdict: verdictSchema,
  ...ticketSchema.pick({ ticketId: true, seatId: true, priceTypeId: true, admittedAt: true }).partial().shape,
  /** The scanner that let the ticket in, which need not be this one. */
  admittedBy: z.string().optional(),
  /** Somebody is in the house who was not to be let in. */
  conflict: z.literal(true).optional(),
  /** Whose token it was. */
  by: z.string(),
  storedAt: z.string(),
});
export type Scan = Immutable<z.infer<typeof scanSchema>>;
