import { type Rights, servesOthers } from '../../../shared/http/access';
import type { Caller } from '../../../shared/http/auth';
import { problem } from '../../problems';
import type { AdmissionDeps } from '../deps';
import type { Tickets } from '../domain/tickets';

/** Throws `not-found` where none has been issued, or `forbidden` when they are somebody else's. */
export async function readTickets(
  { tickets }: Pick<AdmissionDeps, 'tickets'>,
  reservationId: string,
  caller: Pick<Caller, 'customerId'> & Rights,
): Promise<Tickets> {
  const found = await tickets.ofReservation(reservationId);
  if (found === undefined)
    throw problem('not-found', `There are no tickets of reservation ${reservationId} yet.`);
  if (found.customerId !== caller.customerId && !servesOthers(caller))
    throw problem('forbidden', 'This reservation belongs to somebody else.');
  return found;
}
