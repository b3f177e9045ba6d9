import { isoTime } from '../../../shared/kernel/time';
import type { Versioned } from '../../../shared/kernel/versioned';
import type { PendingItem } from '../../../shared/pending/pending';
import { askPart, type Probe, partBefore, writeProgress } from '../../../shared/pending/progress';
import { type PendingDeps, type PendingKind, tendPending } from '../../../shared/pending/tendPending';
import type { NotificationDeps } from '../deps';
import { mailDone, type Notice } from '../domain/notice';
import { OWNER, pendingMail } from '../pendingMail';

/** A mail that has not gone by then has been refused once at least. */
const PENDING_AFTER_MS = 60_000;
/** More than so many are not counted. */
const MAX_COUNTED = 1_000;

type Deps = PendingDeps &
  Pick<NotificationDeps, 'clock' | 'notices'> & {
    readonly probeMail: Probe;
    readonly everySeconds: number;
  };

/** Shows which mails are not sent, does what people have asked for about them, and writes how far this context is. */
export async function tendNotices(deps: Deps): Promise<void> {
  const { clock, log, pending, probeMail, everySeconds } = deps;
  const before = await pending.progressOf(OWNER);
  const unsentMail = await tendPending(deps, unsentMails(deps));
  const mail = await askPart(clock, partBefore(before?.value, 'mail'), probeMail, {
    onAway: (reason) => log.error('mail server does not answer', { reason }),
    onBack: () => log.info('mail server answers again'),
  });
  await writeProgress(deps, OWNER, everySeconds, { figures: { unsentMail }, parts: { mail } });
}

const unsentMails = ({ clock, notices }: Deps): PendingKind => {
  const stored = ({ id, body }: PendingItem) => notices.read(String(body?.customerId), id);
  return {
    kind: 'mail',
    owner: OWNER,
    list: async () => {
      const unsent = await notices.unsent(isoTime(clock.now() - PENDING_AFTER_MS), MAX_COUNTED);
      return unsent.map(pendingMail);
    },
    retry: async (item) => {
      const notice = await stored(item);
      if (notice === undefined || !isUnsent(notice.value)) return;
      if (notice.value.to === undefined)
        throw new Error(
          'No mail server would take its address. Reach the customer by another way, then discard it.',
        );
      // One that was given up for its age gets one more attempt.
      const now = isoTime(clock.now());
      const value = { ...notice.value, mail: 'pending' as const, dueAt: now };
      await replaced(notices, { ...notice, value });
    },
    discard: async (item) => {
      const notice = await stored(item);
      if (notice === undefined || !isUnsent(notice.value)) return;
      await replaced(notices, { ...notice, value: mailDone(notice.value, 'discarded') });
    },
    staysPending: async (item) => (await stored(item))?.value.mail === 'failed',
  };
};

const isUnsent = ({ mail }: Notice): boolean => mail === 'pending' || mail === 'failed';

async function replaced(notices: NotificationDeps['notices'], changed: Versioned<Notice>): Promise<void> {
  if ((await notices.replace(changed)) === 'conflict') throw new Error('It is being sent just now.');
}
