import { z } from 'zod';
import { listKeyAfter, pageOf, pageQuery } from '../../../shared/http/continuation';
import { endpoint } from '../../../shared/http/endpoint';
import type { NotificationDeps } from '../deps';
import { noticeSchema } from '../domain/notice';
import { noticeListKey } from '../store';

const noticeView = noticeSchema.pick({
  noticeId: true,
  kind: true,
  reservationId: true,
  subject: true,
  body: true,
  createdAt: true,
});

const noticesView = z.object({ items: z.array(noticeView), continuation: z.string().optional() });

export const listNotifications = endpoint(
  {
    method: 'GET',
    route: 'notifications',
    summary: 'What a customer was told, the newest first',
    auth: 'customer',
    query: z.object(pageQuery),
    answers: { 200: { description: 'A page of notices', body: noticesView } },
  },
  async (deps: NotificationDeps, { caller, query: { limit, continuation } }) => {
    const notices = await deps.notices.of(caller.customerId, { after: listKeyAfter(continuation), limit });
    return { status: 200, body: pageOf(notices, limit, noticeListKey, (notice) => noticeView.parse(notice)) };
  },
);
