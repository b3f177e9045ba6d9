import { problem } from '../../problems';
import { withoutAdmission } from '../domain/scan.decide';
import { reservationIdOf, type Tickets } from '../domain/tickets';
import { type ChangeDeps, changeTickets } from './changeTickets';

/** The ticket can be let in again. Verdicts stay as they were told. Throws `not-found`, or `wrong-state` for a void one. */
export async function takeAdmissionBack(
  deps: ChangeDeps,
  performanceId: string,
  ticketId: string,
): Promise<void> {
  const none = problem('not-found', `There is no ticket ${ticketId} for this performance.`);
  const reservationId = reservationIdOf(ticketId);
  if (reservationId === undefined) throw none;
  await changeTickets(deps, { reservationId, performanceId, customerId: '' }, (tickets: Tickets) => {
    const ticket = tickets.tickets.find((one) => one.ticketId === ticketId);
    if (ticket === undefined) throw none;
    const without = withoutAdmission(tickets, ticket);
    if (without === undefined)
      throw problem('wrong-state', 'The ticket is void. Nobody can be let in with it.');
    return without;
  });
}
