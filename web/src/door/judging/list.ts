import type { DoorView } from '../../api/types';

/** A performance's tickets as the server last told them. It names nobody. */
export type DoorList = Pick<DoorView, 'publicKeys' | 'check' | 'conflicts'> & {
  readonly performanceId: string;
  readonly tickets: readonly DoorTicket[];
  /** When it was asked for, on this device's clock. */
  readonly askedAtMs: number;
};
export type DoorTicket = DoorView['tickets'][number];

/**
 * Somebody whom this device has let in. It is told when the server knows; until then its code stays here too, for only with
 * that can it be told.
 */
export type LetIn = {
  readonly scanId: string;
  readonly performanceId: string;
  readonly ticketId: string;
  /** On the server's clock. */
  readonly at: string;
  /** On this device's clock. */
  readonly atMs: number;
  readonly scanner: string;
} & (Told | Waiting);

type Told = { readonly isTold: true };
type Waiting = {
  readonly isTold: false;
  readonly code: string;
  /** The server may have heard of it, as of somebody who waits at the door. */
  readonly wasAsked: boolean;
};
export type WaitingScan = LetIn & Waiting;

export const isWaiting = (one: LetIn): one is WaitingScan => !one.isTold;

/** A ticket as it stands by all that this device knows. */
export type TicketKnown = Pick<DoorTicket, 'ticketId' | 'status' | 'admittedAt' | 'scanner'> &
  Partial<Pick<DoorTicket, 'seatId' | 'priceTypeId'>>;

/**
 * What the server told, and over it whom this device has let in since. Somebody whose admission the server knew when the
 * list was asked for stands in the list, or was taken back; the list may be `behindMs` behind.
 */
export function ticketsKnown(
  list: DoorList | undefined,
  letIn: readonly LetIn[],
  behindMs: number,
): Map<string, TicketKnown> {
  const known = new Map<string, TicketKnown>(list?.tickets.map((ticket) => [ticket.ticketId, ticket]));
  for (const one of letIn) {
    const { ticketId, at, scanner } = one;
    const before = known.get(ticketId);
    const isNewer = isWaiting(one) || one.atMs >= (list?.askedAtMs ?? 0) - behindMs;
    if (!isNewer || before?.status === 'admitted') continue;
    known.set(ticketId, { ...before, ticketId, status: 'admitted', admittedAt: at, scanner });
  }
  return known;
}

export type Counts = { readonly admitted: number; readonly toCome: number };

/** How many are in, and how many may still come. */
export function countsOf(known: ReadonlyMap<string, TicketKnown>): Counts {
  const counts = { admitted: 0, toCome: 0 };
  for (const { status } of known.values()) {
    if (status === 'admitted') counts.admitted++;
    if (status === 'valid') counts.toCome++;
  }
  return counts;
}
