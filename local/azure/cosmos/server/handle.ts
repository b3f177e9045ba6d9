import type { Container } from '../engine/container';
import { type CosmosEngine, nameOf } from '../engine/engine';
import { CosmosError } from '../engine/errors';
import { batch } from './batches';
import { changeFeed, type FeedOutcome, planQuery, query, readFeed } from './feeds';
import { type ItemOutcome, itemById, postItem } from './items';
import type { Request, Response } from './message';
import { errorResponse, flag, header, methodNotAllowed, REQUEST_CHARGE } from './message';
import * as metadata from './metadata';

const noSuchPath = (path: string) => new CosmosError(404, `There is nothing at ${path}.`);

/** Answers one request. Never throws for what a caller did; a defect of this stand-in becomes a 500. */
export function handle(engine: CosmosEngine, request: Request, activityId: string): Response {
  try {
    return withActivity(route(engine, request, activityId), activityId);
  } catch (error) {
    return withActivity(failure(error, activityId), activityId);
  }
}

function failure(error: unknown, activityId: string): Response {
  if (error instanceof CosmosError) return errorResponse(error, activityId);
  console.error('Cosmos DB stand-in:', error);
  return errorResponse(new CosmosError(500, String(error)), activityId);
}

const withActivity = (response: Response, activityId: string): Response => ({
  ...response,
  headers: { ...response.headers, 'x-ms-activity-id': activityId },
});

function segmentsOf(path: string): string[] {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    throw new CosmosError(400, `The path ${path} is not well formed.`);
  }
}

function route(engine: CosmosEngine, request: Request, activityId: string): Response {
  const [dbs, database, colls, collection, ...rest] = segmentsOf(request.path);
  if (dbs === undefined) return metadata.account(header(request, 'host') ?? 'localhost');
  if (dbs === 'offers') return metadata.offers();
  if (dbs !== 'dbs') throw noSuchPath(request.path);
  if (database === undefined) return metadata.databases(engine, request);
  if (colls === undefined) return metadata.database(engine, database, request);
  if (colls !== 'colls') throw noSuchPath(request.path);
  if (collection === undefined) return metadata.containers(engine, database, request);
  return routeContainer(engine, database, collection, rest, request, activityId);
}

function routeContainer(
  engine: CosmosEngine,
  database: string,
  collection: string,
  [kind, id, ...rest]: readonly string[],
  request: Request,
  activityId: string,
): Response {
  if (rest.length > 0) throw noSuchPath(request.path);
  if (kind === undefined) return metadata.container(engine, database, collection, request);
  if (kind === 'pkranges') return metadata.partitionKeyRanges(engine, database, collection);
  if (kind !== 'docs') throw noSuchPath(request.path);
  return documents(engine, engine.catalog.container(database, collection), id, request, activityId);
}

/** Everything about items, throttled, charged, and with the headers of a data-plane response. */
function documents(
  engine: CosmosEngine,
  container: Container,
  id: string | undefined,
  request: Request,
  activityId: string,
): Response {
  const name = nameOf(container);
  const partition = header(request, 'x-ms-documentdb-partitionkey');
  try {
    engine.throttle.check(name);
    const { operation, charge, response } =
      id === undefined ? collection(engine, container, request) : byId(engine, container, id, request);
    engine.throttle.spend(name, charge);
    engine.charges.add(name, operation, charge, partition);
    return dataResponse(container, response, charge);
  } catch (error) {
    if (!(error instanceof CosmosError)) throw error;
    engine.throttle.spend(name, error.charge);
    engine.charges.add(name, `${operationName(request, id)} ${error.status}`, error.charge, partition);
    const refused = errorResponse(error, activityId);
    return dataResponse(container, refused, error.charge);
  }
}

function dataResponse(container: Container, response: Response, charge: number): Response {
  return {
    ...response,
    headers: {
      ...response.headers,
      [REQUEST_CHARGE]: String(charge),
      'x-ms-session-token': `0:-1#${container.sequence.current()}`,
      'x-ms-content-path': container.rid,
      'x-ms-alt-content-path': `dbs/${encodeURIComponent(container.databaseId)}/colls/${encodeURIComponent(container.definition.id)}`,
    },
  };
}

const itemResponse = ({ operation, result }: ItemOutcome): FeedOutcome => ({
  operation,
  charge: result.charge,
  response: {
    status: result.status,
    headers: result.etag === undefined ? {} : { etag: result.etag },
    ...(result.body === undefined ? {} : { body: result.body }),
  },
});

const byId = (engine: CosmosEngine, container: Container, id: string, request: Request): FeedOutcome =>
  itemResponse(itemById(engine, container, id, request));

function collection(engine: CosmosEngine, container: Container, request: Request): FeedOutcome {
  switch (collectionOperation(request)) {
    case 'changeFeed':
      return changeFeed(engine, container, request);
    case 'readFeed':
      return readFeed(engine, container, request);
    case 'queryPlan':
      return planQuery(engine, request);
    case 'batch':
      return batch(engine, container, request);
    case 'query':
      return query(engine, container, request);
    case 'post':
      return itemResponse(postItem(engine, container, request));
    default:
      throw methodNotAllowed(request);
  }
}

function collectionOperation(request: Request) {
  if (request.method === 'GET') return header(request, 'a-im') === undefined ? 'readFeed' : 'changeFeed';
  if (request.method !== 'POST') return 'none';
  if (flag(request, 'x-ms-cosmos-is-query-plan-request')) return 'queryPlan';
  if (flag(request, 'x-ms-cosmos-is-batch-request')) return 'batch';
  const isQuery =
    flag(request, 'x-ms-documentdb-isquery') ||
    header(request, 'content-type')?.startsWith('application/query+json') === true;
  return isQuery ? 'query' : 'post';
}

const METHOD_OPERATIONS: Readonly<Record<string, string>> = {
  GET: 'read',
  PUT: 'replace',
  PATCH: 'patch',
  DELETE: 'delete',
};

function operationName(request: Request, id: string | undefined): string {
  if (id !== undefined) return METHOD_OPERATIONS[request.method] ?? 'other';
  const operation = collectionOperation(request);
  if (operation !== 'post') return operation;
  return flag(request, 'x-ms-documentdb-is-upsert') ? 'upsert' : 'create';
}
