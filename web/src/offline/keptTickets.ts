import { serverNow } from '../api/serverClock';
import type { Performance, Reservation, Ticket } from '../api/types';
import { allKept, drop, keep } from './store';

/** All that the page of a reservation's tickets shows. */
export type Tickets = Pick<Reservation, 'reservationId' | 'title' | 'startsAt' | 'venue'> & {
  readonly items: readonly Ticket[];
  /** Those of the house in which the seats are. */
  readonly sections: Performance['sections'];
  readonly runningTimeMinutes?: number | undefined;
  /** What was paid, and what its tiers are called. */
  readonly sold?: Sold | undefined;
};
type Sold = Pick<Reservation, 'lines' | 'bookingFee' | 'amount' | 'currency'> & {
  readonly priceTypes?: Reservation['priceTypes'] | undefined;
  readonly priceTiers: Performance['priceTiers'];
};

/** Tickets that were shown once stay on the device, for a hall without a network. */
export type KeptTickets = Tickets & {
  readonly customerId: string;
  /** On the server's clock. */
  readonly keptAtMs: number;
};

const DAY_MS = 24 * 3_600_000;

export const keepTickets = (tickets: Tickets, customerId: string): Promise<boolean> =>
  keep(tickets.reservationId, { ...tickets, customerId, keptAtMs: serverNow() } satisfies KeptTickets);

export const dropTickets = drop;

/** Those of one customer, or of whoever left them here; the next to come first. What was played is dropped the day after. */
export async function keptTickets(customerId?: string): Promise<readonly KeptTickets[]> {
  const all = (await allKept()) as readonly KeptTickets[];
  const over = all.filter(isOver);
  await Promise.all(over.map(({ reservationId }) => drop(reservationId)));
  return all
    .filter((one) => !over.includes(one) && (customerId === undefined || one.customerId === customerId))
    .sort((a, b) => startOf(a) - startOf(b));
}

export async function dropOthers(customerId: string): Promise<void> {
  const all = (await allKept()) as readonly KeptTickets[];
  const others = all.filter((one) => one.customerId !== customerId);
  await Promise.all(others.map(({ reservationId }) => drop(reservationId)));
}

const startOf = ({ startsAt }: KeptTickets): number => Date.parse(startsAt ?? '') || 0;
const isOver = (one: KeptTickets): boolean => startOf(one) !== 0 && startOf(one) + DAY_MS < serverNow();
