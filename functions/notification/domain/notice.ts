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
  readonly mail: 'pending' | 'sent' | 'none';
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
const MAX_RETRY_MS = 5 * 60 * 1000;

/** How long after a failed attempt a mail is tried again: doubling, up to five minutes, without end. */
export const retryAfterMs = (attempts: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts, 20), MAX_RETRY_MS);
