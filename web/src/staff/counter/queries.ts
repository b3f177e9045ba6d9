import { infiniteQueryOptions, queryOptions } from '@tanstack/preact-query';
import { type Api, answered } from '../../api/client';

export const timelineQuery = (api: Api, reservationId: string) =>
  queryOptions({
    queryKey: ['timeline', reservationId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/admin/reservations/{reservationId}/timeline', {
          params: { path: { reservationId } },
          signal,
        }),
      ),
  });

/** Who made a reservation, which its own page does not say to everybody. */
export const customerQuery = (api: Api, reservationId: string) =>
  queryOptions({
    queryKey: ['reservation-customer', reservationId],
    queryFn: async ({ signal }) => {
      const query = { query: reservationId, limit: 2 };
      const { items } = await answered(api.GET('/admin/reservations', { params: { query }, signal }));
      return items.find((one) => one.reservationId === reservationId)?.customer ?? {};
    },
  });

const PAGE = 25;

/** Reservations by the beginning of a number, a word of the name, an address, a phone or its last digits. */
export const foundQuery = (api: Api, asked: string) =>
  infiniteQueryOptions({
    queryKey: ['reservations', asked],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: PAGE,
        ...(asked === '' ? {} : { query: asked }),
        ...(pageParam === '' ? {} : { continuation: pageParam }),
      };
      return answered(api.GET('/admin/reservations', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.continuation,
  });
