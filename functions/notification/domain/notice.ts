import { type NoticeEvent, texts } from './texts';

export type NoticeKind = 'completed' | 'cancelled' | 'rejected' | 'expired';

/** What a customer is told, once for each reservation and kind. `mail` says how far its mail is. */
export type Notice = {
  readonly noticeId: string;
  readonly customerId: string;
  readonly reservationId: string;
  readonly kind: NoticeKind;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: string;
  /** Absent: the customer gave no address and reads it in the app. */
  readonly to?: string | undefined;
  readonly mail: 'pending' | 'sent' | 'failed' | 'none';
  readonly attempts: number;
  /** UTC; when the mail is tried again. Absent: nothing is left to be done. */
  readonly dueAt?: string | undefined;
};

const KINDS: Readonly<Record<NoticeEvent['type'], NoticeKind>> = {
  ReservationCompleted: 'completed',
  ReservationCancelled: 'cancelled',
  ReservationRejected: 'rejected',
  ReservationExpired: 'expired',
};

/** Its id follows from the reservation and the kind, so the same news twice is the same notice. */
export function noticeOf(event: NoticeEvent, createdAt: string, dueAt: string): Notice {
  const { reservationId, customerId, customer } = event.data;
  const kind = KINDS[event.type];
  const to = customer.email;
  return {
    noticeId: `${reservationId}:${kind}`,
    customerId,
    reservationId,
    kind,
    ...texts(event, customer.locale),
    createdAt,
    attempts: 0,
    ...(to === undefined ? { mail: 'none' } : { to, mail: 'pending', dueAt }),
  };
}

const FIRST_RETRY_MS = 5_000;
const MAX_RETRY_MS = 30 * 60 * 1000;
/** As long as mail servers try at least. Source: RFC 5321, section 4.5.4.1. */
const GIVE_UP_AFTER_MS = 4 * 24 * 60 * 60 * 1000;

/** How long after a failed attempt a mail is tried again: doubling, up to half an hour. */
export const retryAfterMs = (attempts: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts, 20), MAX_RETRY_MS);

/** The mail was refused: it is tried again later, and given up after four days. The notice stays in the app. */
export const mailRefused = (notice: Notice, nowMs: number): Notice =>
  nowMs - Date.parse(notice.createdAt) > GIVE_UP_AFTER_MS
    ? mailDone(notice, 'failed')
    : { ...notice, dueAt: new Date(nowMs + retryAfterMs(notice.attempts)).toISOString() };

/** Nothing is left to be done about the mail. */
export const mailDone = ({ dueAt: _done, ...notice }: Notice, mail: 'sent' | 'failed'): Notice => ({
  ...notice,
  mail,
});
