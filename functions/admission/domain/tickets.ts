import { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';

export const ticketStatusSchema = z.enum(['valid', 'admitted', 'void']);
export type TicketStatus = z.infer<typeof ticketStatusSchema>;

/** One seat of a reservation, for one person to be let in with. Times are UTC. */
export const ticketSchema = z.object({
  ticketId: z.string(),
  seatId: z.string(),
  priceTypeId: z.string(),
  status: ticketStatusSchema,
  /** The number of the reseat that has given it this seat. */
  reseat: z.int().optional(),
  /** When it was let in. It stays when the ticket is voided after all. */
  admittedAt: z.string().optional(),
  /** What the scanner that let it in calls itself. */
  scanner: z.string().optional(),
});
export type Ticket = Immutable<z.infer<typeof ticketSchema>>;

/** What cancellation `n` was told, once and for all. `seats` are those on which somebody had been let in. */
export const answerSchema = z.object({
  n: z.int(),
  kind: z.enum(['voided', 'admitted']),
  seats: z.array(z.string()),
  answeredAt: z.string(),
});
export type Answer = Immutable<z.infer<typeof answerSchema>>;

/** The tickets of one reservation. None is ever removed, so its place in the list is part of its id. */
export const ticketsSchema = z.object({
  reservationId: z.string(),
  performanceId: z.string(),
  customerId: z.string(),
  /** The newest version of the reservation whose seats are known here. 0 before any. */
  version: z.int(),
  tickets: z.array(ticketSchema),
  answers: z.array(answerSchema),
  /** Since when the reservation is known to be cancelled. Nothing is issued after that. */
  endedAt: z.string().optional(),
});
export type Tickets = Immutable<z.infer<typeof ticketsSchema>>;

/** Whose tickets they are, before there is any. */
export type TicketsOf = Pick<Tickets, 'reservationId' | 'performanceId' | 'customerId'>;

export const noTickets = ({ reservationId, performanceId, customerId }: TicketsOf): Tickets => ({
  reservationId,
  performanceId,
  customerId,
  version: 0,
  tickets: [],
  answers: [],
});

/** A ticket's id is its reservation's and its place there, so that its reservation is found without a search. */
export const ticketIdOf = (reservationId: string, place: number): string => `${reservationId}.${place}`;

/** Undefined when it is the id of no ticket. */
export const reservationIdOf = (ticketId: string): string | undefined =>
  /^(.+)\.[1-9]\d{0,3}$/.exec(ticketId)?.[1];
