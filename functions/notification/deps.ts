import type { Database } from '@azure/cosmos';
import { z } from 'zod';
import { failureNotes, type NoteFailure } from '../../shared/cosmos/failures';
import {
  type Admit,
  type Authenticate,
  bearerAuthentication,
  gatewayAdmission,
} from '../../shared/http/auth';
import { type Clock, systemClock } from '../../shared/kernel/clock';
import { authSettings, cosmosSettings, MissingSetting, sweepSettings } from '../../shared/kernel/config';
import { consoleLog, type Log } from '../../shared/telemetry/log';
import { communicationServicesMailer, type Mailer, smtpMailer } from './mail';
import { type NoticeStore, noticeStore } from './store';

/** Every setting this context reads. */
export const notificationSettings = cosmosSettings
  .extend(authSettings.shape)
  .extend(sweepSettings.shape)
  .extend({
    /** A mail server or Azure Communication Services, one of the two. */
    MAIL_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_ACS_ENDPOINT: z.url({ protocol: /^https$/ }).optional(),
    MAIL_FROM: z.string().min(3),
  });
export type NotificationSettings = z.infer<typeof notificationSettings>;

export type NotificationDeps = {
  readonly clock: Clock;
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly admit?: Admit | undefined;
  readonly notices: NoticeStore;
  readonly mail: Mailer;
  /** Notes a notice that cannot be mailed, for staff. */
  readonly noteUnmailed: NoteFailure;
};

export const notificationDeps = (settings: NotificationSettings, database: Database): NotificationDeps => ({
  clock: systemClock,
  log: consoleLog,
  authenticate: bearerAuthentication(settings),
  admit: gatewayAdmission(settings),
  notices: noticeStore(database.container('notifications')),
  mail: mailer(settings),
  noteUnmailed: failureNotes(database.container('failures'), 'notification-mail', consoleLog),
});

function mailer({ MAIL_SMTP_URL, MAIL_ACS_ENDPOINT, MAIL_FROM }: NotificationSettings): Mailer {
  if (MAIL_ACS_ENDPOINT !== undefined) return communicationServicesMailer(MAIL_ACS_ENDPOINT, MAIL_FROM);
  if (MAIL_SMTP_URL !== undefined) return smtpMailer(MAIL_SMTP_URL, MAIL_FROM);
  throw new MissingSetting('Mail needs MAIL_SMTP_URL or MAIL_ACS_ENDPOINT. See local.settings.sample.json.');
}
