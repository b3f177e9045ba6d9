import { infiniteQueryOptions, queryOptions } from '@tanstack/preact-query';
import { type Api, answered, done } from '../../api/client';
import type { Venue } from './houseOfRun';

/** Staff change what is written in Korean; a translation has another ETag and would be refused. */
const AS_WRITTEN = { 'Accept-Language': 'ko' };

/** What is in a form is asked for anew only after a save: coming back to the window must not take away what was typed. */
const UNDER_A_FORM = { gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false };

/** With the ETag that a change of it names. */
export type WithTag<Body> = { readonly value: Body; readonly etag: string };

export const musicalsOfStaff = (api: Api, query: string) =>
  infiniteQueryOptions({
    queryKey: ['staff-musicals', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/musicals', {
          params: {
            query: {
              limit: 50,
              ...(query === '' ? {} : { query }),
              ...(pageParam === '' ? {} : { continuation: pageParam }),
            },
          },
          cache: 'no-store',
          signal,
        }),
      ),
    getNextPageParam: (page) => page.continuation,
  });

export const musicalAsWritten = (api: Api, musicalId: string) =>
  queryOptions({
    queryKey: ['musical-as-written', musicalId],
    queryFn: async ({ signal }) => {
      const params = { path: { musicalId }, header: AS_WRITTEN };
      return tagged(await done(api.GET('/musicals/{musicalId}', { params, cache: 'no-store', signal })));
    },
    ...UNDER_A_FORM,
  });

export const performanceAsWritten = (api: Api, performanceId: string) =>
  queryOptions({
    queryKey: ['performance-as-written', performanceId],
    queryFn: async ({ signal }) => {
      const params = { path: { performanceId }, header: AS_WRITTEN };
      return tagged(
        await done(api.GET('/performances/{performanceId}', { params, cache: 'no-store', signal })),
      );
    },
    ...UNDER_A_FORM,
  });

function tagged<Body>({
  data,
  response,
}: {
  readonly data?: Body;
  readonly response: Response;
}): WithTag<Body> {
  return { value: data as Body, etag: response.headers.get('ETag') ?? '*' };
}

export const venueQuery = (api: Api, venueId: string) =>
  queryOptions({
    queryKey: ['venue', venueId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/venues/{venueId}', { params: { path: { venueId } }, cache: 'no-store', signal }),
      ).then((venue) => venue as Venue),
  });

/** How many people and how much money a cancellation of the performance would touch now. */
export const figuresQuery = (api: Api, performanceId: string) =>
  queryOptions({
    queryKey: ['cancellation-figures', performanceId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/admin/performances/{performanceId}/cancellation', {
          params: { path: { performanceId } },
          cache: 'no-store',
          signal,
        }),
      ),
    gcTime: 0,
    staleTime: 0,
  });

/** What a performance has sold. */
export const salesQuery = (api: Api, performanceId: string) =>
  queryOptions({
    queryKey: ['sales', performanceId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/admin/performances/{performanceId}/sales', {
          params: { path: { performanceId } },
          cache: 'no-store',
          signal,
        }),
      ),
  });
