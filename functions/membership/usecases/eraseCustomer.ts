import { takePart } from '../../../shared/erasure/takePart';
import { type EventOf, newEvent } from '../../../shared/messaging/envelope';
import { publish } from '../../../shared/messaging/publish';
import {
  erasureAnswered,
  type erasureAsked,
  type erasureLifted,
  type Objection,
} from '../../reservation/contract';
import { SOURCE } from '../contract';
import type { MembershipDeps } from '../deps';
import { isUnsettled } from '../domain/bill';

type Deps = Pick<MembershipDeps, 'members' | 'marks' | 'publisher'>;

/** Says who is a member and what is not paid. A bill has no name and no address, so nothing of it is emptied. */
export const eraseCustomer = (deps: Deps, asked: EventOf<typeof erasureAsked>): Promise<void> =>
  takePart<Objection>(
    {
      marks: deps.marks,
      objectionTo: async (customerId) => {
        const [customer, open] = await Promise.all([
          deps.members.customer(customerId),
          deps.members.openBillsOf(customerId),
        ]);
        if (open.some(isUnsettled)) return 'unsettled';
        return customer?.value.live === undefined && open.length === 0 ? undefined : 'member';
      },
      empty: async () => {},
      answer: (objection) => {
        const { id, subject, time } = asked;
        const about = { causeId: `${id}/membership`, subject, time };
        const data = { ...asked.data, context: 'membership' as const, ...(objection && { objection }) };
        const contract = { ...erasureAnswered, source: SOURCE };
        return publish(deps.publisher, [newEvent(contract, { ...about, data })]);
      },
    },
    asked.data,
    asked.time,
  );

export async function liftErasure({ marks }: Deps, { data }: EventOf<typeof erasureLifted>): Promise<void> {
  const { customerId, n, at } = data;
  await marks.set({ customerId, n, at, state: 'lifted' });
}
