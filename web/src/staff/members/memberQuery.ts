import { queryOptions } from '@tanstack/preact-query';
import { type Api, answered } from '../../api/client';
import type { Answer, paths } from '../../api/types';

export type StaffMember = Answer<paths['/admin/members/{customerId}']['get'], 200>;

/** How a customer stands as a member, now. */
export const memberQuery = (api: Api, customerId: string) =>
  queryOptions({
    queryKey: ['member', customerId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/admin/members/{customerId}', {
          params: { path: { customerId } },
          cache: 'no-store',
          signal,
        }),
      ),
  });
