import type { Container, FeedOptions, OperationInput, SqlQuerySpec } from '@azure/cosmos';
import { type ContainerName, type Database, keyOf, partitionKeyOf, sdkError } from './database';

/** Where one call of a container leaves the host; the simulation decides when and whether it arrives. */
export type Passage = <T>(what: string, isWrite: boolean, effect: () => T) => Promise<T>;

/** Which change a read sees, for a container at its change `latest`: a replica may be behind. */
export type ReadPoint = (name: ContainerName, latest: number) => number;

const atOnce: Passage = async (_what, _isWrite, effect) => effect();
const upToDate: ReadPoint = (_name, latest) => latest;

/**
 * The members of the SDK's `Container` that this product uses, straight on the engine: the same answers as
 * `@azure/cosmos` gives (a test holds them together), at a tenth of the cost.
 */
export function directContainer(
  database: Database,
  name: ContainerName,
  passage: Passage = atOnce,
  readPoint: ReadPoint = upToDate,
  rewrite = (operations: OperationInput[]): OperationInput[] => operations,
): Container {
  const read = (id: string, partitionKey: string) =>
    passage(`read ${name} ${id}`, false, () => {
      const resource = database.read(
        name,
        keyOf(partitionKey),
        id,
        readPoint(name, database.versions[name].latest),
      );
      return { statusCode: resource === undefined ? 404 : 200, resource };
    });
  const batch = (operations: OperationInput[], partitionKey: string) => {
    const sent = JSON.stringify(rewrite(operations));
    const written = passage(`write ${name} ${named(operations)}`, true, () => {
      const result = database.batch(name, keyOf(partitionKey), JSON.parse(sent));
      return { code: result.every(({ statusCode }) => statusCode < 300) ? 200 : 207, result };
    });
    return written.catch((cause: unknown) => {
      throw new Error(`Batch request error: ${(cause as Error).message}`, { cause });
    });
  };
  const create = (item: Record<string, unknown>) => {
    const operation = JSON.stringify([{ operationType: 'Create', resourceBody: item }]);
    return passage(`create ${name} ${String(item.id)}`, true, () => {
      const [result] = database.batch(name, keyOf(partitionKeyOf(name, item)), JSON.parse(operation));
      const status = result?.statusCode ?? 0;
      if (status >= 400) throw sdkError(status, `${name}: ${status}`);
      return { statusCode: status };
    });
  };
  const query = (spec: SqlQuerySpec, options: FeedOptions = {}) => {
    let isRead = false;
    const fetchNext = () =>
      passage(`query ${name}`, false, () => {
        isRead = true;
        const key = options.partitionKey === undefined ? undefined : keyOf(String(options.partitionKey));
        return { resources: database.query(name, key, spec.query, spec.parameters ?? []) };
      });
    return { hasMoreResults: () => !isRead, fetchNext };
  };
  return {
    item: (id: string, partitionKey: string) => ({ read: () => read(id, partitionKey) }),
    items: { batch, create, query },
  } as unknown as Container;
}

/** The documents a batch writes, for the trace. */
const named = (operations: readonly OperationInput[]): string =>
  operations
    .map((operation) => {
      const { id, resourceBody } = operation as { id?: string; resourceBody?: { id?: string } };
      return resourceBody?.id ?? id ?? '';
    })
    .join(' ');
