import { z } from 'zod';
import { type Backoff, backoffMs } from '../../../shared/kernel/backoff';
import type { Immutable } from '../../../shared/kernel/immutable';
import { mailboxOf } from '../../../shared/kernel/mailbox';
import type { EventOf } from '../../../shared/messaging/envelope';
import type { erasureLifted } from '../../reservation/contract';
import type { Addressee, NoticeEvent } from './language';
import { notErasedText, textOf } from './texts';

/** What a customer is told, once for each reservation, kind and number. `mail` says how far its mail is. */
export const noticeSchema = z.object({
  noticeId: z.string(),
  customerId: z.string(),
  /** Absent when it is about no reservation. */
  reservationId: z.string().optional(),
  kind: z.enum(['completed', 'cancelled', 'rejected', 'expired', 'moved', 'not-erased']),
  subject: z.string(),
  body: z.string(),
  createdAt: z.string(),
  /** Absent when it is not mailed, and read in the app alone. */
  to: z.string().optional(),
  /** `failed` was given up by us, `discarded` by a person. */
  mail: z.enum(['pending', 'sent', 'failed', 'discarded', 'none']),
  /** UTC. When a mail server took it. */
  mailedAt: z.string().optional(),
  attempts: z.int(),
  /** Why the last attempt failed, without addresses. */
  mailError: z.string().optional(),
  /** UTC. When the mail is tried again. Absent when nothing is left to be done. */
  dueAt: z.string().optional(),
  /** Its customer was erased, and its text and address with it. It stays, so that nobody is told the same again. */
  emptied: z.literal(true).optional(),
});
export type Notice = Immutable<z.infer<typeof noticeSchema>>;

const KINDS: Readonly<Record<NoticeEvent['type'], Notice['kind']>> = {
  ReservationCompleted: 'completed',
  ReservationCancelled: 'cancelled',
  // The acceptance and the end are one notice, whichever comes first.
  ReservationRevoked: 'cancelled',
  ReservationRejected: 'rejected',
  ReservationExpired: 'expired',
  ReservationMoved: 'moved',
};

/** Its id follows from the reservation, the kind and the number if there is one, so the same news twice is the same notice. */
export function noticeOf(event: NoticeEvent, customer: Addressee, createdAt: string, dueAt: string): Notice {
  const { reservationId, customerId } = event.data;
  const kind = KINDS[event.type];
  return {
    noticeId: [reservationId, kind, ...('n' in event.data ? [event.data.n] : [])].join(':'),
    customerId,
    reservationId,
    kind,
    ...textOf(event, customer.locale),
    createdAt,
    attempts: 0,
    ...mailFor(event, customer, dueAt),
  };
}

/**
 * To whom it is mailed, if at all. Who never had seats reads it in the app, because anybody can ask for anything in vain.
 * An address that no server takes has failed from the start, and staff are told.
 */
function mailFor(
  { type, data }: NoticeEvent,
  customer: Addressee,
  dueAt: string,
): Pick<Notice, 'to' | 'mail' | 'dueAt'> {
  const neverHadSeats = type === 'ReservationRejected' || data.seats.length === 0;
  return neverHadSeats ? { mail: 'none' } : mailTo(customer, dueAt);
}

function mailTo(customer: Addressee, dueAt: string): Pick<Notice, 'to' | 'mail' | 'dueAt'> {
  if (customer.email === undefined) return { mail: 'none' };
  const to = mailboxOf(customer.email);
  return to === undefined ? { mail: 'failed' } : { to, mail: 'pending', dueAt };
}

const isoTime = (ms: number): string => new Date(ms).toISOString();

const BETWEEN_MAILS: Backoff = { firstMs: 5_000, longestMs: 30 * 60 * 1000 };
/** As long as mail servers try at least. Source: RFC 5321, section 4.5.4.1. */
const GIVE_UP_AFTER_MS = 4 * 24 * 60 * 60 * 1000;

/** How long after a failed attempt a mail is tried again. It doubles, up to half an hour. */
export const retryAfterMs = (attempts: number): number => backoffMs(attempts, BETWEEN_MAILS);

/** A mail that was refused is tried again later, and given up after four days. The notice stays in the app. */
export function mailRefused(before: Notice, nowMs: number, mailError: string): Notice {
  const notice = { ...before, mailError };
  return nowMs - Date.parse(notice.createdAt) > GIVE_UP_AFTER_MS
    ? mailDone(notice, 'failed')
    : { ...notice, dueAt: isoTime(nowMs + retryAfterMs(notice.attempts)) };
}

export const mailSent = (notice: Notice, mailedAt: string): Notice => ({
  ...mailDone(notice, 'sent'),
  mailedAt,
});

/** More than anybody buys in an hour. What is more waits, so that nobody is flooded in our name. */
export const MAX_MAILS_AN_HOUR = 20;
export const MAIL_COUNT_MS = 60 * 60 * 1000;
const PUT_OFF_MS = 10 * 60 * 1000;

/** The customer has had as many mails as anybody gets in an hour, so this one waits. */
export const mailPutOff = (notice: Notice, nowMs: number): Notice => ({
  ...notice,
  dueAt: isoTime(nowMs + PUT_OFF_MS),
});

/** What is left of a notice when its customer is erased. A mail that has not gone will not go. */
export const emptiedNotice = (notice: Notice): Notice => {
  const { to: _to, mailError: _error, dueAt: _due, mail, ...kept } = notice;
  const isOpen = mail === 'pending' || mail === 'failed';
  return { ...kept, subject: '', body: '', mail: isOpen ? 'discarded' : mail, emptied: true };
};

/** Tells a customer who has asked to be erased why that cannot be yet. */
export function notErasedNotice(
  { subject, data }: EventOf<typeof erasureLifted>,
  customer: Addressee,
  createdAt: string,
  dueAt: string,
): Notice {
  return {
    noticeId: `${subject}:not-erased`,
    customerId: data.customerId,
    kind: 'not-erased',
    ...notErasedText(data.objection, customer.locale),
    createdAt,
    attempts: 0,
    ...mailTo(customer, dueAt),
  };
}

/** Nothing is left to be done about the mail. */
export const mailDone = (
  { dueAt: _done, ...notice }: Notice,
  mail: 'sent' | 'failed' | 'discarded',
): Notice => ({
  ...notice,
  mail,
});
