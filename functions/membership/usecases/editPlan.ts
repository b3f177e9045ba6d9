import { isDeepStrictEqual } from 'node:util';
import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { checkIfMatch } from '../../../shared/http/ifMatch';
import type { Versioned } from '../../../shared/kernel/versioned';
import { problem } from '../../problems';
import type { MembershipDeps } from '../deps';
import type { Plan, PlanFields } from '../domain/plan';

type PlanDeps = Pick<MembershipDeps, 'plans'>;
type EditDeps = PlanDeps & Pick<MembershipDeps, 'sleep' | 'random'>;

/** Throws `not-found`, also for one that was removed. */
export async function readPlan({ plans }: PlanDeps, planId: string): Promise<Versioned<Plan>> {
  const stored = await plans.read(planId);
  if (stored === undefined || stored.value.status === 'removed')
    throw problem('not-found', `There is no plan ${planId}.`);
  return stored;
}

/** Creates the plan. A call that is repeated with the same id finds it. */
export async function createPlan(
  { plans }: PlanDeps,
  newId: () => Promise<string>,
  fields: PlanFields,
): Promise<Versioned<Plan>> {
  const planId = await newId();
  await plans.create({ ...fields, planId, status: 'offered' });
  const stored = await plans.read(planId);
  if (stored === undefined) throw new StoreUnavailable('It is not stored yet. Send the same request again.');
  return stored;
}

/** For who joins from now on. Throws `not-found`, `stale`. */
export const updatePlan = (
  deps: EditDeps,
  planId: string,
  fields: PlanFields,
  ifMatch: string | undefined,
): Promise<Versioned<Plan>> => change(deps, planId, ifMatch, ({ status }) => ({ ...fields, planId, status }));

/** Nobody joins by it any more, and who has joined stays. Throws `not-found`, `stale`. */
export const removePlan = (deps: EditDeps, planId: string, ifMatch: string | undefined): Promise<unknown> =>
  change(deps, planId, ifMatch, (plan) => ({ ...plan, status: 'removed' }));

const change = (
  deps: EditDeps,
  planId: string,
  ifMatch: string | undefined,
  decide: (plan: Plan) => Plan,
): Promise<Versioned<Plan>> =>
  untilCommitted(deps, `plan ${planId}`, async () => {
    const stored = await readPlan(deps, planId);
    const value = decide(stored.value);
    if (isDeepStrictEqual(stored.value, value)) return stored;
    checkIfMatch(stored.etag, ifMatch);
    return deps.plans.replace({ ...stored, value });
  });
