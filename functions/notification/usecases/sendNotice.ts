import { isoTime } from '../../../shared/kernel/time';
import type { Versioned } from '../../../shared/kernel/versioned';
import { sweepDue } from '../../../shared/messaging/sweep';
import { reasonOf } from '../../../shared/telemetry/log';
import { redactText } from '../../../shared/telemetry/redact';
import { inSpan } from '../../../shared/telemetry/trace';
import type { NotificationDeps } from '../deps';
import {
  FIRST_ATTEMPT_MS,
  hasWaited,
  MAIL_COUNT_MS,
  MAX_MAILS_AN_HOUR,
  mailPutOff,
  mailRefused,
  mailSent,
  type Notice,
  retryAfterMs,
  stillAwaiting,
} from '../domain/notice';
import { type HeardTickets, type IssuedTicket, ticketsOf } from '../domain/visit';
import { mailOf } from '../mailOf';

export type MailDeps = Pick<NotificationDeps, 'clock' | 'log' | 'notices' | 'mail' | 'noteUnmailed'>;

/** Sends what is still to be sent, the longest overdue first. */
export const sweepNotices = (deps: MailDeps): Promise<void> =>
  sweepDue(deps.clock, {
    list: deps.notices.due,
    idOf: ({ noticeId }) => noticeId,
    look: (notice) => sendSafely(deps, notice),
  });

type NoticeRef = { readonly customerId: string; readonly noticeId: string };

/** Sends it unless it has gone or waits on. */
const sendSafely = (deps: MailDeps, { customerId, noticeId }: NoticeRef): Promise<void> =>
  safely(deps, noticeId, async () => {
    const stored = await deps.notices.read(customerId, noticeId);
    if (stored?.value.mail !== 'pending') return;
    // Since it was listed somebody may have put it off to send it.
    const { dueAt = '' } = stored.value;
    if (dueAt <= isoTime(deps.clock.now())) await sendNext(deps, stored);
  });

/** What fails is looked at again. */
async function safely({ log }: MailDeps, noticeId: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn('notice will be looked at again', { noticeId, reason: reasonOf(error) });
  }
}

/** Enough to send a mail to a slow server before the sweep looks. */
const ENOUGH_MS = 25_000;

/**
 * Sends what has waited for these tickets. Only who has stored them calls it, and until the notice is due the sweep leaves it
 * alone. So nothing is written before the mail, unless little time is left. What the tickets `before` were enough for is
 * being sent by who has stored those.
 */
export async function sendAwaiting(
  deps: MailDeps,
  stored: Versioned<Notice>,
  heard: HeardTickets,
  before: HeardTickets | undefined,
): Promise<void> {
  const { awaitsTickets: _has, ...notice } = stored.value;
  const { visit, dueAt = '', attempts } = notice;
  if (visit === undefined || ticketsOf(visit, before) !== undefined) return;
  const tickets = ticketsOf(visit, heard);
  if (tickets === undefined) return;
  const isOurs = Date.parse(dueAt) - deps.clock.now() >= ENOUGH_MS;
  const value = { ...notice, attempts: attempts + 1 };
  await safely(deps, notice.noticeId, () =>
    isOurs ? send(deps, { ...stored, value }, tickets) : sendNext(deps, stored),
  );
}

/** The tickets of its visit, none where it has none. Undefined as long as there will be more. */
export async function ticketsFor(
  { notices }: Pick<MailDeps, 'notices'>,
  { customerId, reservationId, visit }: Notice,
): Promise<readonly IssuedTicket[] | undefined> {
  if (visit === undefined || visit.isOff || reservationId === undefined) return [];
  return ticketsOf(visit, (await notices.tickets(customerId, reservationId))?.value);
}

/** Puts the next attempt off before this one, so that two at once do not both send. */
async function sendNext(deps: MailDeps, stored: Versioned<Notice>): Promise<void> {
  const { awaitsTickets: _has, ...notice } = stored.value;
  const nowMs = deps.clock.now();
  const tickets = await ticketsFor(deps, notice);
  // Also when there were some at an attempt before, which a mail server refused: they may be void since.
  if (tickets === undefined && !hasWaited(notice, nowMs)) {
    await deps.notices.replace({ ...stored, value: stillAwaiting(stored.value, nowMs) });
    return;
  }
  const dueAt = isoTime(nowMs + retryAfterMs(notice.attempts) + FIRST_ATTEMPT_MS);
  const value = { ...notice, attempts: notice.attempts + 1, dueAt };
  const claimed = await deps.notices.replace({ ...stored, value });
  if (claimed !== 'conflict') await send(deps, claimed, tickets ?? []);
}

/** Sends a notice that is this caller's to send. */
export async function send(
  deps: MailDeps,
  stored: Versioned<Notice>,
  tickets: readonly IssuedTicket[],
): Promise<void> {
  const { value: notice } = stored;
  const { noticeId, reservationId, to } = notice;
  if (to === undefined) return;
  if (await hasHadEnough(deps, notice)) {
    deps.log.warn('mail put off', { noticeId, reason: `${MAX_MAILS_AN_HOUR} mails in an hour` });
    await deps.notices.replace({ ...stored, value: mailPutOff(notice, deps.clock.now()) });
    return;
  }
  try {
    const mail = mailOf(notice, to, tickets);
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

/** What is completed was paid for. Anybody can make and cancel reservations for nothing. */
async function hasHadEnough({ clock, notices }: MailDeps, { customerId, kind }: Notice): Promise<boolean> {
  if (kind === 'completed') return false;
  const since = isoTime(clock.now() - MAIL_COUNT_MS);
  return (await notices.mailedSince(customerId, since, MAX_MAILS_AN_HOUR)) >= MAX_MAILS_AN_HOUR;
}

export async function tellStaff(
  { log, noteUnmailed }: MailDeps,
  notice: Notice,
  reason: string,
): Promise<void> {
  log.error('mail given up', { noticeId: notice.noticeId, reason });
  await noteUnmailed(notice, reason);
}
