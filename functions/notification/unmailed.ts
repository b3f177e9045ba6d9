import type { NoteFailure } from '../../shared/cosmos/failures';
import type { PendingStore } from '../../shared/pending/pending';
import type { Trouble } from '../../shared/pending/tendPending';
import { type Log, reasonOf } from '../../shared/telemetry/log';
import { type Notice, noticeSchema } from './domain/notice';

export const OWNER = 'notification';
export const KIND = 'mail';

/** A notice whose mail has not gone, as people may see it. */
export const troubleOf = (notice: Notice): Trouble => {
  const { noticeId, reservationId, createdAt, attempts, dueAt, mailError, kind, customerId } = notice;
  return {
    id: noticeId,
    reservationId,
    since: createdAt,
    reason: mailError ?? 'It has not been tried yet, or the attempt had no end.',
    attempts,
    ...(dueAt === undefined ? {} : { nextAttemptAt: dueAt }),
    body: { notice: kind, customerId },
  };
};

/** Notes a mail that was given up among what is pending. Never throws, for what failed may be the store itself. */
export const unmailedNotes =
  (pending: PendingStore, log: Log): NoteFailure =>
  async (id, reason, notice) => {
    try {
      await pending.put({ ...troubleOf(noticeSchema.parse(notice)), reason, kind: KIND, owner: OWNER });
    } catch (error) {
      log.warn('failure could not be noted', { source: 'notification-mail', id, reason: reasonOf(error) });
    }
  };
