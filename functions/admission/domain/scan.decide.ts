import type { Scan, Seen, Verdict } from './scan';
import type { Ticket, Tickets } from './tickets';

/** A scan as it arrives. `check` tells of which performance its code is, and nothing does when nobody of ours signed it. */
export type ScanCommand = {
  readonly seen: Seen;
  readonly performanceId: string;
  readonly code: { readonly ticketId: string; readonly isOfPerformance: boolean } | undefined;
  readonly by: string;
  readonly now: string;
};

/** The verdict as it is to be stored, and the tickets if it changes them. */
export type ScanDecision = { readonly scan: Scan; readonly changed: Tickets | undefined };

/** Lets a valid ticket in, once. Whatever else a scan meets changes nothing but its own verdict. */
export function decideScan(tickets: Tickets | undefined, command: ScanCommand): ScanDecision {
  const { seen, performanceId, code, by, now } = command;
  const known = tickets?.tickets.find(({ ticketId }) => ticketId === code?.ticketId);
  const verdict = verdictOn(known, command);
  const ticket = known !== undefined && verdict === 'admitted' ? admitted(known, seen, now) : known;
  const isConflict = seen.offline === true && verdict !== 'admitted';
  const scan: Scan = {
    ...seen,
    performanceId,
    verdict,
    ...(code === undefined ? {} : { ticketId: code.ticketId }),
    ...(ticket === undefined ? {} : shownOf(ticket)),
    ...(isConflict ? { conflict: true } : {}),
    by,
    storedAt: now,
  };
  const isChanged = tickets !== undefined && ticket !== known;
  return { scan, changed: isChanged ? withTicket(tickets, ticket) : undefined };
}

function verdictOn(ticket: Ticket | undefined, { code }: ScanCommand): Verdict {
  if (code === undefined) return 'unknown';
  if (!code.isOfPerformance) return 'wrong-performance';
  if (ticket === undefined) return 'unknown';
  switch (ticket.status) {
    case 'valid':
      return 'admitted';
    case 'admitted':
      return 'already-admitted';
    case 'void':
      return 'void';
    default:
      return ticket.status satisfies never;
  }
}

const admitted = (ticket: Ticket, { scanner }: Seen, now: string): Ticket => ({
  ...ticket,
  status: 'admitted',
  admittedAt: now,
  ...(scanner === undefined ? {} : { scanner }),
});

const shownOf = ({ seatId, priceTypeId, admittedAt, scanner }: Ticket) => ({
  seatId,
  priceTypeId,
  ...(admittedAt === undefined ? {} : { admittedAt }),
  ...(scanner === undefined ? {} : { admittedBy: scanner }),
});

const withTicket = (tickets: Tickets, ticket: Ticket | undefined): Tickets => ({
  ...tickets,
  tickets: tickets.tickets.map((one) => (one.ticketId === ticket?.ticketId ? ticket : one)),
});

/** An admission is taken back, and the ticket can be let in again. Undefined when it is void, for then nothing can. */
export function withoutAdmission(tickets: Tickets, ticket: Ticket): Tickets | undefined {
  if (ticket.status === 'void') return undefined;
  if (ticket.status === 'valid') return tickets;
  const { admittedAt: _at, scanner: _by, ...rest } = ticket;
  return withTicket(tickets, { ...rest, status: 'valid' });
}
