import {
  type Container,
  CosmosClient,
  type Database,
  type OperationInput,
  type SqlParameter,
} from '@azure/cosmos';
import { DefaultAzureCredential } from '@azure/identity';
import { z } from 'zod';
import { type CosmosSettings, MissingSetting } from '../kernel/config';
import type { Versioned } from '../kernel/versioned';
import { recordMetric } from '../telemetry/metrics';

/** A write that Cosmos DB refused for a reason that neither another try nor another state will mend. */
export class StoreDefect extends Error {}

/** A write that Cosmos DB could not take just now (throttled, timed out, moved). */
export class StoreUnavailable extends Error {}

const CONFLICT = new Set([404, 409, 412]);
const PASSING = new Set([408, 410, 429, 449, 500, 502, 503]);
const LOST_CONNECTION = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'TimeoutError',
  'ESOCKETTIMEDOUT',
  'REQUEST_SEND_ERROR',
]);

/** Nobody reads a document back that he has just sent. */
const ECHO_NOTHING = { contentResponseOnWriteEnabled: false };

/** A point read takes milliseconds. The SDK's own deadline is a minute, ten times over for a read, which is none. */
const REQUEST_TIMEOUT_MS = 5_000;

export function openDatabase(settings: CosmosSettings): Database {
  const client = settings.COSMOS
    ? new CosmosClient({
        connectionString: settings.COSMOS,
        connectionPolicy: { enableEndpointDiscovery: false, requestTimeout: REQUEST_TIMEOUT_MS },
      })
    : new CosmosClient({
        endpoint: endpointOf(settings),
        aadCredentials: new DefaultAzureCredential(),
        connectionPolicy: { requestTimeout: REQUEST_TIMEOUT_MS },
      });
  return client.database(settings.COSMOS_DATABASE);
}

