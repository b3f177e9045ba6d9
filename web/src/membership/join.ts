import { type Api, answered } from '../api/client';
import type { Membership } from '../api/types';
import { carryOut, type TabStorage } from '../purchase/intent';

/**
 * Joins by a plan. A double tap, a reload or a lost answer asks for the same membership again. Throws an `ApiProblem`:
 * `wrong-state` for who is a member already.
 */
export const join = (api: Api, storage: TabStorage, planId: string): Promise<Membership> =>
  carryOut(
    storage,
    `join:${planId}`,
    () => ({ planId }),
    ({ key, body }) =>
      answered(api.POST('/memberships', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
