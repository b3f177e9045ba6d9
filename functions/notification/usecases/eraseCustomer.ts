import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { takePart } from '../../../shared/erasure/takePart';
import { type EventOf, newEvent } from '../../../shared/messaging/envelope';
import { publish } from '../../../shared/messaging/publish';
import { erasureAnswered, type erasureAsked } from '../../reservation/contract';
import type { NotificationDeps } from '../deps';
import { emptiedNotice } from '../domain/notice';

type Deps = Pick<NotificationDeps, 'sleep' | 'random' | 'notices' | 'marks' | 'publisher'>;

/** Marks the customer. Later it empties the customer's notices, which stay, so that none is made and mailed again. */
export const eraseCustomer = (deps: Deps, asked: EventOf<typeof erasureAsked>): Promise<void> =>
  takePart<never>(
    {
      marks: deps.marks,
      objectionTo: async () => undefined,
      empty: (customerId, until) => emptyNotices(deps, customerId, until),
      answer: () => {
        const { id, subject, time, data } = asked;
        const about = { causeId: `${id}/notification`, subject, time };
        const contract = { ...erasureAnswered, source: '/marquee/notification' };
        const answer = newEvent(contract, { ...about, data: { ...data, context: 'notification' } });
        return publish(deps.publisher, [answer]);
      },
    },
    asked.data,
    asked.time,
  );

async function emptyNotices(deps: Deps, customerId: string, until: string): Promise<void> {
  for (const reservationId of await deps.notices.unemptiedTickets(customerId, until)) {
    await untilCommitted(deps, `tickets of ${reservationId}`, async () => {
      const stored = await deps.notices.tickets(customerId, reservationId);
      if (stored === undefined) return 'unchanged';
      return deps.notices.keepTickets(reservationId, { ...stored, value: { ...stored.value, tickets: [] } });
    });
  }
  for (const noticeId of await deps.notices.unemptied(customerId, until)) {
    await untilCommitted(deps, `notice ${noticeId}`, async () => {
      const stored = await deps.notices.read(customerId, noticeId);
      if (stored === undefined) return 'conflict';
      if (stored.value.emptied) return 'unchanged';
      return deps.notices.replace({ ...stored, value: emptiedNotice(stored.value) });
    });
  }
}
