import type { Database } from '@azure/cosmos';
import { app } from '@azure/functions';
import { everySeconds } from '../../shared/cosmos/feed';
import { httpOptions } from '../../shared/http/handler';
import { readSettings } from '../../shared/kernel/config';
import { countRuns } from '../../shared/messaging/sweep';
import { operationsDeps, operationsSettings } from './deps';
import { listAudit } from './triggers/audit';
import { listDeadLetters, replayDeadLetters } from './triggers/deadLetters';
import { getHealth } from './triggers/health';
import { getOpenApi } from './triggers/openapi';
import { discardPending, getPending, listPending, retryPending } from './triggers/pending';
import { tendDeadLetters } from './usecases/tendDeadLetters';

/** Every HTTP call of the context, by its function's name. */
export const operationsEndpoints = (document: () => unknown) => ({
  'health-get': getHealth,
  'openapi-get': getOpenApi(document),
  'deadletters-list': listDeadLetters,
  'deadletters-replay': replayDeadLetters,
  'pending-list': listPending,
  'pending-get': getPending,
  'pending-retry': retryPending,
  'pending-discard': discardPending,
  'audit-list': listAudit,
});

export function registerOperations(database: Database, document: () => unknown): void {
  const settings = readSettings(operationsSettings);
  const deps = operationsDeps(settings, database);

  for (const [name, endpoint] of Object.entries(operationsEndpoints(document)))
    app.http(name, httpOptions(deps, endpoint));

  const tending = { ...deps, everySeconds: settings.SWEEP_SECONDS };
  app.timer('operations-pending', {
    schedule: everySeconds(settings.SWEEP_SECONDS),
    handler: countRuns('operations-pending', () => tendDeadLetters(tending)),
  });
}