function endpointOf({ COSMOS__accountEndpoint: endpoint }: CosmosSettings): string {
  if (endpoint === undefined)
    throw new MissingSetting(
      'Cosmos DB needs COSMOS or COSMOS__accountEndpoint. See local.settings.sample.json.',
    );
  return endpoint;
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;

/** Whether the connection broke. Then only another read can tell whether the write was done. */
const isLostReply = (error: unknown): boolean =>
  LOST_CONNECTION.has(String(codeOf(error))) ||
  /socket hang up|terminated/i.test(String((error as Error)?.message));

/** Records what the store says an operation cost. Some answers do not say. */
const recordCharge = (container: Container, operation: string, requestUnits: number | undefined): void => {
  if (requestUnits)
    recordMetric('marquee.cosmos.charge', requestUnits, { container: container.id, operation });
};

type Stored = { readonly _etag: string; readonly kind?: string };

/**
 * Reads one document by id and partition key. Undefined when there is none (or its TTL has passed), and where a
 * partition holds several kinds and the id is of another. An id may be what a stranger sent.
 */
export async function readDocument<T>(
  container: Container,
  id: string,
  partitionKey: string,
  schema: z.ZodType<T>,
  kind?: string,
): Promise<Versioned<T> | undefined> {
  const { resource, statusCode, requestCharge } = await container.item(id, partitionKey).read<Stored>();
  recordCharge(container, 'read', requestCharge);
  if (statusCode === 404 || resource === undefined) return undefined;
  if (kind !== undefined && resource.kind !== kind) return undefined;
  return storedAs(schema, resource);
}

const storedAs = <T>(schema: z.ZodType<T>, stored: Stored): Versioned<T> => {
  const value = schema.parse(stored);
  return { value, etag: stored._etag, unread: { stored, known: value } };
};

/** What a query finds, with all that a replacement of it needs. */
export const asStored = <T>(schema: z.ZodType<T>) =>
  z.custom<Stored>().transform((stored) => storedAs(schema, stored));

type Parameters = Readonly<Record<string, string | number | boolean | readonly string[]>>;
type QueryOptions = { readonly partitionKey?: string; readonly limit?: number };

/** Runs a query to its end within one partition, or across all when none is given. */
export async function queryDocuments<T>(
  container: Container,
  query: string,
  parameters: Parameters,
  schema: z.ZodType<T>,
  options: QueryOptions = {},
): Promise<T[]> {
  const found: T[] = [];
  for await (const page of queryPages(container, query, parameters, schema, options)) found.push(...page);
  return options.limit === undefined ? found : found.slice(0, options.limit);
}

/** The same page by page, for what is too much to be kept together. It ends with the page that reaches the limit. */
export async function* queryPages<T>(
  container: Container,
  query: string,
  parameters: Parameters,
  schema: z.ZodType<T>,
  { partitionKey, limit }: QueryOptions = {},
): AsyncGenerator<readonly T[]> {
  const spec = {
    query,
    parameters: Object.entries(parameters).map(
      ([name, value]) => ({ name: `@${name}`, value }) as SqlParameter,
    ),
  };
  const iterator = container.items.query<unknown>(spec, {
    ...(partitionKey === undefined ? {} : { partitionKey }),
    ...(limit === undefined ? {} : { maxItemCount: limit }),
  });
  let found = 0;
  while (iterator.hasMoreResults() && (limit === undefined || found < limit)) {
    const { resources = [], requestCharge } = await iterator.fetchNext();
    recordCharge(container, 'query', requestCharge);
    found += resources.length;
    yield resources.map((resource) => schema.parse(resource));
  }
}

/**
 * Applies all operations or none, in one partition. Answers `committed` when all are stored. Answers `conflict` when
 * none is by this call (409 exists already, 412 changed since it was read, 404 gone), and when the reply was lost and
 * they may be. After a conflict read again and decide again. Throws StoreUnavailable when the store is busy,
 * StoreDefect when the operations can never succeed.
 * Source: at most 100 operations and 2 MB, https://learn.microsoft.com/azure/cosmos-db/nosql/transactional-batch
 */
export const commit = async (
  container: Container,
  partitionKey: string,
  operations: OperationInput[],
): Promise<'committed' | 'conflict'> =>
  (await commitBatch(container, partitionKey, operations)) === 'conflict' ? 'conflict' : 'committed';

/** What a write stores, and how. `value` is what this code knows of the document. */
export type DocumentWrite<T> = { readonly value: T; readonly operation: OperationInput };

/**
 * As `commit`, of one document. Answers with the document as it is stored then, so that the next write of it needs no read.
 */
export async function commitDocument<T>(
  container: Container,
  partitionKey: string,
  { value, operation }: DocumentWrite<T>,
): Promise<Versioned<T> | 'conflict'> {
  const etags = await commitBatch(container, partitionKey, [operation]);
  if (etags === 'conflict') return etags;
  const { resourceBody: stored } = operation as { readonly resourceBody: object };
  return { value, etag: etags[0] ?? '', unread: { stored, known: value } };
}

/** The ETag of each document that the batch has stored. */
async function commitBatch(
  container: Container,
  partitionKey: string,
  operations: OperationInput[],
): Promise<readonly string[] | 'conflict'> {
  const answers = await sendBatch(container, partitionKey, operations);
  if (answers === 'reply-lost') return 'conflict';
  const statuses = answers.map(({ status }) => status);
  if (statuses.every((status) => status >= 200 && status < 300)) return answers.map(({ etag = '' }) => etag);
  if (statuses.some((status) => CONFLICT.has(status))) return 'conflict';
  if (statuses.some((status) => PASSING.has(status)))
    throw new StoreUnavailable(`Cosmos DB answered ${statuses}. Send the same request again.`);
  throw new StoreDefect(`Cosmos DB refused a batch: ${statuses}`);
}

type Answer = { readonly status: number; readonly etag?: string };

/** What became of each operation, or of the whole batch. The SDK does not throw when an operation of it fails. */
async function sendBatch(
  container: Container,
  partitionKey: string,
  operations: OperationInput[],
): Promise<readonly Answer[] | 'reply-lost'> {
  try {
    const { result, code, headers } = await container.items.batch(operations, partitionKey, ECHO_NOTHING);
    recordCharge(container, 'batch', Number(headers?.['x-ms-request-charge']));
    return result === undefined
      ? [{ status: Number(code) }]
      : result.map(({ statusCode, eTag }) => ({ status: statusCode, ...(eTag ? { etag: eTag } : {}) }));
  } catch (error) {
    // The SDK puts whatever a batch throws into an error of its own, without its code.
    const fault = (error as Error).cause ?? error;
    if (isLostReply(fault)) return 'reply-lost';
    const status = Number(codeOf(fault));
    if (!Number.isInteger(status) || status === 0) throw fault;
    return [{ status }];
  }
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', ...LOST_CONNECTION]);

/** Azure's messaging clients say of each error whether another try may help, but not of a refused connection. */
const isRetryable = (error: unknown): boolean =>
  (error as { retryable?: unknown } | undefined)?.retryable === true ||
  /ECONNREFUSED|ECONNRESET/.test(String((error as Error | undefined)?.message));

/** True for what passes by itself, as when the store or another service is busy, restarting or out of reach. */
export function isPassingFault(error: unknown): boolean {
  if (error instanceof StoreUnavailable || isLostReply(error) || isRetryable(error)) return true;
  const code = codeOf(error);
  return PASSING.has(Number(code)) || UNREACHABLE.has(String(code));
}
