import { useQuery } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { reservationQuery, ticketsQuery } from '../api/ownQueries';
import { asProblem } from '../api/problem';
import { musicalQuery, performanceQuery } from '../api/queries';
import type { Performance, Reservation } from '../api/types';
import { useApp } from '../app/context';
import { dropTickets, keepTickets, type Tickets } from '../offline/keptTickets';
import { placeOf } from '../parts/seatName';

const LOOK_AGAIN_MS = 2_000;

export const isMissing = (error: unknown): boolean => error !== null && asProblem(error).code === 'not-found';

/** The tickets of a reservation, as the server has them. What is shown is kept on the device; once void it no longer is. */
export function useTickets(reservationId: string) {
  const { api } = useApp();
  const reservation = useQuery(reservationQuery(api, reservationId));
  const isBooked = reservation.data?.status === 'completed';
  const tickets = useQuery({
    ...ticketsQuery(api, reservationId),
    // They come a moment after the seats are confirmed.
    refetchInterval: ({ state }) => (isBooked && isMissing(state.error) ? LOOK_AGAIN_MS : false),
  });
  const performanceId = reservation.data?.performanceId ?? '';
  const performance = useQuery({ ...performanceQuery(api, performanceId), enabled: performanceId !== '' });
  const musicalId = performance.data?.musicalId ?? '';
  const musical = useQuery({ ...musicalQuery(api, musicalId), enabled: musicalId !== '' });
  const shown =
    reservation.data === undefined || tickets.data === undefined || performance.isPending
      ? undefined
      : whatIsShown(reservation.data, tickets.data.items, performance.data?.sections ?? [], {
          runningTimeMinutes: musical.data?.runningTimeMinutes,
          sold: soldIn(reservation.data, performance.data),
        });
  useKeeping(performance.data === undefined ? undefined : shown);
  return { reservation, tickets, shown };
}

function soldIn(
  { lines, priceTypes, bookingFee, amount, currency }: Reservation,
  performance: Performance | undefined,
): Tickets['sold'] {
  return { lines, priceTypes, bookingFee, amount, currency, priceTiers: performance?.priceTiers ?? {} };
}

function whatIsShown(
  { reservationId, title, startsAt, venue }: Reservation,
  all: Tickets['items'],
  sections: Performance['sections'],
  more: Pick<Tickets, 'runningTimeMinutes' | 'sold'>,
): Tickets {
  const items = all.filter(({ status }) => status !== 'void');
  const seen = sections.filter((section) => items.some(({ seatId }) => placeOf([section], seatId)));
  return {
    reservationId,
    ...(title === undefined ? {} : { title }),
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(venue === undefined ? {} : { venue }),
    items,
    sections: seen,
    ...more,
  };
}

function useKeeping(shown: Tickets | undefined): void {
  const { session } = useApp();
  const customerId = session.customer.value?.customerId;
  const said = JSON.stringify(shown);
  useEffect(() => {
    if (shown === undefined || customerId === undefined) return;
    if (shown.items.length === 0) dropTickets(shown.reservationId);
    else keepTickets(shown, customerId);
  }, [said, customerId]);
}
