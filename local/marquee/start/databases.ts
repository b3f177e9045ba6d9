import { setTimeout as sleep } from 'node:timers/promises';
import { CosmosClient, type Database, IndexingMode } from '@azure/cosmos';
import containers from '../../../shared/containers.json';

const MAX_ATTEMPTS = 20;
const RETRY_MS = 250;

/** Creates the database and the containers of shared/containers.json where they are missing, as the Bicep does in Azure. */
export async function createContainers(connectionString: string, databaseId: string): Promise<void> {
  const client = new CosmosClient(connectionString);
  try {
    const { database } = await persistently(() => client.databases.createIfNotExists({ id: databaseId }));
    for (const [id, container] of Object.entries(containers)) {
      await persistently(() => createContainer(database, id, container));
    }
  } finally {
    client.dispose();
  }
}

type ContainerTable = (typeof containers)[keyof typeof containers];

const createContainer = (database: Database, id: string, { partitionKey, index, ttl }: ContainerTable) =>
  database.containers.createIfNotExists({
    id,
    partitionKey: { paths: [partitionKey] },
    indexingPolicy: {
      indexingMode: IndexingMode.consistent,
      automatic: true,
      includedPaths: index.map((path) => ({ path })),
      excludedPaths: [{ path: '/*' }],
    },
    // −1: no item expires unless it says so itself.
    ...(ttl ? { defaultTtl: -1 } : {}),
  });

/** With chaos on, the stand-in does the work and drops the connection. */
async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === MAX_ATTEMPTS) throw error;
      await sleep(RETRY_MS);
    }
  }
}
