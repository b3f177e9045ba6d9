import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../shared/kernel/time';
import type { Versioned } from '../../../shared/kernel/versioned';
import type { EventOf } from '../../../shared/messaging/envelope';
import type { ticketsIssued } from '../../admission/contract';
import type { erasureLifted } from '../../reservation/contract';
import type { NotificationDeps } from '../deps';
import type { NoticeEvent } from '../domain/language';
import { type LoanEvent, loanNotice } from '../domain/loanNotice';
import { type MemberEvent, memberNotice } from '../domain/memberNotice';
import { FIRST_ATTEMPT_MS, type Notice, notErasedNotice, noticeOf } from '../domain/notice';
import type { HeardTickets, IssuedTicket } from '../domain/visit';
import { type MailDeps, send, sendAwaiting, tellStaff, ticketsFor } from './sendNotice';

/**
 * Tells a customer what became of a reservation. The notice is stored first, then mailed. The same news twice finds the
 * notice and does nothing. A mail with tickets waits until they are heard of. A mail that fails is tried again by the sweep
 * for four days, and never holds up the queue. What cannot be mailed is noted for staff.
 */
export async function notify(
  deps: MailDeps & Pacing & Pick<NotificationDeps, 'addresseeOf'>,
  event: NoticeEvent,
): Promise<void> {
  const { customerId, reservationId } = event.data;
  const bought = isJustBought(event, deps.clock.now()) ? reservationId : undefined;
  const customer = await deps.addresseeOf(customerId, bought);
  if (customer === undefined) throw new StoreUnavailable(`reservation ${reservationId} is not seen yet`);
  const nowMs = deps.clock.now();
  const notice = noticeOf(event, customer, isoTime(nowMs), isoTime(nowMs + FIRST_ATTEMPT_MS));
  const tickets = notice.mail === 'pending' ? await ticketsFor(deps, notice) : [];
  await storeAndSend(deps, tickets === undefined ? { ...notice, awaitsTickets: true } : notice, tickets);
  if (notice.visit?.isOff)
    await keepTickets(deps, { reservationId, customerId, version: notice.visit.version, tickets: [] });
}

/** For so long after a sale its buyer is who has given an address last. */
const JUST_BOUGHT_MS = 10 * 60 * 1000;

const isJustBought = ({ type, time }: NoticeEvent, nowMs: number): boolean =>
  type === 'ReservationCompleted' && nowMs - Date.parse(time) < JUST_BOUGHT_MS;

type Pacing = Pick<NotificationDeps, 'sleep' | 'random'>;

export async function hearTickets(
  deps: MailDeps & Pacing,
  { data }: EventOf<typeof ticketsIssued>,
): Promise<void> {
  const { reservationId, customerId, version, tickets } = data;
  if (customerId !== undefined && tickets !== undefined)
    await keepTickets(deps, { reservationId, customerId, version, tickets });
}

type Tickets = Omit<HeardTickets, 'heardAt'> & { readonly reservationId: string };

/**
 * Keeps the tickets of a reservation, of which the newest version counts, and sends what has waited for them. What was
 * cancelled has none, and nothing waits for them any more. A copy does nothing: should who kept them have died before it
 * sent, the sweep sends.
 */
async function keepTickets(deps: MailDeps & Pacing, of: Tickets): Promise<void> {
  const { reservationId, customerId, version, tickets } = of;
  const value = { customerId, version, tickets, heardAt: isoTime(deps.clock.now()) };
  // At the first try they are taken for the first, which they mostly are.
  let before: Versioned<HeardTickets> | undefined;
  const kept = await untilCommitted(deps, `tickets of reservation ${reservationId}`, async (tries) => {
    const known = tries === 0 ? undefined : await deps.notices.tickets(customerId, reservationId);
    if (known !== undefined && known.value.version >= version) return 'unchanged';
    before = known;
    return deps.notices.keepTickets(reservationId, { ...(known ?? { etag: undefined }), value });
  });
  if (kept === 'unchanged') return;
  for (const awaiting of await deps.notices.awaitingTickets(customerId, reservationId))
    await sendAwaiting(deps, awaiting, value, before?.value);
}

/** The erasure that a customer has asked for is off. The mark is taken off, and the customer is told why. */
export async function tellNotErased(
  deps: MailDeps & Pick<NotificationDeps, 'addresseeOf' | 'marks'>,
  event: EventOf<typeof erasureLifted>,
): Promise<void> {
  const { customerId, n, at } = event.data;
  await deps.marks.set({ customerId, n, at, state: 'lifted' });
  const customer = (await deps.addresseeOf(customerId)) ?? {};
  const nowMs = deps.clock.now();
  const dueAt = isoTime(nowMs + FIRST_ATTEMPT_MS);
  await storeAndSend(deps, notErasedNotice(event, customer, isoTime(nowMs), dueAt), []);
}

/** Tells a customer what became of a loan. Who has never reserved anything has no address here, and reads it in the app. */
export async function tellLoan(
  deps: MailDeps & Pick<NotificationDeps, 'addresseeOf' | 'timeZone'>,
  event: LoanEvent,
): Promise<void> {
  const { timeZone } = deps;
  const customer = (await deps.addresseeOf(event.data.customerId)) ?? {};
  const nowMs = deps.clock.now();
  const dueAt = isoTime(nowMs + FIRST_ATTEMPT_MS);
  await storeAndSend(deps, loanNotice(event, { ...customer, timeZone }, isoTime(nowMs), dueAt), []);
}

/** The same for what happened to a member. */
export async function tellMember(
  deps: MailDeps & Pick<NotificationDeps, 'addresseeOf'>,
  event: MemberEvent,
): Promise<void> {
  const customer = (await deps.addresseeOf(event.data.customerId)) ?? {};
  const nowMs = deps.clock.now();
  const dueAt = isoTime(nowMs + FIRST_ATTEMPT_MS);
  await storeAndSend(deps, memberNotice(event, customer, isoTime(nowMs), dueAt), []);
}

/** Without tickets it is stored, and waits. */
async function storeAndSend(
  deps: MailDeps,
  notice: Notice,
  tickets: readonly IssuedTicket[] | undefined,
): Promise<void> {
  const created = await deps.notices.create(notice);
  if (created === 'conflict') await expectNotice(deps, notice);
  // Told at every copy, for who stored the notice may have died before it told.
  if (notice.mail === 'failed') await tellStaff(deps, notice, 'no mail server would take the address');
  else if (created !== 'conflict' && tickets !== undefined) await send(deps, created, tickets);
}

/** A conflict may be a lost connection, and only a notice that can be read is one. Otherwise the event comes again. */
async function expectNotice({ notices }: MailDeps, { customerId, noticeId }: Notice): Promise<void> {
  const before = await notices.read(customerId, noticeId);
  if (before === undefined) throw new StoreUnavailable(`notice ${noticeId} is not seen yet`);
}
