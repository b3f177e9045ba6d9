import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import type { PerhapsStored } from '../../../shared/kernel/versioned';
import type { AdmissionDeps } from '../deps';
import { noTickets, type Tickets, type TicketsOf } from '../domain/tickets';

export type ChangeDeps = Pick<AdmissionDeps, 'sleep' | 'random' | 'clock' | 'tickets'>;

/**
 * Reads, decides and writes the tickets of a reservation, of which there may be none yet. What is decided to stay as it
 * is costs no write. Returns them as they are stored then.
 */
export const changeTickets = (
  deps: ChangeDeps,
  of: TicketsOf,
  decide: (tickets: Tickets) => Tickets,
): Promise<Tickets> =>
  untilCommitted(deps, `tickets of reservation ${of.reservationId}`, async () => {
    const before: PerhapsStored<Tickets> = (await deps.tickets.read(of.performanceId, of.reservationId)) ?? {
      value: noTickets(of),
      etag: undefined,
    };
    const value = decide(before.value);
    if (value === before.value) return value;
    const stored = await deps.tickets.write({ ...before, value });
    return stored === 'conflict' ? stored : stored.value;
  });
