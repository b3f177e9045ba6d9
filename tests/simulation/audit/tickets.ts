import type { Scan } from '../../../functions/admission/domain/scan';
import type { Ticket, Tickets } from '../../../functions/admission/domain/tickets';
import { cancellationsOf, isDone } from '../../../functions/reservation/domain/parts';
import { type Reservation, waitsForDoor } from '../../../functions/reservation/domain/reservation';
import type { StoredDocument } from '../database';
import { check } from '../violation';

/** Tickets and scans as every commit leaves them. */
export class TicketsAudit {
  readonly all = new Map<string, Tickets>();
  private readonly scans = new Map<string, Scan>();

  committed(documents: readonly StoredDocument[]): void {
    const scans = documents.filter(({ kind }) => kind === 'scan') as unknown as Scan[];
    const admitted = new Set(
      scans.filter(({ verdict }) => verdict === 'admitted').map(({ ticketId }) => ticketId),
    );
    for (const scan of scans) this.judged(scan);
    for (const document of documents)
      if (document.kind === 'tickets') this.changed(document as unknown as Tickets, admitted);
  }

  private judged(scan: Scan): void {
    const { scanId, verdict, ticketId = '' } = scan;
    const before = this.scans.get(scanId);
    check(
      before === undefined,
      'verdict',
      scanId,
      () => `${scanId} was ${before?.verdict}, and is ${verdict}`,
    );
    this.scans.set(scanId, scan);
    if (verdict !== 'admitted') return;
    const status = this.ticket(ticketId)?.status;
    check(
      status === 'valid',
      'admitted-twice',
      ticketId,
      () => `${ticketId} was let in while it was ${status}`,
    );
  }

  private ticket(ticketId: string): Ticket | undefined {
    const reservationId = ticketId.slice(0, ticketId.lastIndexOf('.'));
    return this.all.get(reservationId)?.tickets.find((ticket) => ticket.ticketId === ticketId);
  }

  private changed(next: Tickets, admitted: ReadonlySet<string | undefined>): void {
    const { reservationId: id } = next;
    const before = this.all.get(id);
    this.all.set(id, next);
    const live = next.tickets.filter(({ status }) => status !== 'void').map(({ seatId }) => seatId);
    check(new Set(live).size === live.length, 'ticket-twice', id, () => `${id} has two tickets of ${live}`);
    for (const [i, ticket] of next.tickets.entries()) {
      const was = before?.tickets[i];
      const isEntry = ticket.status === 'admitted' && was?.status !== 'admitted';
      check(
        !isEntry || admitted.has(ticket.ticketId) || (was === undefined && cameBefore(before, ticket)),
        'verdict',
        id,
        () => `${ticket.ticketId} came in unseen`,
      );
    }
    const answered = new Set(next.answers.map(({ n }) => n));
    check(
      answered.size === next.answers.length,
      'answer',
      id,
      () => `${id} has two answers to one cancellation`,
    );
    if (before === undefined) return;
    checkInHouse(before, next);
    const isOver = before.endedAt === undefined || live.length === 0;
    check(isOver, 'ticket', id, () => `${id} has ended and has a ticket`);
    const isKept = before.tickets.every((ticket, i) => isNext(ticket, next.tickets[i]));
    check(isKept, 'ticket', id, () => `a ticket of ${id} was lost, or came back from void`);
    const isFinal = before.answers.every(
      ({ n, kind }, i) => next.answers[i]?.n === n && next.answers[i]?.kind === kind,
    );
    check(isFinal, 'answer', id, () => `an answer to a cancellation of ${id} has changed`);
  }

  /** Whoever cancels has let nobody in, and nobody comes in after. Only what the theatre takes back is refunded to who is in the house. */
  checkRefunded(reservation: Reservation): void {
    const { reservationId: id } = reservation;
    for (const one of cancellationsOf(reservation)) {
      const { n, seats } = one;
      if (!isDone(one) || n === undefined || !waitsForDoor(one)) continue;
      // A seat may have had other tickets in the same reservation, before this cancellation and, by a reseat, after it.
      const then = (this.all.get(id)?.tickets ?? []).filter(({ reseat = 0 }) => reseat < n);
      const tickets = seats.flatMap((seatId) => then.findLast((ticket) => ticket.seatId === seatId) ?? []);
      const isOut = tickets.every((ticket) => ticket.status === 'void' && ticket.admittedAt === undefined);
      check(
        isOut,
        'in-and-refunded',
        id,
        () => `${seats} of ${id} went back, and somebody was let in or may be`,
      );
    }
  }
}

const isNext = (before: Ticket, next: Ticket | undefined): boolean =>
  next?.ticketId === before.ticketId && (before.status !== 'void' || next.status === 'void');

/** Whoever has another seat since is in the house with the new ticket. */
const cameBefore = (before: Tickets | undefined, { reseat, admittedAt }: Ticket): boolean =>
  reseat !== undefined &&
  before?.tickets.some((ticket) => ticket.status === 'admitted' && ticket.admittedAt === admittedAt) === true;

/** Where as many have tickets as before, and other ones, as many are in the house. */
function checkInHouse(before: Tickets, next: Tickets): void {
  const count = ({ tickets }: Tickets, ...of: readonly Ticket['status'][]) =>
    tickets.filter(({ status }) => of.includes(status)).length;
  const isReseat =
    next.tickets.length > before.tickets.length &&
    count(before, 'valid', 'admitted') === count(next, 'valid', 'admitted');
  const [were, are] = [count(before, 'admitted'), count(next, 'admitted')];
  const id = next.reservationId;
  check(
    !isReseat || were === are,
    'in-the-house',
    id,
    () => `${were} of ${id} were in the house, and ${are} are`,
  );
}
