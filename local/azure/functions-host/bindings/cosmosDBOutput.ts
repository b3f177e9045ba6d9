import type { CosmosClient } from '@azure/cosmos';
import type { NamedBinding } from '../app/hostedFunction';
import { type BindingData, fillExpression } from '../invocation/bindingExpression';

/**
 * Upserts one document, or each of a list. Text is taken for JSON.
 *
 * Source: "Azure Cosmos DB output binding for Azure Functions 2.x and higher".
 */
export async function writeCosmosDB(
  client: CosmosClient,
  binding: NamedBinding,
  value: unknown,
  data: BindingData,
): Promise<void> {
  const fill = (name: string) => fillExpression(String(binding[name] ?? ''), data);
  const database = client.database(fill('databaseName'));
  const id = fill('containerName');
  if (binding.createIfNotExists === true) {
    await client.databases.createIfNotExists({ id: database.id });
    await database.containers.createIfNotExists({ id, partitionKey: fill('partitionKey') || '/id' });
  }
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  for (const document of Array.isArray(parsed) ? parsed : [parsed]) {
    // The real host's SDK makes no id up.
    await database.container(id).items.upsert(document, { disableAutomaticIdGeneration: true });
  }
}
