import type { NotificationDeps } from '../../functions/notification/deps';
import type { Addressee } from '../../functions/notification/domain/language';
import type { Mail, Mailer } from '../../functions/notification/mail';
import { noticeStore } from '../../functions/notification/store';
import { markStore } from '../../shared/erasure/mark';
import { keyOf } from '../simulation/database';
import { openContainers } from './containers';
import { openTopic } from './topic';

type Opened = {
  /** Sees each mail and may refuse it. */
  readonly mailer?: Mailer;
  /** Who everybody is. */
  readonly customer?: Addressee;
};

const KIM: Addressee = { email: 'kim@example.com', locale: 'en' };

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
    marks: markStore(container('notification-erasures'), pacing),
    latestAddresseeOf: async () => customer,
    clock: { now: () => clock.nowMs },
    log: { info: () => {}, warn: () => {}, error: (line) => void errors.push(line) },
    authenticate: () => Promise.reject(new Error('nobody calls by HTTP')),
    notices: noticeStore(container('notifications')),
    addresseeOf: async () => customer,
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
