import { ServiceBusClient } from '@azure/service-bus';
import { findConnection } from '../app/connection';
import type { Settings } from '../app/readSettings';

/** The SDK's own pause is 30 s, too long for a bus that is back within a second. */
const OPTIONS = { retryOptions: { retryDelayInMs: 500, maxRetryDelayInMs: 2_000 } };

/** @throws MissingConnectionError when the settings name no namespace. */
export async function connectServiceBus(name: string, settings: Settings): Promise<ServiceBusClient> {
  const connection = findConnection(name, 'fullyQualifiedNamespace', settings);
  if (connection.kind === 'connectionString') return new ServiceBusClient(connection.value, OPTIONS);
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new ServiceBusClient(connection.endpoint, new DefaultAzureCredential(), OPTIONS);
}
