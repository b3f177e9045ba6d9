import type { CosmosClient } from '@azure/cosmos';
import type { NamedBinding } from '../app/hostedFunction';
import { type BindingData, fillExpression, toParameterizedQuery } from '../invocation/bindingExpression';

/**
 * A document by `id` and `partitionKey` (null if there is none), or the documents of `sqlQuery`, or of the whole container.
 *
 * Source: "Azure Cosmos DB input binding for Azure Functions 2.x and higher".
 */
export async function readCosmosDB(
  client: CosmosClient,
  binding: NamedBinding,
  data: BindingData,
): Promise<unknown> {
  const fill = (name: string) => fillExpression(String(binding[name] ?? ''), data);
  const container = client.database(fill('databaseName')).container(fill('containerName'));
  if (binding.id) {
    const id = fill('id');
    const { resource } = await container.item(id, binding.partitionKey ? fill('partitionKey') : id).read();
    return resource ?? null;
  }
  const query = toParameterizedQuery(String(binding.sqlQuery ?? 'SELECT * FROM c'), data);
  const options = binding.partitionKey ? { partitionKey: fill('partitionKey') } : {};
  const { resources } = await container.items.query(query, options).fetchAll();
  return resources;
}
