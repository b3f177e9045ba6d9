import type { Database } from '@azure/cosmos';
import { app } from '@azure/functions';
import { failureNotes } from '../../shared/cosmos/failures';
import { httpOptions } from '../../shared/http/handler';
import { readSettings } from '../../shared/kernel/config';
import { queueHandler } from '../../shared/messaging/eventHandler';
import { admissionDeps, admissionSettings } from './deps';
import { deleteAdmission, getDoor, postAdmissions } from './triggers/door';
import { admissionReactions } from './triggers/events';
import { listTickets } from './triggers/tickets';

/** Every HTTP call of the context, by its function's name. */
export const admissionEndpoints = {
  'tickets-list': listTickets,
  'admissions-post': postAdmissions,
  'admissions-delete': deleteAdmission,
  'door-get': getDoor,
};

export function registerAdmission(database: Database): void {
  const deps = admissionDeps(readSettings(admissionSettings), database);
  const note = failureNotes(database.container('failures'), 'admission', deps.log);

  for (const [name, endpoint] of Object.entries(admissionEndpoints))
    app.http(name, httpOptions(deps, endpoint));

  app.serviceBusQueue('admission-events', {
    connection: 'SERVICEBUS',
    queueName: 'admission',
    handler: queueHandler(deps, admissionReactions, note),
  });
}
