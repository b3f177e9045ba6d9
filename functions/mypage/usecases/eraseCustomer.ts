import { takePart } from '../../../shared/erasure/takePart';
import { isoTime } from '../../../shared/kernel/time';
import { type EventOf, newEvent } from '../../../shared/messaging/envelope';
import { publish } from '../../../shared/messaging/publish';
import {
  erasureAnswered,
  type erasureAsked,
  type erasureLifted,
  type Objection,
} from '../../reservation/contract';
import type { MypageDeps } from '../deps';
import { objectionIn } from '../domain/standing';

type Deps = Pick<MypageDeps, 'clock' | 'entries' | 'marks' | 'publisher'>;

/** Says what the customer's list shows against it. The list has no name and no address, so nothing of it is emptied. */
export const eraseCustomer = (deps: Deps, asked: EventOf<typeof erasureAsked>): Promise<void> =>
  takePart<Objection>(
    {
      marks: deps.marks,
      objectionTo: async (customerId) => {
        const now = isoTime(deps.clock.now());
        const all = await deps.entries.standingOf(customerId);
        return all.map((one) => objectionIn(one, now)).find((objection) => objection !== undefined);
      },
      empty: async () => {},
      answer: (objection) => {
        const { id, subject, time } = asked;
        const about = { causeId: `${id}/mypage`, subject, time };
        const data = { ...asked.data, context: 'mypage' as const, ...(objection && { objection }) };
        const contract = { ...erasureAnswered, source: '/marquee/mypage' };
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
