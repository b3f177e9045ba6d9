import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';
import { issuedTicketSchema } from '../../admission/contract';
import { linesOf, type SaleLine } from '../../musical/contract';
import { reseatOf, toldTermsSchema } from '../../reservation/contract';
import type { Cancelled, NoticeEvent } from './language';

/** What the reader of a notice comes to the theatre for, or no more. Its mail has a calendar entry of it, and its tickets. */
export const visitSchema = toldTermsSchema
  .pick({ title: true, translations: true, startsAt: true, venue: true })
  .extend({
    /** Of the reservation. It grows with everything that happens to it. */
    version: z.int(),
    /** Those it has tickets for, which are those left where some were cancelled. */
    seats: z.array(z.string()),
    /** For each of these seats the reseat that has given it, 0 of none. The version before kept none. */
    reseats: z.array(z.int()).optional(),
    /** It was cancelled, so there are no tickets, and the calendar entry goes. */
    isOff: z.literal(true).optional(),
  });
export type Visit = Immutable<z.infer<typeof visitSchema>>;

/** The visit that an event is about. Undefined when nobody had a ticket. */
export function visitOf(event: NoticeEvent): Visit | undefined {
  const { version = 0, title, translations, startsAt, venue } = event.data;
  const terms = { version, title, translations, startsAt, venue };
  switch (event.type) {
    case 'ReservationCompleted':
    case 'ReservationMoved':
    case 'ReservationReduced':
    case 'ReservationReseated':
      return { ...terms, ...seatsOf(linesOf(event.data)) };
    case 'ReservationCancelled':
    case 'ReservationRevoked':
      return wasPaid(event.data) ? { ...terms, seats: [], isOff: true } : undefined;
    case 'ReservationRejected':
    case 'ReservationExpired':
    case 'CancellationPutBack':
      return undefined;
    default:
      return event satisfies never;
  }
}

const seatsOf = (lines: readonly SaleLine[]): Pick<Visit, 'seats' | 'reseats'> => ({
  seats: lines.map(({ seatId }) => seatId),
  reseats: lines.map(reseatOf),
});

/** What costs nothing is paid for, too. */
const wasPaid = ({ fee, refund, amount, seats }: Cancelled['data']): boolean =>
  fee + refund > 0 || (amount === 0 && seats.length > 0);

/** The tickets of a reservation as this context heard of them last. They stay when they are emptied, so that they stay empty. */
export const heardTicketsSchema = z.object({
  customerId: z.string(),
  version: z.int(),
  tickets: z.array(issuedTicketSchema),
  heardAt: z.string(),
});
export type HeardTickets = Immutable<z.infer<typeof heardTicketsSchema>>;
export type IssuedTicket = HeardTickets['tickets'][number];

/**
 * The tickets of a visit. Undefined as long as there will be more: what was heard is older than the visit, and one of its
 * seats has none. Where the visit is older, a ticket that is void since is left out. A seat that was left and come back to
 * has another ticket than before.
 */
export function ticketsOf(
  visit: Visit,
  heard: HeardTickets | undefined,
): readonly IssuedTicket[] | undefined {
  const all = heard?.tickets ?? [];
  const found = visit.seats.flatMap((seatId, i) =>
    all.filter((ticket) => ticket.seatId === seatId && isSame(ticket.reseat, visit.reseats?.[i])),
  );
  const isOlder = (heard?.version ?? -1) < visit.version;
  return isOlder && found.length < visit.seats.length ? undefined : found;
}

/** Where one is not known, the seat has to do. */
const isSame = (reseat: number | undefined, other: number | undefined): boolean =>
  reseat === undefined || other === undefined || reseat === other;
