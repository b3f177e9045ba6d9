import type { Database } from '@azure/cosmos';
import { app } from '@azure/functions';
import { failureNotes } from '../../shared/cosmos/failures';
import { everySeconds } from '../../shared/cosmos/feed';
import { httpOptions } from '../../shared/http/handler';
import { readSettings } from '../../shared/kernel/config';
import { queueHandler } from '../../shared/messaging/eventHandler';
import { countRuns } from '../../shared/messaging/sweep';
import { pendingStore } from '../../shared/pending/pending';
import { lendingDeps, lendingSettings } from './deps';
import { lendingReactions } from './triggers/events';
import { deleteItem, getItem, listItems, postItem, putItem } from './triggers/items';
import { getLoan, listLoans, listOut, postLoan, postReturn } from './triggers/loans';
import { sweepLoans } from './usecases/sweepLoans';
import { tendLoans } from './usecases/tendLoans';

/** Every HTTP call of the context, by its function's name. */
export const lendingEndpoints = {
  'items-list': listItems,
  'items-get': getItem,
  'items-post': postItem,
  'items-put': putItem,
  'items-delete': deleteItem,
  'loans-post': postLoan,
  'loans-list': listLoans,
  'loans-get': getLoan,
  'loan-return-post': postReturn,
  'loans-out-list': listOut,
};

export function registerLending(database: Database): void {
  const settings = readSettings(lendingSettings);
  const deps = lendingDeps(settings, database);
  const note = failureNotes(database.container('failures'), 'lending', deps.log);

  for (const [name, endpoint] of Object.entries(lendingEndpoints))
    app.http(name, httpOptions(deps, endpoint));

  app.serviceBusQueue('lending-events', {
    connection: 'SERVICEBUS',
    queueName: 'lending',
    handler: queueHandler(deps, lendingReactions, note),
  });
  app.timer('lending-sweep', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('lending-sweep', () => sweepLoans(deps)),
  });
  const tending = {
    ...deps,
    pending: pendingStore(database.container('pending')),
    everySeconds: settings.SWEEP_SECONDS,
  };
  app.timer('lending-pending', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('lending-pending', () => tendLoans(tending)),
  });
}
