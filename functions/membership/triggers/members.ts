import { endpoint } from '../../../shared/http/endpoint';
import { problem } from '../../problems';
import type { MembershipDeps } from '../deps';
import { billViewOf } from './bills';
import { membershipViewOf } from './memberships';
import { memberView } from './schemas';

/** So many of each are shown, two years of bills. */
const NEWEST = { after: undefined, limit: 24 };

export const getMember = endpoint(
  {
    method: 'GET',
    route: 'admin/members/{customerId}',
    summary: 'How a customer stands as a member, with the newest memberships and bills',
    auth: 'box-office',
    answers: { 200: { description: 'As it is now', body: memberView } },
  },
  async ({ members }: MembershipDeps, { params: { customerId = '' } }) => {
    const [customer, memberships, bills] = await Promise.all([
      members.customer(customerId),
      members.membershipsOf(customerId, NEWEST),
      members.billsOf(customerId, undefined, NEWEST),
    ]);
    if (customer === undefined) throw problem('not-found', `${customerId} never was a member.`);
    return {
      status: 200,
      body: {
        customerId,
        standing: customer.value.standing,
        memberships: memberships.map(membershipViewOf),
        bills: bills.map(billViewOf),
      },
    };
  },
);
