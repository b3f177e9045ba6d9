import { infiniteQueryOptions } from '@tanstack/preact-query';
import { type Api, answered } from '../../api/client';
import { goingOn } from '../../api/queries';
import type { paths } from '../../api/schema';

const PAGE = 100;

/** What is out and with whom; what has to be back first is first. */
export const outQuery = (api: Api) =>
  infiniteQueryOptions({
    queryKey: ['out'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...goingOn(pageParam) };
      return answered(api.GET('/admin/loans', { params: { query }, cache: 'no-store', signal }));
    },
    getNextPageParam: (page) => page.continuation,
  });

export type OutLoan =
  paths['/admin/loans']['get']['responses'][200]['content']['application/json']['items'][number];
