import { infiniteQueryOptions, queryOptions } from '@tanstack/preact-query';
import { type Api, answered } from '../api/client';
import { goingOn, PAGE } from '../api/queries';

/** All that is read of somebody as a member: what changes one changes others. */
export const MEMBER = ['member'] as const;

/** The ways to be a member that are offered, by name. */
export const plansQuery = (api: Api) =>
  infiniteQueryOptions({
    queryKey: ['plans'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...goingOn(pageParam) };
      return answered(api.GET('/plans', { params: { query }, cache: 'no-store', signal }));
    },
    getNextPageParam: (page) => page.continuation,
  });

/** What somebody has joined, the newest first. */
export const membershipsQuery = (api: Api) =>
  infiniteQueryOptions({
    queryKey: [...MEMBER, 'memberships'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...goingOn(pageParam) };
      return answered(api.GET('/memberships', { params: { query }, cache: 'no-store', signal }));
    },
    getNextPageParam: (page) => page.continuation,
  });

/** A member's bills, the newest first. */
export const billsQuery = (api: Api) =>
  infiniteQueryOptions({
    queryKey: [...MEMBER, 'bills'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...goingOn(pageParam) };
      return answered(api.GET('/bills', { params: { query }, cache: 'no-store', signal }));
    },
    getNextPageParam: (page) => page.continuation,
  });

export const billQuery = (api: Api, billId: string) =>
  queryOptions({
    queryKey: [...MEMBER, 'bill', billId],
    queryFn: ({ signal }) =>
      answered(api.GET('/bills/{billId}', { params: { path: { billId } }, cache: 'no-store', signal })),
  });
