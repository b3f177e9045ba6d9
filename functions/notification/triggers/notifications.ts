import { z } from 'zod';
import { listKeyAfter, pageOf, pageQuery } from '../../../shared/http/continuation';
import { endpoint } from '../../../shared/http/endpoint';
import { mailboxOf } from '../../../shared/kernel/mailbox';
import type { NotificationDeps } from '../deps';
import { noticeSchema } from '../domain/notice';
import { noticeListKey } from '../store';
import { sendAgain } from '../usecases/sendAgain';

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

const sendAgainBody = z.strictObject({
  kind: noticeSchema.shape.kind.exclude(['not-erased']),
  /** Where to, if not to the customer's own address. */
  email: z
    .string()
    .max(320)
    .refine((email) => mailboxOf(email) !== undefined, 'No mail server would take this address.')
    .optional(),
});

const sentAgainView = noticeSchema.pick({ noticeId: true, kind: true, createdAt: true, mail: true });

export const postNotice = endpoint(
  {
    method: 'POST',
    route: 'admin/reservations/{reservationId}/notices',
    summary: 'Send a notice once more, the latest of its kind, with the tickets as they are then',
    auth: 'box-office',
    body: sendAgainBody,
    idempotencyKey: 'required',
    audited: ['kind'],
    answers: { 202: { description: 'It is mailed within the minute', body: sentAgainView } },
    problems: ['wrong-state', 'erasure-under-way'],
  },
  async (
    deps: NotificationDeps,
    { params: { reservationId = '' }, body, caller, idempotencyKey: key = '' },
  ) => {
    const command = { ...body, reservationId, callerId: caller.customerId, key };
    return { status: 202, body: sentAgainView.parse(await sendAgain(deps, command)) };
  },
);
