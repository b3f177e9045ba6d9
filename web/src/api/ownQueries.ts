import { infiniteQueryOptions, queryOptions } from '@tanstack/preact-query';
import { type Api, answered } from './client';
import { goingOn, LONG_PAGE, PAGE } from './queries';

/** What is somebody's own: who only chooses seats asks for none of it. */

export const reservationQuery = (api: Api, reservationId: string) =>
  queryOptions({
    queryKey: ['reservation', reservationId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/reservations/{reservationId}', {
          params: { path: { reservationId } },
          cache: 'no-store',
          signal,
        }),
      ),
  });

/** Not found until they are issued. They stay on the screen whatever becomes of the network. */
export const ticketsQuery = (api: Api, reservationId: string) =>
  queryOptions({
    queryKey: ['tickets', reservationId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/reservations/{reservationId}/tickets', {
          params: { path: { reservationId } },
          cache: 'no-store',
          signal,
        }),
      ),
    gcTime: Number.POSITIVE_INFINITY,
  });

/** What cancelling costs, of these seats or of all that are left. */
export const cancellationQuery = (api: Api, reservationId: string, seats?: readonly string[]) =>
  queryOptions({
    queryKey: ['cancellation', reservationId, seats?.join()],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/reservations/{reservationId}/cancellation', {
          params: { path: { reservationId }, query: seats === undefined ? {} : { seats: [...seats] } },
          querySerializer: { array: { style: 'form', explode: false } },
          cache: 'no-store',
          signal,
        }),
      ),
    gcTime: 0,
  });

/** What somebody has reserved, the newest first, page by page. */
export const myPageQuery = (api: Api) =>
  infiniteQueryOptions({
    queryKey: ['mypage'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: LONG_PAGE, ...goingOn(pageParam) };
      return answered(api.GET('/mypage', { params: { query }, cache: 'no-store', signal }));
    },
    getNextPageParam: (page) => page.continuation,
  });

/** A copy of all that is kept of a customer. */
export const meQuery = (api: Api) =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => answered(api.GET('/me', { cache: 'no-store', signal })),
    gcTime: 0,
  });

export const noticesQuery = (api: Api) =>
  infiniteQueryOptions({
    queryKey: ['notices'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...goingOn(pageParam) };
      return answered(api.GET('/notifications', { params: { query }, cache: 'no-store', signal }));
    },
    getNextPageParam: (page) => page.continuation,
  });
