import { z } from 'zod';
import { endpoint } from '../../../shared/http/endpoint';
import type { NotificationDeps } from '../deps';

const MAX_NOTICES = 100;

const noticesView = z.object({
  items: z.array(
    z.object({
      noticeId: z.string(),
      kind: z.enum(['completed', 'cancelled', 'rejected', 'expired']),
      reservationId: z.string(),
      subject: z.string(),
      body: z.string(),
      createdAt: z.string(),
    }),
  ),
});

export const listNotifications = endpoint(
  {
    method: 'GET',
    route: 'notifications',
    summary: 'What a customer was told, the newest first',
    auth: 'customer',
    answers: { 200: { description: `At most ${MAX_NOTICES} notices`, body: noticesView } },
  },
  async (deps: NotificationDeps, { caller }) => {
    const notices = await deps.notices.of(caller.customerId, MAX_NOTICES);
    const items = notices.map(({ noticeId, kind, reservationId, subject, body, createdAt }) => ({
      noticeId,
      kind,
      reservationId,
      subject,
      body,
      createdAt,
    }));
    return { status: 200, body: { items } };
  },
);
