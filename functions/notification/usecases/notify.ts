import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { isoTime } from '../../../shared/kernel/clock';
import type { Versioned } from '../../../shared/kernel/versioned';
import type { EventOf } from '../../../shared/messaging/envelope';
import { sweepDue } from '../../../shared/messaging/sweep';
import { reasonOf } from '../../../shared/telemetry/log';
import { redactText } from '../../../shared/telemetry/redact';
import { inSpan } from '../../../shared/telemetry/trace';
import type { erasureLifted } from '../../reservation/contract';
import type { NotificationDeps } from '../deps';
import type { NoticeEvent } from '../domain/language';
import {
  MAIL_COUNT_MS,
  MAX_MAILS_AN_HOUR,
  mailPutOff,
  mailRefused,
  mailSent,
  type Notice,
  notErasedNotice,
  noticeOf,
  retryAfterMs,
} from '../domain/notice';

/** Before that the sweep leaves a new notice to the handler that is sending it. */
const FIRST_ATTEMPT_MS = 30_000;

type MailDeps = Pick<NotificationDeps, 'clock' | 'log' | 'notices' | 'mail' | 'noteUnmailed'>;

/**
 * Tells a customer what became of a reservation. The notice is stored first, then mailed. The same news twice finds the
 * notice and does nothing. A mail that fails is tried again by the sweep for four days, and never holds up the queue. What
 * cannot be mailed is noted for staff.
 */
export async function notify(
  deps: MailDeps & Pick<NotificationDeps, 'addresseeOf'>,
  event: NoticeEvent,
): Promise<void> {
  const customer = await deps.addresseeOf(event);
  const nowMs = deps.clock.now();
  await storeAndSend(deps, noticeOf(event, customer, isoTime(nowMs), isoTime(nowMs + FIRST_ATTEMPT_MS)));
}

/** The erasure that a customer has asked for is off. The mark is taken off, and the customer is told why. */
export async function tellNotErased(
  deps: MailDeps & Pick<NotificationDeps, 'latestAddresseeOf' | 'marks'>,
  event: EventOf<typeof erasureLifted>,
): Promise<void> {
  const { customerId, n, at } = event.data;
  await deps.marks.set({ customerId, n, at, state: 'lifted' });
  const customer = (await deps.latestAddresseeOf(customerId)) ?? {};
  const nowMs = deps.clock.now();
  const dueAt = isoTime(nowMs + FIRST_ATTEMPT_MS);
  await storeAndSend(deps, notErasedNotice(event, customer, isoTime(nowMs), dueAt));
}

async function storeAndSend(deps: MailDeps, notice: Notice): Promise<void> {
  const created = await deps.notices.create(notice);
  if (created === 'conflict') await expectNotice(deps, notice);
  // Told at every copy, for who stored the notice may have died before it told.
  if (notice.mail === 'failed') await tellStaff(deps, notice, 'no mail server would take the address');
  else if (created !== 'conflict') await send(deps, created);
}

/** A conflict may be a lost connection, and only a notice that can be read is one. Otherwise the event comes again. */
async function expectNotice({ notices }: MailDeps, { customerId, noticeId }: Notice): Promise<void> {
  const before = await notices.read(customerId, noticeId);
  if (before === undefined) throw new StoreUnavailable(`notice ${noticeId} is not seen yet`);
}

async function tellStaff({ log, noteUnmailed }: MailDeps, notice: Notice, reason: string): Promise<void> {
  log.error('mail given up', { noticeId: notice.noticeId, reason });
  await noteUnmailed(notice, reason);
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
  const claimed = await deps.notices.replace({ ...stored, value });
  if (claimed !== 'conflict') await send(deps, claimed);
}

async function send(deps: MailDeps, stored: Versioned<Notice>): Promise<void> {
  const { value: notice } = stored;
  const { noticeId, reservationId, to, subject, body } = notice;
  if (to === undefined) return;
  if (await hasHadEnough(deps, notice)) {
    deps.log.warn('mail put off', { noticeId, reason: `${MAX_MAILS_AN_HOUR} mails in an hour` });
    await deps.notices.replace({ ...stored, value: mailPutOff(notice, deps.clock.now()) });
    return;
  }
  try {
    const messageId = `<${noticeId.replaceAll(':', '.')}@marquee>`;
    const mail = { to, subject: plainSubject(subject), text: body, messageId };
    await inSpan(
      { name: 'mail', kind: 'client', attributes: reservationId === undefined ? {} : { reservationId } },
      () => deps.mail(mail),
    );
  } catch (error) {
    const reason = redactText(reasonOf(error));
    const value = mailRefused(notice, deps.clock.now(), reason);
    if (value.mail === 'failed') await tellStaff(deps, notice, reason);
    else deps.log.warn('mail will be sent later', { noticeId, reason });
    await deps.notices.replace({ ...stored, value });
    return;
  }
  await deps.notices.replace({ ...stored, value: mailSent(notice, isoTime(deps.clock.now())) });
}

/** `=?…?=` in a title would be read as an encoded word, and shown as something else. Source: RFC 2047, section 2 */
const plainSubject = (subject: string): string => subject.replaceAll('=?', '= ?');

/** What is completed was paid for. Anybody can make and cancel reservations for nothing. */
async function hasHadEnough({ clock, notices }: MailDeps, { customerId, kind }: Notice): Promise<boolean> {
  if (kind === 'completed') return false;
  const since = isoTime(clock.now() - MAIL_COUNT_MS);
  return (await notices.mailedSince(customerId, since, MAX_MAILS_AN_HOUR)) >= MAX_MAILS_AN_HOUR;
}
