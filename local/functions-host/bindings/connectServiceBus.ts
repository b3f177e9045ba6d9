import { ServiceBusClient } from '@azure/service-bus';
import { findConnection } from '../app/connection';
import type { Settings } from '../app/readSettings';

/** @throws MissingConnectionError when the settings name no namespace. */
export async function connectServiceBus(name: string, settings: Settings): Promise<ServiceBusClient> {
  const connection = findConnection(name, 'fullyQualifiedNamespace', settings);
  if (connection.kind === 'connectionString') return new ServiceBusClient(connection.value);
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new ServiceBusClient(connection.endpoint, new DefaultAzureCredential());
}
