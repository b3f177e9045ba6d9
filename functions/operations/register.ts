import type { Database } from '@azure/cosmos';
import { app } from '@azure/functions';
import { httpOptions } from '../../shared/http/handler';
import { readSettings } from '../../shared/kernel/config';
import { operationsDeps, operationsSettings } from './deps';
import { listDeadLetters, replayDeadLetters } from './triggers/deadLetters';
import { getHealth } from './triggers/health';
import { getOpenApi } from './triggers/openapi';

/** Every HTTP call of the context, by its function's name. */
export const operationsEndpoints = (document: () => unknown) => ({
  'health-get': getHealth,
  'openapi-get': getOpenApi(document),
  'deadletters-list': listDeadLetters,
  'deadletters-replay': replayDeadLetters,
});

export function registerOperations(database: Database, document: () => unknown): void {
  const deps = operationsDeps(readSettings(operationsSettings), database);

  for (const [name, endpoint] of Object.entries(operationsEndpoints(document)))
    app.http(name, httpOptions(deps, endpoint));
}
