import { infiniteQueryOptions, queryOptions } from '@tanstack/preact-query';
import { type Api, answered } from './client';
import type { ListedPerformance } from './types';

const MINUTE_MS = 60_000;
export const PAGE = 24;
/** As many as the API gives at once. */
export const LONG_PAGE = 100;
/** A musical that plays more often than this is looked through in vain. */
const MAX_PERFORMANCE_PAGES = 20;

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
              ...goingOn(pageParam),
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
    queryFn: async ({ signal }) => {
      const performances: ListedPerformance[] = [];
      let continuation: string | undefined;
      for (let page = 0; page < MAX_PERFORMANCE_PAGES; page++) {
        const query = { limit: LONG_PAGE, ...goingOn(continuation) };
        const answer = await answered(
          api.GET('/musicals/{musicalId}/performances', { params: { path: { musicalId }, query }, signal }),
        );
        performances.push(...answer.items);
        continuation = answer.continuation;
        if (continuation === undefined) break;
      }
      return performances;
    },
    staleTime: MINUTE_MS,
  });

/** The first page of a list has no continuation. */
export const goingOn = (continuation: string | undefined) =>
  continuation === undefined || continuation === '' ? {} : { continuation };

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

/** What is free, a character a seat. The browser's own cache sends the `ETag` and keeps it when the answer is 304. */
export const availabilityQuery = (api: Api, performanceId: string) =>
  queryOptions({
    queryKey: ['availability', performanceId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/performances/{performanceId}/availability', {
          params: { path: { performanceId } },
          signal,
        }),
      ),
    staleTime: 2_000,
  });

/** What somebody holds of a performance and has not reserved yet, with the time that is left. */
export const holdsQuery = (api: Api, performanceId: string) =>
  queryOptions({
    queryKey: ['holds', performanceId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/performances/{performanceId}/holds', {
          params: { path: { performanceId } },
          cache: 'no-store',
          signal,
        }),
      ),
  });
