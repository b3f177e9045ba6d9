import { idFor } from '../../../shared/cosmos/idempotency';
import { listKeyAfter, pageOf } from '../../../shared/http/continuation';
import { endpoint } from '../../../shared/http/endpoint';
import { randomId } from '../../../shared/kernel/ids';
import { problem } from '../../problems';
import type { MembershipDeps } from '../deps';
import { type Membership, membershipListKey } from '../domain/membership';
import { firstDayOf } from '../domain/month';
import { leave } from '../usecases/changeMembership';
import { previewBilling, runBilling } from '../usecases/issueBills';
import { join } from '../usecases/join';
import {
  billingPreviewView,
  billingRunBody,
  billingRunQuery,
  billingRunView,
  membershipBody,
  membershipsQuery,
  membershipsView,
  membershipView,
} from './schemas';

export const membershipViewOf = (membership: Membership) => {
  const { nextMonth } = membership;
  const nextBillOn = nextMonth === undefined ? {} : { nextBillOn: firstDayOf(nextMonth) };
  return membershipView.parse({ ...membership, ...nextBillOn });
};

export const postMembership = endpoint(
  {
    method: 'POST',
    route: 'memberships',
    summary: 'Become a member; the first month is billed in full at once',
    auth: 'customer',
    body: membershipBody,
    idempotencyKey: 'honoured',
    answers: { 201: { description: 'A member from now on', body: membershipView } },
    problems: ['not-found', 'wrong-state', 'erasure-under-way'],
  },
  async (deps: MembershipDeps, { body, caller: { customerId }, idempotencyKey: key, route }) => {
    const membershipId = await idFor(deps.idempotency, { customerId, key, route, body }, randomId);
    const membership = await join(deps, { ...body, membershipId, customerId });
    const location = `/api/memberships/${membershipId}`;
    return { status: 201, body: membershipViewOf(membership), headers: { location } };
  },
);

export const listMemberships = endpoint(
  {
    method: 'GET',
    route: 'memberships',
    summary: 'Your memberships, the newest first',
    auth: 'customer',
    query: membershipsQuery,
    answers: { 200: { description: 'A page of memberships', body: membershipsView } },
  },
  async (deps: MembershipDeps, { caller: { customerId }, query: { limit, continuation } }) => {
    const page = { after: listKeyAfter(continuation), limit };
    const memberships = await deps.members.membershipsOf(customerId, page);
    return { status: 200, body: pageOf(memberships, limit, membershipListKey, membershipViewOf) };
  },
);

export const getMembership = endpoint(
  {
    method: 'GET',
    route: 'memberships/{membershipId}',
    summary: 'One of your memberships',
    auth: 'customer',
    answers: { 200: { description: 'As it is now', body: membershipView } },
  },
  async (deps: MembershipDeps, { params: { membershipId = '' }, caller: { customerId } }) => {
    const stored = await deps.members.membership(customerId, membershipId);
    if (stored === undefined) throw problem('not-found', `You have no membership ${membershipId}.`);
    return { status: 200, body: membershipViewOf(stored.value) };
  },
);

export const deleteMembership = endpoint(
  {
    method: 'DELETE',
    route: 'memberships/{membershipId}',
    summary: 'Leave; the membership ends with this month, and no other month is billed',
    auth: 'customer',
    answers: { 200: { description: 'It ends on endsOn', body: membershipView } },
  },
  async (deps: MembershipDeps, { params: { membershipId = '' }, caller: { customerId } }) => ({
    status: 200,
    body: membershipViewOf(await leave(deps, { customerId, membershipId })),
  }),
);

export const getBillingRun = endpoint(
  {
    method: 'GET',
    route: 'admin/billing-runs',
    summary: 'How many members a run up to this month would bill now, and how much',
    auth: 'admin',
    query: billingRunQuery,
    answers: { 200: { description: 'What a run would do', body: billingPreviewView } },
    problems: ['wrong-state'],
  },
  async (deps: MembershipDeps, { query: { month } }) => ({
    status: 200,
    body: await previewBilling(deps, month),
  }),
);

export const postBillingRun = endpoint(
  {
    method: 'POST',
    route: 'admin/billing-runs',
    summary: 'Bill everybody up to this month now, as the timer does; nobody is billed twice',
    auth: 'admin',
    body: billingRunBody,
    audited: ['month'],
    answers: { 200: { description: 'How many bills this run has issued', body: billingRunView } },
    problems: ['wrong-state'],
  },
  async (deps: MembershipDeps, { body: { month } }) => ({
    status: 200,
    body: await runBilling(deps, month),
  }),
);
