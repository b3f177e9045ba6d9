import type { Database } from '@azure/cosmos';
import { DefaultAzureCredential } from '@azure/identity';
import { ServiceBusClient } from '@azure/service-bus';
import { z } from 'zod';
import {
  type Admit,
  type Authenticate,
  bearerAuthentication,
  gatewayAdmission,
} from '../../shared/http/auth';
import { systemClock } from '../../shared/kernel/clock';
import { coalesceReads } from '../../shared/kernel/coalesce';
import { authSettings, cosmosSettings, MissingSetting } from '../../shared/kernel/config';
import { consoleLog } from '../../shared/telemetry/log';
import { type DeadLetterQueues, deadLetterQueues } from './deadLetterQueues';
import { failureBook } from './failureBook';
import { answerWithin, type Check } from './usecases/health';

/** Every setting this context reads. */
export const operationsSettings = cosmosSettings.extend(authSettings.shape).extend({
  SERVICEBUS: z.string().min(1).optional(),
  SERVICEBUS__fullyQualifiedNamespace: z.string().min(1).optional(),
});
export type OperationsSettings = z.infer<typeof operationsSettings>;

export type OperationsDeps = {
  readonly authenticate: Authenticate;
  readonly admit?: Admit | undefined;
  /** The parts without which nothing can be sold, and how each is. */
  readonly checks: Readonly<Record<string, Check>>;
  readonly deadLetters: DeadLetterQueues;
};

/** A crowd of probes costs one check a moment. */
const CHECK_FRESH_MS = 1_000;
const CHECK_DEADLINE_MS = 2_000;

export function operationsDeps(settings: OperationsSettings, database: Database): OperationsDeps {
  const { SERVICEBUS: connection, SERVICEBUS__fullyQualifiedNamespace: namespace } = settings;
  if (!connection && !namespace)
    throw new MissingSetting('Service Bus needs SERVICEBUS or SERVICEBUS__fullyQualifiedNamespace.');
  const openBus = () =>
    connection
      ? new ServiceBusClient(connection)
      : new ServiceBusClient(namespace ?? '', new DefaultAzureCredential());
  const deadLetters = deadLetterQueues(openBus, failureBook(database.container('failures')));
  const probes: Record<string, () => Promise<unknown>> = {
    cosmos: () => database.container('idempotency').item('health', 'health').read(),
    servicebus: () => deadLetters.probe(),
  };
  const check = coalesceReads(
    (name: string) => answerWithin(CHECK_DEADLINE_MS, probes[name], consoleLog),
    CHECK_FRESH_MS,
    systemClock,
  );
  return {
    authenticate: bearerAuthentication(settings),
    admit: gatewayAdmission(settings),
    checks: Object.fromEntries(Object.keys(probes).map((name) => [name, () => check(name)])),
    deadLetters,
  };
}
