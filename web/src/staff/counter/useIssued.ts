import { useQuery } from '@tanstack/preact-query';
import { ticketsQuery } from '../../api/ownQueries';
import { asProblem } from '../../api/problem';
import { performanceQuery } from '../../api/queries';
import type { Reservation } from '../../api/types';
import { useApp } from '../../app/context';

const LOOK_AGAIN_MS = 1_000;

/** The tickets of a completed reservation, which come a moment after it, and the house that they are of. */
export function useIssued({ reservationId, performanceId, status }: Reservation) {
  const { api } = useApp();
  const isBooked = status === 'completed';
  const tickets = useQuery({
    ...ticketsQuery(api, reservationId),
    enabled: isBooked,
    refetchInterval: ({ state }) =>
      state.error !== null && asProblem(state.error).code === 'not-found' ? LOOK_AGAIN_MS : false,
  });
  const performance = useQuery(performanceQuery(api, performanceId));
  const valid = tickets.data?.items.filter((ticket) => ticket.status !== 'void');
  return { tickets: valid, performance: performance.data, refetch: tickets.refetch };
}
