import type { Database } from '@azure/cosmos';
import { z } from 'zod';
import { type MarkStore, markStore } from '../../shared/erasure/mark';
import { type AuditTrail, auditTrail } from '../../shared/http/auditTrail';
import {
  type Admit,
  type Authenticate,
  bearerAuthentication,
  gatewayAdmission,
} from '../../shared/http/auth';
import { type Clock, systemClock } from '../../shared/kernel/clock';
import {
  authSettings,
  cosmosSettings,
  eventGridSettings,
  MissingSetting,
  sweepSettings,
  zoneSettings,
} from '../../shared/kernel/config';
import { type Pacing, systemPacing } from '../../shared/kernel/pacing';
import { eventGridPublisher, type Publisher } from '../../shared/messaging/publish';
import { type PendingStore, pendingStore } from '../../shared/pending/pending';
import type { Probe } from '../../shared/pending/progress';
import { consoleLog, type Log } from '../../shared/telemetry/log';
import { addresseeReader, customerReader, type ReadAddressee } from './addressee';
import type { Notice } from './domain/notice';
import {
  communicationServicesMailer,
  communicationServicesProbe,
  type Mailer,
  smtpMailer,
  smtpProbe,
} from './mail';
import { unmailed } from './pendingMail';
import { type NoticeStore, noticeStore } from './store';

/** Every setting this context reads. */
export const notificationSettings = cosmosSettings
  .extend(eventGridSettings.shape)
  .extend(authSettings.shape)
  .extend(sweepSettings.shape)
  .extend(zoneSettings.shape)
  .extend({
    /** A mail server or Azure Communication Services, one of the two. */
    MAIL_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_ACS_ENDPOINT: z.url({ protocol: /^https$/ }).optional(),
    MAIL_FROM: z.string().min(3),
  });
export type NotificationSettings = z.infer<typeof notificationSettings>;

export type NotificationDeps = Pacing & {
  readonly clock: Clock;
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly admit?: Admit | undefined;
  readonly audit?: AuditTrail | undefined;
  readonly notices: NoticeStore;
  readonly addresseeOf: ReadAddressee;
  readonly customerOf: ReturnType<typeof customerReader>;
  /** Customers who have asked to be erased. */
  readonly marks: MarkStore;
  readonly publisher: Publisher;
  /** The theatre's. */
  readonly timeZone: string;
  readonly mail: Mailer;
  /** Notes a notice that cannot be mailed, for staff. */
  readonly noteUnmailed: (notice: Notice, reason: string) => Promise<void>;
};

/** What is only of use to who looks after the whole. */
type OperatorDeps = { readonly pending: PendingStore; readonly probeMail: Probe };

export const notificationDeps = (
  settings: NotificationSettings,
  database: Database,
): NotificationDeps & OperatorDeps => {
  const pending = pendingStore(database.container('pending'));
  return {
    ...systemPacing,
    clock: systemClock,
    log: consoleLog,
    authenticate: bearerAuthentication(settings),
    admit: gatewayAdmission(settings),
    audit: auditTrail(database.container('audit'), systemClock, settings.TIME_ZONE),
    notices: noticeStore(database.container('notifications')),
    addresseeOf: addresseeReader(database.container('reservations')),
    customerOf: customerReader(database.container('reservations')),
    marks: markStore(database.container('notification-erasures'), systemPacing),
    publisher: eventGridPublisher(settings),
    timeZone: settings.TIME_ZONE,
    ...mailServer(settings),
    noteUnmailed: async (notice, reason) => void (await pending.put(unmailed(notice, reason))),
    pending,
  };
};

type MailServer = { readonly mail: Mailer; readonly probeMail: Probe };

function mailServer({
  MAIL_SMTP_URL: url,
  MAIL_ACS_ENDPOINT: acs,
  MAIL_FROM: from,
}: NotificationSettings): MailServer {
  if (acs !== undefined)
    return { mail: communicationServicesMailer(acs, from), probeMail: communicationServicesProbe(acs) };
  if (url !== undefined) return { mail: smtpMailer(url, from), probeMail: smtpProbe(url) };
  throw new MissingSetting('Mail needs MAIL_SMTP_URL or MAIL_ACS_ENDPOINT. See local.settings.sample.json.');
}
