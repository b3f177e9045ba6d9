import { z } from 'zod';
import { eventContract } from '../../shared/messaging/envelope';

const SOURCE = '/marquee/admission';

const reservationRef = { reservationId: z.string(), performanceId: z.string() };

/** Each seat that this version of the reservation has, has a ticket. A ticket may be void by then. */
export const ticketsIssued = eventContract(
  'TicketsIssued',
  SOURCE,
  z.object({ ...reservationRef, version: z.int() }),
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
