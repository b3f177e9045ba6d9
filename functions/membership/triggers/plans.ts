import { idFor } from '../../../shared/cosmos/idempotency';
import { continuedAfter, pageOf } from '../../../shared/http/continuation';
import { endpoint } from '../../../shared/http/endpoint';
import { randomId } from '../../../shared/kernel/ids';
import type { Versioned } from '../../../shared/kernel/versioned';
import type { MembershipDeps } from '../deps';
import type { Plan } from '../domain/plan';
import { createPlan, readPlan, removePlan, updatePlan } from '../usecases/editPlan';
import { planBody, plansQuery, plansView, planView } from './schemas';

const answer = ({ value, etag }: Versioned<Plan>, status: number, headers: Record<string, string> = {}) => ({
  status,
  body: planView.parse(value),
  headers: { etag, ...headers },
});

export const listPlans = endpoint(
  {
    method: 'GET',
    route: 'plans',
    summary: 'The plans by which one becomes a member, by name',
    auth: 'anyone',
    query: plansQuery,
    answers: { 200: { description: 'A page of plans', body: plansView } },
  },
  async (deps: MembershipDeps, { query: { limit, continuation } }) => {
    const plans = await deps.plans.list({ after: continuedAfter(continuation), limit });
    return {
      status: 200,
      body: pageOf(
        plans,
        limit,
        ({ listKey }) => listKey,
        (plan) => planView.parse(plan),
      ),
    };
  },
);

export const getPlan = endpoint(
  {
    method: 'GET',
    route: 'plans/{planId}',
    summary: 'One plan',
    auth: 'anyone',
    answers: { 200: { description: 'The plan', body: planView }, 304: { description: 'Not changed' } },
  },
  async (deps: MembershipDeps, { params: { planId = '' }, hasAlready }) => {
    const plan = await readPlan(deps, planId);
    return hasAlready(plan.etag) ? { status: 304, headers: { etag: plan.etag } } : answer(plan, 200);
  },
);

export const postPlan = endpoint(
  {
    method: 'POST',
    route: 'plans',
    summary: 'Offer a plan; its fee is billed for each calendar month',
    auth: 'admin',
    body: planBody,
    idempotencyKey: 'honoured',
    audited: ['name', 'monthlyFee', 'currency'],
    answers: { 201: { description: 'Offered; Location says where it is', body: planView } },
  },
  async (deps: MembershipDeps, { body, caller, idempotencyKey: key, route }) => {
    const request = { customerId: caller.customerId, key, route, body };
    const plan = await createPlan(deps, () => idFor(deps.idempotency, request, randomId), body);
    return answer(plan, 201, { location: `/api/plans/${plan.value.planId}` });
  },
);

export const putPlan = endpoint(
  {
    method: 'PUT',
    route: 'plans/{planId}',
    summary: 'Change a plan for who joins from now on; who has joined keeps fee and benefits',
    auth: 'admin',
    body: planBody,
    ifMatch: 'required',
    audited: ['name', 'monthlyFee', 'currency'],
    answers: { 200: { description: 'Changed', body: planView } },
  },
  async (deps: MembershipDeps, { params: { planId = '' }, body, ifMatch }) =>
    answer(await updatePlan(deps, planId, body, ifMatch), 200),
);

export const deletePlan = endpoint(
  {
    method: 'DELETE',
    route: 'plans/{planId}',
    summary: 'Offer a plan no more; who has joined stays a member',
    auth: 'admin',
    ifMatch: 'honoured',
    answers: { 204: { description: 'It is offered no more' } },
  },
  async (deps: MembershipDeps, { params: { planId = '' }, ifMatch }) => {
    await removePlan(deps, planId, ifMatch);
    return { status: 204 };
  },
);
