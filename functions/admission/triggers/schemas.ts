import { z } from 'zod';
import { scanSchema, verdictSchema } from '../domain/scan';
import { ticketSchema } from '../domain/tickets';

/** The bodies and answers of this context's HTTP calls. */

/** `code` is what stands in its QR code. */
const ticketView = ticketSchema.omit({ scanner: true }).extend({ code: z.string() });

export const ticketsView = z.object({ items: z.array(ticketView) });

const MAX_SCANS = 100;

const scanBody = z.strictObject({
  scanId: z
    .string()
    .regex(/^(?!\.+$)[\w.-]{8,64}$/, 'Send 8 to 64 letters, digits, "_", "." or "-", new for each scan.'),
  code: z.string().min(1).max(256),
  scannedAt: z.iso.datetime({ offset: true }).optional(),
  scanner: z.string().min(1).max(64).optional(),
  offline: z.boolean().optional(),
});

/** A scan that is repeated has the same id. So no two in a request have. */
export const admissionsBody = z.strictObject({
  scans: z
    .array(scanBody)
    .min(1)
    .max(MAX_SCANS)
    .refine(
      (scans) => new Set(scans.map(({ scanId }) => scanId)).size === scans.length,
      'A scanId is there twice.',
    ),
});

const verdictView = z.object({
  scanId: z.string(),
  verdict: verdictSchema,
  ...scanSchema.pick({ ticketId: true, seatId: true, priceTypeId: true, admittedAt: true, scanner: true })
    .shape,
});

export const admissionsView = z.object({ items: z.array(verdictView) });

const conflictScanView = scanSchema.omit({ performanceId: true, conflict: true });

/** `check` stands in each code of this performance. `publicKeys` are JSON web keys. */
export const doorView = z.object({
  publicKeys: z.array(z.object({ kty: z.string(), crv: z.string(), kid: z.string(), x: z.string() })),
  check: z.string(),
  counts: z.object({ valid: z.int(), admitted: z.int(), void: z.int() }),
  tickets: z.array(ticketSchema),
  conflicts: z.array(
    z.object({
      ticketId: z.string().optional(),
      seatId: z.string().optional(),
      scans: z.array(conflictScanView),
    }),
  ),
});
