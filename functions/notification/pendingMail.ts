import type { PendingItem } from '../../shared/pending/pending';
import type { Trouble } from '../../shared/pending/tendPending';
import type { Notice } from './domain/notice';

export const OWNER = 'notification';

/** A mail that is not sent, as staff see it. */
export const pendingMail = (notice: Notice): Trouble => {
  const { noticeId, reservationId, createdAt, attempts, dueAt, mailError, awaitsTickets, kind, customerId } =
    notice;
  return {
    id: noticeId,
    ...(reservationId === undefined ? {} : { reservationId }),
    since: createdAt,
    reason:
      mailError ??
      (awaitsTickets ? 'It waits for its tickets.' : 'It has not been tried yet, or the attempt had no end.'),
    attempts,
    ...(dueAt === undefined ? {} : { nextAttemptAt: dueAt }),
    body: { notice: kind, customerId },
  };
};

/** One that was given up, or that no server would take. The notice is in the app. */
export const unmailed = (notice: Notice, reason: string): PendingItem => ({
  ...pendingMail(notice),
  kind: 'mail',
  owner: OWNER,
  reason: `${reason}. The notice is in the app; reach the customer by another way.`,
});
