import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { isoTime } from '../../../shared/kernel/clock';
import type { Versioned } from '../../../shared/kernel/versioned';
import { sweepDue } from '../../../shared/messaging/sweep';
import { reasonOf } from '../../../shared/telemetry/log';
import { redactText } from '../../../shared/telemetry/redact';
import { inSpan } from '../../../shared/telemetry/trace';
import type { NotificationDeps } from '../deps';
import type { NoticeEvent } from '../domain/language';
import { mailDone, mailRefused, type Notice, noticeOf, retryAfterMs } from '../domain/notice';

/** Before that the sweep leaves a new notice to the handler that is sending it. */
const FIRST_ATTEMPT_MS = 30_000;

type MailDeps = Pick<NotificationDeps, 'clock' | 'log' | 'notices' | 'mail'>;

/**
 * Tells a customer what became of a reservation. The notice is stored first, then mailed. The same news twice finds the
 * notice and does nothing. A mail that fails is tried again by the sweep for four days, and never holds up the queue.
 */
export async function notify(deps: MailDeps, event: NoticeEvent): Promise<void> {
  const nowMs = deps.clock.now();
  const notice = noticeOf(event, isoTime(nowMs), isoTime(nowMs + FIRST_ATTEMPT_MS));
  const outcome = await deps.notices.create(notice);
  const stored = await deps.notices.read(notice.customerId, notice.noticeId);
  // A conflict may be a lost connection: only a notice that can be read is one. The event comes again.
  if (stored === undefined) throw new StoreUnavailable(`notice ${notice.noticeId} is not seen yet`);
  if (outcome === 'committed') await send(deps, stored);
}

/** Sends what is still to be sent, the longest overdue first. */
export const sweepNotices = (deps: MailDeps): Promise<void> =>
  sweepDue(deps.clock, {
    list: deps.notices.due,
    idOf: ({ noticeId }) => noticeId,
    look: (notice) => sweepSafely(deps, notice),
  });

type NoticeRef = { readonly customerId: string; readonly noticeId: string };

async function sweepSafely(deps: MailDeps, { customerId, noticeId }: NoticeRef): Promise<void> {
  try {
    const stored = await deps.notices.read(customerId, noticeId);
    if (stored?.value.mail === 'pending') await sendNext(deps, stored);
  } catch (error) {
    deps.log.warn('notice will be looked at again', { noticeId, reason: reasonOf(error) });
  }
}

/** Puts the next attempt off before this one, so that two sweeps at once do not both send. */
async function sendNext(deps: MailDeps, stored: Versioned<Notice>): Promise<void> {
  const { value: notice } = stored;
  const dueAt = isoTime(deps.clock.now() + retryAfterMs(notice.attempts) + FIRST_ATTEMPT_MS);
  const value = { ...notice, attempts: notice.attempts + 1, dueAt };
  if ((await deps.notices.replace({ ...stored, value })) !== 'committed') return;
  const claimed = await deps.notices.read(notice.customerId, notice.noticeId);
  if (claimed !== undefined) await send(deps, claimed);
}

async function send(deps: MailDeps, stored: Versioned<Notice>): Promise<void> {
  const { value: notice } = stored;
  const { noticeId, reservationId, to, subject, body } = notice;
  if (to === undefined) return;
  try {
    const mail = { to, subject, text: body, messageId: `<${noticeId.replace(':', '.')}@marquee>` };
    await inSpan({ name: 'mail', kind: 'client', attributes: { reservationId } }, () => deps.mail(mail));
  } catch (error) {
    const reason = redactText(reasonOf(error));
    const value = mailRefused(notice, deps.clock.now(), reason);
    const fields = { noticeId, reason };
    if (value.mail === 'failed') deps.log.error('mail given up', fields);
    else deps.log.warn('mail will be sent later', fields);
    await deps.notices.replace({ ...stored, value });
    return;
  }
  await deps.notices.replace({ ...stored, value: mailDone(notice, 'sent') });
}
