import { infiniteQueryOptions } from '@tanstack/preact-query';
import { type Api, answered } from '../api/client';
import { goingOn, PAGE } from '../api/queries';

/** What the theatre lends, and how many are there now. */
export const itemsQuery = (api: Api) =>
  infiniteQueryOptions({
    queryKey: ['items'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...goingOn(pageParam) };
      return answered(api.GET('/items', { params: { query }, cache: 'no-store', signal }));
    },
    getNextPageParam: (page) => page.continuation,
  });

/** What somebody has borrowed or asked for, the newest first. */
export const loansQuery = (api: Api) =>
  infiniteQueryOptions({
    queryKey: ['loans'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...goingOn(pageParam) };
      return answered(api.GET('/loans', { params: { query }, cache: 'no-store', signal }));
    },
    getNextPageParam: (page) => page.continuation,
  });
