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
import type { LendingDeps } from '../deps';

type Deps = Pick<LendingDeps, 'loans' | 'marks' | 'publisher'>;

/** Says what is out or not settled. A loan has no name and no address, so nothing of it is emptied. */
export const eraseCustomer = (deps: Deps, asked: EventOf<typeof erasureAsked>): Promise<void> =>
  takePart<Objection>(
    {
      marks: deps.marks,
      objectionTo: async (customerId) => {
        const open = await deps.loans.openOf(customerId);
        if (open.length === 0) return undefined;
        return open.some(({ status }) => status === 'lent') ? 'borrowed' : 'unsettled';
      },
      empty: async () => {},
      answer: (objection) => {
        const { id, subject, time } = asked;
        const about = { causeId: `${id}/lending`, subject, time };
        const data = { ...asked.data, context: 'lending' as const, ...(objection && { objection }) };
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
