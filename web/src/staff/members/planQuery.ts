import { queryOptions } from '@tanstack/preact-query';
import { type Api, done } from '../../api/client';
import type { MembershipPlan } from '../../api/types';

/** A plan and the version that was read. */
export type ReadPlan = { readonly plan: MembershipPlan; readonly etag: string };

/** One plan to be changed, always as it is now. */
export const planOfMembersQuery = (api: Api, planId: string) =>
  queryOptions({
    queryKey: ['plans', planId],
    queryFn: async ({ signal }): Promise<ReadPlan> => {
      const { data, response } = await done(
        api.GET('/plans/{planId}', { params: { path: { planId } }, cache: 'no-store', signal }),
      );
      return { plan: data as MembershipPlan, etag: response.headers.get('ETag') ?? '' };
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
