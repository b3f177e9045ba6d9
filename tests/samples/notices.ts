import { ticketCodes } from '../../functions/admission/codes';
import { ticketsIssued } from '../../functions/admission/contract';
import { customerReader } from '../../functions/notification/addressee';
import type { NotificationDeps } from '../../functions/notification/deps';
import type { Addressee, NoticeEvent } from '../../functions/notification/domain/language';
import type { Mail, Mailer } from '../../functions/notification/mail';
import { noticeStore } from '../../functions/notification/store';
import { hearTickets, notify } from '../../functions/notification/usecases/notify';
import { newTicketKey } from '../../local/marquee/ticketKeys';
import { markStore } from '../../shared/erasure/mark';
import type { EventOf } from '../../shared/messaging/envelope';
import { keyOf } from '../simulation/database';
import { openContainers } from './containers';
import { sampleEvent } from './events';
import { openTopic } from './topic';

const codes = ticketCodes(newTicketKey());

type Opened = {
  /** Sees each mail and may refuse it. */
  readonly mailer?: Mailer;
  /** Who everybody is. */
  readonly customer?: Addressee;
};

const KIM: Addressee = { email: 'kim@example.com', locale: 'en' };

/** Each of these seats has a ticket, which admission tells. A later reseat has given them tickets with later ids. */
export const ticketsFor = (
  { reservationId, performanceId, customerId, seats }: NoticeEvent['data'],
  version = 1,
  reseat = 0,
): EventOf<typeof ticketsIssued> => {
  const tickets = seats.map((seatId, i) => {
    const ticketId = `${reservationId}.${i + 1 + reseat}`;
    return { seatId, ticketId, reseat, code: codes.codeOf(ticketId, performanceId) };
  });
  const data = { reservationId, performanceId, customerId, version, tickets };
  return sampleEvent(ticketsIssued, reservationId, data);
};

/** Tells a customer whose tickets, if any, were told of before. */
export async function tellWithTickets(deps: NotificationDeps, event: NoticeEvent): Promise<void> {
  await hearTickets(deps, ticketsFor(event.data));
  await notify(deps, event);
}

/** Notices on their real store and the real client, in memory. */
export function openNotices({ mailer = async () => {}, customer = KIM }: Opened = {}) {
  const { clock, faults, container, database } = openContainers(1);
  const mails: Mail[] = [];
  const errors: string[] = [];
  const unmailed: string[] = [];
  const topic = openTopic();
  const pacing = { sleep: async () => {}, random: () => 0 };
  const deps: NotificationDeps = {
    ...pacing,
    publisher: topic.publisher,
    timeZone: 'Asia/Seoul',
    marks: markStore(container('notification-erasures'), pacing),
    clock: { now: () => clock.nowMs },
    log: { info: () => {}, warn: () => {}, error: (line) => void errors.push(line) },
    authenticate: () => Promise.reject(new Error('nobody calls by HTTP')),
    notices: noticeStore(container('notifications')),
    addresseeOf: async () => customer,
    customerOf: customerReader(container('reservations')),
    mail: async (mail) => {
      await mailer(mail);
      mails.push(mail);
    },
    noteUnmailed: async ({ noticeId }, reason) => void unmailed.push(`${noticeId}: ${reason}`),
  };
  const stored = (customerId: string) => deps.notices.of(customerId, { after: undefined, limit: 100 });
  const documents = (customerId: string) =>
    database.query('notifications', keyOf(customerId), 'SELECT * FROM c', []);
  return { deps, topic, clock, faults, container, documents, mails, stored, errors: () => errors, unmailed };
}
