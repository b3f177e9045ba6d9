import { reseatOf } from '../../reservation/contract';
import { type Answer, type Ticket, type Tickets, ticketIdOf } from './tickets';

/** A seat that the reservation has, at what kind of price, and which it had before in place of it. */
export type Line = {
  readonly seatId: string;
  readonly priceTypeId: string;
  readonly reseats?: readonly { readonly n: number; readonly from: string }[] | undefined;
};

/** A seat that was left and is come back to is another one: nobody has its ticket any more. */
const keyOf = ({ seatId, reseat = 0 }: Pick<Ticket, 'seatId' | 'reseat'>): string => `${reseat} ${seatId}`;

const keyOfLine = (line: Line): string => keyOf({ seatId: line.seatId, reseat: reseatOf(line) });

/** The tickets of the seats that it was for before. */
const formerKeys = ({ reseats = [] }: Line): string[] =>
  reseats.map(({ from }, i) => keyOf({ seatId: from, reseat: reseats[i - 1]?.n }));

/** What a reservation has at one moment of its life: all its seats, those that are being cancelled too. */
export type Present = { readonly version: number; readonly lines: readonly Line[] };

/**
 * The newest version wins. A seat that has no ticket gets one, and a ticket whose seat the reservation has no more is
 * void. A seat with a void ticket gets none: it is being cancelled, and this event does not know of the answer. So an
 * event that overtakes another loses no ticket, and a late one brings none back. Who was let in and has another seat since
 * is in the house with the new ticket.
 */
export function withPresent(tickets: Tickets, { version, lines }: Present): Tickets {
  if (version <= tickets.version || tickets.endedAt !== undefined) return tickets;
  const present = new Set(lines.map(keyOfLine));
  const kept = tickets.tickets.map((ticket) => (present.has(keyOf(ticket)) ? ticket : voided(ticket)));
  const known = new Set(kept.map(keyOf));
  const issued = lines
    .filter((line) => !known.has(keyOfLine(line)))
    .map((line, i) => issue(tickets, line, kept.length + i + 1));
  return { ...tickets, version, tickets: [...kept, ...issued] };
}

function issue({ reservationId, tickets }: Tickets, line: Line, place: number): Ticket {
  const { seatId, priceTypeId, reseats = [] } = line;
  const former = formerKeys(line);
  const admitted = tickets.find((one) => one.status === 'admitted' && former.includes(keyOf(one)));
  const reseat = reseats.at(-1)?.n;
  return {
    ticketId: ticketIdOf(reservationId, place),
    seatId,
    priceTypeId,
    status: admitted === undefined ? 'valid' : 'admitted',
    ...(reseat === undefined ? {} : { reseat }),
    ...(admitted?.admittedAt === undefined ? {} : { admittedAt: admitted.admittedAt }),
    ...(admitted?.scanner === undefined ? {} : { scanner: admitted.scanner }),
  };
}

const voided = (ticket: Ticket): Ticket =>
  ticket.status === 'void' ? ticket : { ...ticket, status: 'void' };

/** Cancellation `n` of these seats. `evenIfAdmitted` when the theatre cancels, whoever is in the house. */
export type CancellationAsked = {
  readonly n: number;
  readonly seats: readonly string[];
  readonly evenIfAdmitted: boolean;
};

/**
 * Voids the tickets of a cancellation, all of them or none. Who was let in on one of them keeps them all. There is one
 * answer to each `n`, and it is final.
 */
export function withAnswer(
  tickets: Tickets,
  { n, seats, evenIfAdmitted }: CancellationAsked,
  now: string,
): Tickets {
  if (answerTo(tickets, n) !== undefined) return tickets;
  const isMeant = ({ seatId }: Ticket) => seats.includes(seatId);
  const admitted = tickets.tickets.filter((ticket) => isMeant(ticket) && ticket.status === 'admitted');
  const isPutBack = admitted.length > 0 && !evenIfAdmitted;
  const answer: Answer = {
    n,
    kind: isPutBack ? 'admitted' : 'voided',
    seats: admitted.map(({ seatId }) => seatId),
    answeredAt: now,
  };
  return {
    ...tickets,
    tickets: isPutBack ? tickets.tickets : tickets.tickets.map((t) => (isMeant(t) ? voided(t) : t)),
    answers: [...tickets.answers, answer],
  };
}

export const answerTo = ({ answers }: Tickets, n: number): Answer | undefined =>
  answers.find((answer) => answer.n === n);

/** The reservation has ended. Whatever it had is void, and nothing is issued to it again. */
export const withEnd = (tickets: Tickets, now: string): Tickets =>
  tickets.endedAt === undefined
    ? { ...tickets, tickets: tickets.tickets.map(voided), endedAt: now }
    : tickets;
