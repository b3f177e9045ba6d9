import type { Container } from '@azure/cosmos';
import { type ContainerRequest, CosmosClient } from '@azure/cosmos';
import { type CosmosOptions, startCosmos } from './server/startCosmos';

const open = new Set<() => Promise<void>>();

/** Call in `afterEach` or `afterAll`. A test that failed must not leave a server behind that keeps Jest from ending. */
export async function closeAll(): Promise<void> {
  for (const close of [...open]) await close();
}

/**
 * For tests, a server of its own on a free port, in memory unless a folder is given, and the real SDK talking to it.
 */
export async function startWithClient(options: Partial<CosmosOptions> = {}) {
  const server = await startCosmos({ port: 0, ...options });
  const endpoint = `http://127.0.0.1:${server.port}/`;
  const client = new CosmosClient({ endpoint, key: Buffer.from('local').toString('base64') });
  const { database } = await client.databases.createIfNotExists({ id: 'arena' });
  let made = 0;
  const container = async (request: Partial<ContainerRequest> = {}): Promise<Container> => {
    made += 1;
    const { container: created } = await database.containers.create({
      id: `c${made}`,
      partitionKey: '/pk',
      ...request,
    });
    return created;
  };
  const close = async () => {
    if (!open.delete(close)) return;
    client.dispose();
    await server.close();
  };
  open.add(close);
  return { server, endpoint, client, database, container, close };
}

/** The error a promise rejects with, as the SDK shapes it. Fails if it resolves. */
export async function refusal(promise: Promise<unknown>) {
  try {
    await promise;
  } catch (error) {
    return error as {
      code: number;
      substatus?: number;
      body?: { code: string; message: string };
      message: string;
    };
  }
  throw new Error('expected a refusal');
}
