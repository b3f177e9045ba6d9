import type { Ticket, Tickets } from '../../../functions/admission/domain/tickets';
import type { StoredDocument } from '../database';
import { check } from '../violation';

/** Tickets as every commit leaves them. */
export class TicketsAudit {
  readonly all = new Map<string, Tickets>();

  committed(document: StoredDocument): void {
    if (document.kind === 'tickets') this.changed(document as unknown as Tickets);
  }

  private changed(next: Tickets): void {
    const { reservationId: id } = next;
    const before = this.all.get(id);
    this.all.set(id, next);
    const live = next.tickets.filter(({ status }) => status !== 'void').map(({ seatId }) => seatId);
    check(new Set(live).size === live.length, 'ticket-twice', id, () => `${id} has two tickets of ${live}`);
    if (before === undefined) return;
    const isKept = before.tickets.every((ticket, i) => isNext(ticket, next.tickets[i]));
    check(isKept, 'ticket', id, () => `a ticket of ${id} was lost, or came back from void`);
    const isFinal = before.answers.every(
      ({ n, kind }, i) => next.answers[i]?.n === n && next.answers[i]?.kind === kind,
    );
    check(isFinal, 'answer', id, () => `an answer to a cancellation of ${id} has changed`);
  }
}

const isNext = (before: Ticket, next: Ticket | undefined): boolean =>
  next?.ticketId === before.ticketId && (before.status !== 'void' || next.status === 'void');
