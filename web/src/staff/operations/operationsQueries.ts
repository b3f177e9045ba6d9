import { infiniteQueryOptions, queryOptions } from '@tanstack/preact-query';
import { type Api, answered } from '../../api/client';
import type { paths } from '../../api/schema';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
export type Health = Answer<'/health'>;
export type Pending = Answer<'/admin/pending'>['items'][number];
export type DeadLetter = Answer<'/admin/dead-letters'>['items'][number];
export type AuditEntry = Answer<'/admin/audit'>['items'][number];
export type Difference = Answer<'/admin/reconciliation'>['items'][number];

export const KINDS = ['dead-letter', 'mail', 'refund', 'reservation', 'loan', 'feed'] as const;
export type Kind = (typeof KINDS)[number];

/** What waits is looked at again and again, for it changes by itself. */
const LOOK_AGAIN_MS = 10_000;

/** Health is an answer also when it is 503: then it says what is down. */
export const healthQuery = (apiUrl: string) =>
  queryOptions({
    queryKey: ['health'],
    queryFn: async ({ signal }): Promise<Health> => {
      const response = await fetch(`${apiUrl}/health`, { signal, cache: 'no-store' });
      return (await response.json()) as Health;
    },
    refetchInterval: LOOK_AGAIN_MS,
  });

const page = (continuation: string) => (continuation === '' ? {} : { continuation });

export const pendingQuery = (api: Api, kind: Kind | undefined) =>
  infiniteQueryOptions({
    queryKey: ['pending', kind],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(kind === undefined ? {} : { kind }), ...page(pageParam) };
      return answered(api.GET('/admin/pending', { params: { query }, cache: 'no-store', signal }));
    },
    getNextPageParam: ({ continuation }) => continuation,
    refetchInterval: LOOK_AGAIN_MS,
  });

export const pendingItemQuery = (api: Api, kind: string, id: string) =>
  queryOptions({
    queryKey: ['pending-item', kind, id],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/admin/pending/{kind}/{id}', {
          params: { path: { kind, id } },
          cache: 'no-store',
          signal,
        }),
      ),
    gcTime: 0,
  });

export const deadLettersQuery = (api: Api) =>
  queryOptions({
    queryKey: ['dead-letters'],
    queryFn: ({ signal }) => answered(api.GET('/admin/dead-letters', { cache: 'no-store', signal })),
    refetchInterval: LOOK_AGAIN_MS,
  });

export const differencesQuery = (api: Api) =>
  infiniteQueryOptions({
    queryKey: ['differences'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/admin/reconciliation', { params: { query: page(pageParam) }, cache: 'no-store', signal }),
      ),
    getNextPageParam: ({ continuation }) => continuation,
  });

export const auditQuery = (api: Api, day: string) =>
  infiniteQueryOptions({
    queryKey: ['audit', day],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 100, ...(day === '' ? {} : { day }), ...page(pageParam) };
      return answered(api.GET('/admin/audit', { params: { query }, cache: 'no-store', signal }));
    },
    getNextPageParam: ({ continuation }) => continuation,
  });
