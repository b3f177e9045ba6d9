import { z } from 'zod';
import { type Authenticate, bearerAuthentication } from '../../shared/auth';
import { type Clock, systemClock } from '../../shared/clock';
import { authSettings, cosmosSettings, sweepSettings } from '../../shared/config';
import { openDatabase } from '../../shared/cosmos';
import { consoleLog, type Log } from '../../shared/log';
import { type Mailer, smtpMailer } from './mail';
import { type NoticeStore, noticeStore } from './store';

/** Every setting this context reads. */
export const notificationSettings = cosmosSettings
  .extend(authSettings.shape)
  .extend(sweepSettings.shape)
  .extend({ MAIL_SMTP_URL: z.url({ protocol: /^smtps?$/ }), MAIL_FROM: z.string().min(3) });
export type NotificationSettings = z.infer<typeof notificationSettings>;

export type NotificationDeps = {
  readonly clock: Clock;
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly notices: NoticeStore;
  readonly mail: Mailer;
};

export const notificationDeps = (settings: NotificationSettings): NotificationDeps => ({
  clock: systemClock,
  log: consoleLog,
  authenticate: bearerAuthentication(settings),
  notices: noticeStore(openDatabase(settings).container('notifications')),
  mail: smtpMailer(settings.MAIL_SMTP_URL, settings.MAIL_FROM),
});
