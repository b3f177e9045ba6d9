import { METADATA } from '../engine/charges';
import type { ContainerDefinition } from '../engine/container';
import type { CosmosEngine } from '../engine/engine';
import { badRequest } from '../engine/errors';
import { parseObject } from '../engine/json';
import type { Request, Response } from './message';
import { flag, json, methodNotAllowed, REQUEST_CHARGE } from './message';

const CHARGED = { [REQUEST_CHARGE]: String(METADATA) };

function body(request: Request) {
  const value = parseObject(request.body);
  if (value === undefined)
    throw badRequest('The request payload is invalid. Ensure to provide a valid request payload.');
  return value;
}

/** A list that may be asked for by a query. The query's own filter is `WHERE r.id = @id` at most. */
function list(request: Request, name: string, all: readonly Record<string, unknown>[]): Response {
  const shown = request.method === 'POST' ? all.filter(byId(request)) : all;
  return json(200, { _rid: '', [name]: shown, _count: shown.length }, CHARGED);
}

function byId(request: Request): (each: Record<string, unknown>) => boolean {
  const { query, parameters } = body(request);
  if (typeof query !== 'string' || !/\bwhere\b/i.test(query)) return () => true;
  const named = Array.isArray(parameters) ? parameters[0] : undefined;
  const given =
    named !== undefined && named !== null && typeof named === 'object' && 'value' in named
      ? named.value
      : /'([^']*)'|"([^"]*)"/.exec(query)?.slice(1).find(Boolean);
  return (each) => each.id === given;
}

export function account(host: string): Response {
  const location = { name: 'Local', databaseAccountEndpoint: `http://${host}/` };
  return json(
    200,
    {
      _self: '',
      id: 'local',
      _rid: 'local',
      media: '//media/',
      addresses: '//addresses/',
      _dbs: '//dbs/',
      writableLocations: [location],
      readableLocations: [location],
      enableMultipleWriteLocations: false,
      userReplicationPolicy: { asyncReplication: false, minReplicaSetSize: 1, maxReplicasetSize: 4 },
      userConsistencyPolicy: { defaultConsistencyLevel: 'Session' },
      systemReplicationPolicy: { minReplicaSetSize: 1, maxReplicasetSize: 4 },
      readPolicy: { primaryReadCoefficient: 1, secondaryReadCoefficient: 1 },
      queryEngineConfiguration: '{}',
    },
    CHARGED,
  );
}

export function databases({ catalog }: CosmosEngine, request: Request): Response {
  const describe = catalog.describeDatabase.bind(catalog);
  if (request.method === 'GET' || flag(request, 'x-ms-documentdb-isquery')) {
    return list(request, 'Databases', catalog.databases().map(describe));
  }
  if (request.method !== 'POST') throw methodNotAllowed(request);
  return json(201, describe(catalog.createDatabase(String(body(request).id ?? ''))), CHARGED);
}

export function database({ catalog }: CosmosEngine, id: string, request: Request): Response {
  if (request.method === 'GET') return json(200, catalog.describeDatabase(catalog.database(id)), CHARGED);
  if (request.method !== 'DELETE') throw methodNotAllowed(request);
  catalog.deleteDatabase(id);
  return { status: 204, headers: CHARGED };
}

export function containers({ catalog }: CosmosEngine, databaseId: string, request: Request): Response {
  const describe = catalog.describe.bind(catalog);
  if (request.method === 'GET' || flag(request, 'x-ms-documentdb-isquery')) {
    return list(request, 'DocumentCollections', catalog.containers(databaseId).map(describe));
  }
  if (request.method !== 'POST') throw methodNotAllowed(request);
  const definition = body(request) as unknown as ContainerDefinition;
  return json(201, describe(catalog.createContainer(databaseId, definition)), CHARGED);
}

export function container(engine: CosmosEngine, databaseId: string, id: string, request: Request): Response {
  const { catalog } = engine;
  switch (request.method) {
    case 'GET':
      return json(200, catalog.describe(catalog.container(databaseId, id)), CHARGED);
    case 'PUT': {
      const definition = body(request) as unknown as ContainerDefinition;
      return json(200, catalog.describe(catalog.replaceContainer(databaseId, id, definition)), CHARGED);
    }
    case 'DELETE':
      catalog.deleteContainer(databaseId, id);
      return { status: 204, headers: CHARGED };
    default:
      throw methodNotAllowed(request);
  }
}

/** One physical partition holds everything. */
export function partitionKeyRanges(engine: CosmosEngine, databaseId: string, id: string): Response {
  const { rid, self } = engine.catalog.container(databaseId, id);
  const range = {
    _rid: `${rid}AAAAUA==`,
    id: '0',
    _etag: '"00000000-0000-0000-0000-000000000000"',
    minInclusive: '',
    maxExclusive: 'FF',
    ridPrefix: 0,
    _self: `${self}pkranges/0/`,
    throughputFraction: 1,
    status: 'online',
    parents: [],
    _ts: 0,
  };
  return json(200, { _rid: rid, PartitionKeyRanges: [range], _count: 1 }, { ...CHARGED, etag: '"1"' });
}

/** Throughput is tolerated and kept nowhere. Every container is as if serverless. */
export const offers = (): Response => json(200, { _rid: '', Offers: [], _count: 0 }, CHARGED);
