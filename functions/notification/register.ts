import type { Database } from '@azure/cosmos';
import { app } from '@azure/functions';
import { failureNotes } from '../../shared/cosmos/failures';
import { everySeconds } from '../../shared/cosmos/feed';
import { httpOptions } from '../../shared/http/handler';
import { readSettings } from '../../shared/kernel/config';
import { queueHandler } from '../../shared/messaging/eventHandler';
import { countRuns } from '../../shared/messaging/sweep';
import { notificationDeps, notificationSettings } from './deps';
import { notificationReactions } from './triggers/events';
import { listNotifications, postNotice } from './triggers/notifications';
import { sweepNotices } from './usecases/sendNotice';
import { tendNotices } from './usecases/tendNotices';

/** Every HTTP call of the context, by its function's name. */
export const notificationEndpoints = {
  'notifications-list': listNotifications,
  'notices-post': postNotice,
};

export function registerNotification(database: Database): void {
  const settings = readSettings(notificationSettings);
  const deps = notificationDeps(settings, database);
  const note = failureNotes(database.container('failures'), 'notification', deps.log);

  for (const [name, endpoint] of Object.entries(notificationEndpoints))
    app.http(name, httpOptions(deps, endpoint));

  app.serviceBusQueue('notification-events', {
    connection: 'SERVICEBUS',
    queueName: 'notification',
    handler: queueHandler(deps, notificationReactions, note),
  });
  app.timer('notification-sweep', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('notification-sweep', () => sweepNotices(deps)),
  });
  const tending = { ...deps, everySeconds: settings.SWEEP_SECONDS };
  app.timer('notification-pending', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('notification-pending', () => tendNotices(tending)),
  });
}
