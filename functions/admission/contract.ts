import { z } from 'zod';
import { eventContract } from '../../shared/messaging/envelope';

const SOURCE = '/marquee/admission';

/** A ticket as its customer is shown it. `code` is what stands in its QR code, and whoever has it is let in. */
export const issuedTicketSchema = z.object({
  ticketId: z.string(),
  seatId: z.string(),
  /** Of the reseat that has given it this seat, 0 of none. The version before told none. */
  reseat: z.int().optional(),
  code: z.string(),
});

const reservationRef = { reservationId: z.string(), performanceId: z.string() };

/**
 * Each seat that this version of the reservation has, has a ticket. `tickets` are those that are not void by then. The
 * version before told neither whose they are nor which.
 */
export const ticketsIssued = eventContract(
  'TicketsIssued',
  SOURCE,
  z.object({
    ...reservationRef,
    customerId: z.string().optional(),
    version: z.int(),
    tickets: z.array(issuedTicketSchema).optional(),
  }),
);

/** The answer to cancellation `n`. Its tickets are void, so nobody is let in with one of them any more. */
export const ticketsVoided = eventContract(
  'TicketsVoided',
  SOURCE,
  z.object({ ...reservationRef, n: z.int() }),
);

/** The other answer to cancellation `n`. Somebody was let in on these seats, so none of its tickets was voided. */
export const ticketsAdmitted = eventContract(
  'TicketsAdmitted',
  SOURCE,
  z.object({ ...reservationRef, n: z.int(), seats: z.array(z.string()) }),
);

export const admissionEvents = [ticketsIssued, ticketsVoided, ticketsAdmitted] as const;
