import { endpoint } from '../../../shared/http/endpoint';
import type { AdmissionDeps } from '../deps';
import { readTickets } from '../usecases/readTickets';
import { ticketsView } from './schemas';

export const listTickets = endpoint(
  {
    method: 'GET',
    route: 'reservations/{reservationId}/tickets',
    summary: 'The tickets of a reservation, with what stands in their QR codes',
    auth: 'customer',
    answers: {
      200: { description: 'All that were ever issued; those that are void, too', body: ticketsView },
    },
  },
  async (deps: AdmissionDeps, { params: { reservationId = '' }, caller }) => {
    const { tickets, performanceId } = await readTickets(deps, reservationId, caller);
    const items = tickets.map(({ scanner: _by, ...ticket }) => ({
      ...ticket,
      code: deps.codes.codeOf(ticket.ticketId, performanceId),
    }));
    return { status: 200, body: { items } };
  },
);
