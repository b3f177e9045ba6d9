import { CosmosClient } from '@azure/cosmos';
import { findConnection } from '../app/connection';
import type { Settings } from '../app/readSettings';

/** @throws MissingConnectionError when the settings name no account. */
export async function connectCosmos(name: string, settings: Settings): Promise<CosmosClient> {
  const connection = findConnection(name, 'accountEndpoint', settings);
  if (connection.kind === 'connectionString') return new CosmosClient(connection.value);
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new CosmosClient({ endpoint: connection.endpoint, aadCredentials: new DefaultAzureCredential() });
}
