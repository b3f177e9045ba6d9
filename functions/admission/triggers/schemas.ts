import { z } from 'zod';
import { ticketSchema } from '../domain/tickets';

/** The bodies and answers of this context's HTTP calls. */

/** `code` is what stands in its QR code. */
const ticketView = ticketSchema.omit({ scanner: true }).extend({ code: z.string() });

export const ticketsView = z.object({ items: z.array(ticketView) });
