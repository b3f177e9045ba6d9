import { z } from 'zod';
import { type Backoff, backoffMs } from '../../../shared/kernel/backoff';
import type { Immutable } from '../../../shared/kernel/immutable';
import { mailboxOf } from '../../../shared/kernel/mailbox';
import { isoTime } from '../../../shared/kernel/time';
import type { EventOf } from '../../../shared/messaging/envelope';
import type { erasureLifted } from '../../reservation/contract';
import type { Addressee, NoticeEvent } from './language';
import { languageFor, notErasedText, textOf } from './texts';
import { type Visit, visitOf, visitSchema } from './visit';

/** What a customer is told, once for each reservation, kind and number. `mail` says how far its mail is. */
export const noticeSchema = z.object({
  noticeId: z.string(),
  customerId: z.string(),
  /** Absent when it is about no reservation. */
  reservationId: z.string().optional(),
  kind: z.enum([
    'completed',
    'cancelled',
    'rejected',
    'expired',
    'moved',
    'reduced',
    'put-back',
    'reseated',
    'not-erased',
    'lent',
    'out-of-stock',
    'returned',
    'overdue',
    'joined',
    'left',
    'bill-issued',
    'bill-paid',
    'bill-paid-back',
    'bill-overdue',
  ]),
  subject: z.string(),
  body: z.string(),
  /** In which it is written. The version before did not say. */
  locale: z.enum(['ko', 'en']).optional(),
  visit: visitSchema.optional(),
  /** It is mailed when its tickets are there, or after some minutes without. */
  awaitsTickets: z.literal(true).optional(),
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
  /** Staff have sent another notice once more, to the customer or to another address. */
  again: z.enum(['to-customer', 'to-other']).optional(),
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
  ReservationReduced: 'reduced',
  CancellationPutBack: 'put-back',
  ReservationReseated: 'reseated',
};

/** Its id follows from the reservation, the kind and the number if there is one, so the same news twice is the same notice. */
export function noticeOf(event: NoticeEvent, customer: Addressee, createdAt: string, dueAt: string): Notice {
  const { reservationId, customerId } = event.data;
  const kind = KINDS[event.type];
  return {
    noticeId: [reservationId, kind, ...numberOf(event)].join(':'),
    customerId,
    reservationId,
    kind,
    ...textOf(event, customer.locale),
    locale: languageFor(customer.locale).locale,
    ...withVisit(visitOf(event)),
    createdAt,
    attempts: 0,
    ...mailFor(event, customer, dueAt),
  };
}

/** What may happen more than once has its number. An end happens once, whatever its number. */
const numberOf = ({ type, data }: NoticeEvent): readonly number[] => {
  switch (type) {
    case 'ReservationMoved':
    case 'ReservationReduced':
    case 'ReservationReseated':
    case 'CancellationPutBack':
      return [data.n];
    default:
      return [];
  }
};

/** Before that the sweep leaves a new notice to the handler that is sending it. */
export const FIRST_ATTEMPT_MS = 30_000;

const withVisit = (visit: Visit | undefined): Pick<Notice, 'visit'> => (visit === undefined ? {} : { visit });

/** Longer than issuing takes when nothing is away. Who has paid hears of it, even if the tickets come later. */
const LONGEST_WAIT_MS = 10 * 60 * 1000;

/** Whether its mail waits for its tickets no more. */
export const hasWaited = ({ createdAt }: Notice, nowMs: number): boolean =>
  nowMs - Date.parse(createdAt) >= LONGEST_WAIT_MS;

/** It is looked at again, later each time. */
export const stillAwaiting = (notice: Notice, nowMs: number): Notice => ({
  ...notice,
  awaitsTickets: true,
  dueAt: isoTime(nowMs + Math.max(FIRST_ATTEMPT_MS, nowMs - Date.parse(notice.createdAt))),
});

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

export function mailTo(customer: Addressee, dueAt: string): Pick<Notice, 'to' | 'mail' | 'dueAt'> {
  if (customer.email === undefined) return { mail: 'none' };
  const to = mailboxOf(customer.email);
  return to === undefined ? { mail: 'failed' } : { to, mail: 'pending', dueAt };
}

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
  const {
    to: _to,
    mailError: _error,
    dueAt: _due,
    visit: _visit,
    awaitsTickets: _awaits,
    mail,
    ...kept
  } = notice;
  const isOpen = mail === 'pending' || mail === 'failed';
  return { ...kept, subject: '', body: '', mail: isOpen ? 'discarded' : mail, emptied: true };
};

type Again = {
  readonly noticeId: string;
  readonly to: string;
  readonly toOther: boolean;
  readonly createdAt: string;
};

/** The same notice once more, to be mailed at once. */
export function noticeAgain(notice: Notice, { noticeId, to, toOther, createdAt }: Again): Notice {
  const { mailedAt: _at, mailError: _error, ...same } = notice;
  const again = toOther ? 'to-other' : 'to-customer';
  return { ...same, noticeId, to, again, createdAt, dueAt: createdAt, mail: 'pending', attempts: 0 };
}

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
    locale: languageFor(customer.locale).locale,
    createdAt,
    attempts: 0,
    ...mailTo(customer, dueAt),
  };
}

/** Nothing is left to be done about the mail. */
export const mailDone = (
  { dueAt: _done, awaitsTickets: _has, ...notice }: Notice,
  mail: 'sent' | 'failed' | 'discarded',
): Notice => ({
  ...notice,
  mail,
});
