import { infiniteQueryOptions, queryOptions } from '@tanstack/preact-query';
import { type Api, answered } from './client';

const MINUTE_MS = 60_000;
const PAGE = 24;

/** A page of the programme, by title. */
export const musicalsQuery = (api: Api, query: string) =>
  infiniteQueryOptions({
    queryKey: ['musicals', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/musicals', {
          params: {
            query: {
              limit: PAGE,
              ...(query === '' ? {} : { query }),
              ...(pageParam === '' ? {} : { continuation: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.continuation,
    staleTime: MINUTE_MS,
  });

export const musicalQuery = (api: Api, musicalId: string) =>
  queryOptions({
    queryKey: ['musical', musicalId],
    queryFn: ({ signal }) =>
      answered(api.GET('/musicals/{musicalId}', { params: { path: { musicalId } }, signal })),
    staleTime: MINUTE_MS,
  });

export const performancesQuery = (api: Api, musicalId: string) =>
  queryOptions({
    queryKey: ['performances', musicalId],
    queryFn: async ({ signal }) =>
      (
        await answered(
          api.GET('/musicals/{musicalId}/performances', { params: { path: { musicalId } }, signal }),
        )
      ).items,
    staleTime: MINUTE_MS,
  });

export const performanceQuery = (api: Api, performanceId: string) =>
  queryOptions({
    queryKey: ['performance', performanceId],
    queryFn: ({ signal }) =>
      answered(api.GET('/performances/{performanceId}', { params: { path: { performanceId } }, signal })),
    staleTime: MINUTE_MS,
  });

/** Where the seats are. It changes only when the theatre changes the house. */
export const planQuery = (api: Api, performanceId: string) =>
  queryOptions({
    queryKey: ['plan', performanceId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/performances/{performanceId}/plan', { params: { path: { performanceId } }, signal }),
      ),
    staleTime: MINUTE_MS,
  });

/** The browser's own cache sends the `ETag` and keeps the map when the answer is 304. */
export const seatMapQuery = (api: Api, performanceId: string) =>
  queryOptions({
    queryKey: ['seats', performanceId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/performances/{performanceId}/seats', { params: { path: { performanceId } }, signal }),
      ),
    staleTime: 2_000,
  });

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

export const cancellationQuery = (api: Api, reservationId: string) =>
  queryOptions({
    queryKey: ['cancellation', reservationId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/reservations/{reservationId}/cancellation', {
          params: { path: { reservationId } },
          cache: 'no-store',
          signal,
        }),
      ),
    gcTime: 0,
  });

export const myPageQuery = (api: Api) =>
  queryOptions({
    queryKey: ['mypage'],
    queryFn: ({ signal }) => answered(api.GET('/mypage', { cache: 'no-store', signal })),
  });

export const noticesQuery = (api: Api) =>
  queryOptions({
    queryKey: ['notices'],
    queryFn: async ({ signal }) =>
      (await answered(api.GET('/notifications', { cache: 'no-store', signal }))).items,
  });
