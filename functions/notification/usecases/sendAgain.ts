import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { digest } from '../../../shared/kernel/ids';
import { mailboxOf } from '../../../shared/kernel/mailbox';
import { isoTime } from '../../../shared/kernel/time';
import { problem } from '../../problems';
import type { NotificationDeps } from '../deps';
import { type Notice, noticeAgain } from '../domain/notice';

type Deps = Pick<NotificationDeps, 'clock' | 'notices' | 'customerOf' | 'addresseeOf' | 'marks'>;

export type SendAgain = {
  readonly reservationId: string;
  readonly kind: Notice['kind'];
  /** Where to, if not to the customer's own address. */
  readonly email?: string | undefined;
  /** The request, by whose and which key it was made. */
  readonly callerId: string;
  readonly key: string;
};

/**
 * Tells a customer once more what was told before, the latest of its kind, as a notice of its own. Its id follows from the
 * request, so the same request again is the same notice. The sweep mails it, with the tickets as they are then.
 */
export async function sendAgain(deps: Deps, command: SendAgain): Promise<Notice> {
  const { reservationId, kind, callerId, key } = command;
  const customerId = await deps.customerOf(reservationId);
  if (customerId === undefined) throw problem('not-found', `There is no reservation ${reservationId}.`);
  const noticeId = `${reservationId}:again:${digest([callerId, key], 20)}`;
  const known = await deps.notices.ofReservation(customerId, reservationId);
  const before = known.find((notice) => notice.noticeId === noticeId);
  if (before !== undefined) return sameRequest(before, command);
  const notice = latestToTell(known, kind);
  if (await deps.marks.isMarked(customerId))
    throw problem('erasure-under-way', 'This customer’s data are being erased. Nothing more is sent.');
  const email = command.email ?? (await deps.addresseeOf(customerId))?.email;
  const to = email === undefined ? undefined : mailboxOf(email);
  if (to === undefined)
    throw problem('wrong-state', 'No address is known that a mail server would take. Name one by `email`.');
  const toOther = command.email !== undefined;
  const again = noticeAgain(notice, { noticeId, to, toOther, createdAt: isoTime(deps.clock.now()) });
  const created = await deps.notices.create(again);
  if (created !== 'conflict') return created.value;
  const winner = await deps.notices.read(customerId, noticeId);
  if (winner === undefined) throw new StoreUnavailable(`notice ${noticeId} is not seen yet`);
  return sameRequest(winner.value, command);
}

/** Throws `not-found` when nothing of the kind was told, `wrong-state` when it is not so any more. */
function latestToTell(known: readonly Notice[], kind: Notice['kind']): Notice {
  const [notice] = known
    .filter((one) => one.kind === kind && one.again === undefined)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  if (notice === undefined)
    throw problem('not-found', `Nothing of the kind "${kind}" was told about this reservation.`);
  if (notice.emptied)
    throw problem('wrong-state', 'Its customer was erased, and what the notice said with it.');
  const isOver = known.some((one) => one.kind === 'cancelled' && one.visit?.isOff);
  if (isOver && notice.visit !== undefined && !notice.visit.isOff)
    throw problem('wrong-state', 'The reservation was cancelled since, so its tickets are void.');
  return notice;
}

function sameRequest(notice: Notice, { kind, email }: SendAgain): Notice {
  const isSame =
    notice.kind === kind &&
    (notice.again === 'to-other') === (email !== undefined) &&
    (email === undefined || notice.emptied || mailboxOf(email) === notice.to);
  if (isSame) return notice;
  throw problem('idempotency-key-reused', 'This key was used to send another notice, or to another address.');
}
