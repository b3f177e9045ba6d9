import type { Container, Database } from '@azure/cosmos';
import { DefaultAzureCredential } from '@azure/identity';
import { ServiceBusClient } from '@azure/service-bus';
import { z } from 'zod';
import { readFailure } from '../../shared/cosmos/failures';
import { type AuditTrail, auditTrail } from '../../shared/http/auditTrail';
import {
  type Admit,
  type Authenticate,
  bearerAuthentication,
  gatewayAdmission,
} from '../../shared/http/auth';
import { remoteKeys } from '../../shared/http/keySet';
import { type Clock, systemClock } from '../../shared/kernel/clock';
import {
  authSettings,
  cosmosSettings,
  MissingSetting,
  sweepSettings,
  zoneSettings,
} from '../../shared/kernel/config';
import { type Pacing, systemPacing } from '../../shared/kernel/pacing';
import { type PendingStore, pendingStore } from '../../shared/pending/pending';
import { consoleLog, type Log, reasonOf } from '../../shared/telemetry/log';
import { type DeadLetterQueues, deadLetterQueues } from './deadLetterQueues';
import type { ReadLastError } from './explainDeadLetter';
import { type Health, healthOf } from './usecases/health';

/** Every setting this context reads. */
export const operationsSettings = cosmosSettings
  .extend(authSettings.shape)
  .extend(zoneSettings.shape)
  .extend(sweepSettings.shape)
  .extend({
    SERVICEBUS: z.string().min(1).optional(),
    SERVICEBUS__fullyQualifiedNamespace: z.string().min(1).optional(),
  });
export type OperationsSettings = z.infer<typeof operationsSettings>;

export type OperationsDeps = Pacing & {
  readonly clock: Clock;
  readonly log: Log;
  readonly authenticate: Authenticate;
  readonly admit?: Admit | undefined;
  readonly audit: AuditTrail;
  /** How the whole is, with at most one look a moment. */
  readonly health: () => Promise<Health>;
  readonly deadLetters: DeadLetterQueues;
  readonly pending: PendingStore;
};

export function operationsDeps(settings: OperationsSettings, database: Database): OperationsDeps {
  const keys = remoteKeys(settings.AUTH_JWKS_URI);
  const deadLetters = deadLetterQueues(busOf(settings), lastErrors(database.container('failures')));
  const pending = pendingStore(database.container('pending'));
  const probes = {
    database: () => database.container('idempotency').item('health', 'health').read(),
    messaging: () => deadLetters.probe(),
    identity: keys.fetchAnew,
  };
  return {
    ...systemPacing,
    clock: systemClock,
    log: consoleLog,
    authenticate: bearerAuthentication(settings, keys),
    admit: gatewayAdmission(settings),
    audit: auditTrail(database.container('audit'), systemClock, settings.TIME_ZONE),
    health: healthOf({
      clock: systemClock,
      log: consoleLog,
      probes,
      hasKeys: keys.hasKeys,
      progress: pending.progress,
    }),
    deadLetters,
    pending,
  };
}

function busOf({
  SERVICEBUS: connection,
  SERVICEBUS__fullyQualifiedNamespace: namespace,
}: OperationsSettings): () => ServiceBusClient {
  if (!connection && !namespace)
    throw new MissingSetting('Service Bus needs SERVICEBUS or SERVICEBUS__fullyQualifiedNamespace.');
  return () =>
    connection
      ? new ServiceBusClient(connection)
      : new ServiceBusClient(namespace ?? '', new DefaultAzureCredential());
}

/** What the handlers of the queues have noted of their failures. */
const lastErrors =
  (failures: Container): ReadLastError =>
  async (queue, eventId) => {
    try {
      return (await readFailure(failures, queue, eventId))?.value.reason;
    } catch (error) {
      return `which one cannot be read now: ${reasonOf(error)}`;
    }
  };
