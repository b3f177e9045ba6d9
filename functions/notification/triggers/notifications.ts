import { z } from 'zod';
import { endpoint } from '../../../shared/http/endpoint';
import type { NotificationDeps } from '../deps';
import { noticeSchema } from '../domain/notice';

const MAX_NOTICES = 100;

const noticeView = noticeSchema.pick({
  noticeId: true,
  kind: true,
  reservationId: true,
  subject: true,
  body: true,
  createdAt: true,
});

const noticesView = z.object({ items: z.array(noticeView) });

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
    return { status: 200, body: { items: notices.map((notice) => noticeView.parse(notice)) } };
  },
);
