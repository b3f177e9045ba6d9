import type { FeedStart } from '../engine/changeFeed';
import { readChangeFeed } from '../engine/changeFeed';
import type { Container } from '../engine/container';
import type { CosmosEngine } from '../engine/engine';
import { badRequest } from '../engine/errors';
import type { Json } from '../engine/json';
import { isObject, parseObject } from '../engine/json';
import { parsePartitionKey } from '../engine/partitionKey';
import type { PartitionScope } from '../engine/partitionScope';
import { executeQuery } from '../query/executeQuery';
import { queryPlan, refuseUnplanned } from '../query/queryPlan';
import type { Request, Response } from './message';
import { header, json } from './message';

/** What a request for many items gave, before the headers every response has. */
export type FeedOutcome = {
  readonly operation: string;
  readonly charge: number;
  readonly response: Response;
};

/** Results on a page when the SDK does not say. Source: REST API, "x-ms-max-item-count". */
const DEFAULT_PAGE = 100;

const maxItemCount = (request: Request): number =>
  Number(header(request, 'x-ms-max-item-count') ?? DEFAULT_PAGE);

function partitionOf(request: Request, container: Container): PartitionScope | undefined {
  const value = header(request, 'x-ms-documentdb-partitionkey');
  if (value !== undefined) return parsePartitionKey(value, container.definition.partitionKey);
  const min = header(request, 'x-ms-start-epk');
  const max = header(request, 'x-ms-end-epk');
  if (min === undefined || max === undefined) return undefined;
  if (container.definition.partitionKey.version === 1) {
    throw badRequest('A part of a range is understood for partition keys of version 2 alone.');
  }
  return { min, max };
}

const documentsBody = (container: Container, documents: readonly string[]): string =>
  `{"_rid":${JSON.stringify(container.rid)},"Documents":[${documents.join(',')}],"_count":${documents.length}}`;

type QuerySpec = { text: string; parameters: { name: string; value?: Json }[] };

export function querySpec(request: Request): QuerySpec {
  const spec = parseObject(request.body);
  if (typeof spec?.query !== 'string') throw badRequest('The request has no query.');
  const given = Array.isArray(spec.parameters) ? spec.parameters : [];
  const parameters = given.map((each) => {
    if (!isObject(each) || typeof each.name !== 'string') throw badRequest('A query parameter has no name.');
    return each.value === undefined ? { name: each.name } : { name: each.name, value: each.value };
  });
  return { text: spec.query, parameters };
}

export function planQuery(engine: CosmosEngine, request: Request): FeedOutcome {
  const { text, parameters } = querySpec(request);
  return {
    operation: 'queryPlan',
    charge: 0,
    response: json(200, queryPlan(text, parameters, engine.now())),
  };
}

function runQuery(
  engine: CosmosEngine,
  container: Container,
  request: Request,
  { text, parameters }: QuerySpec,
  operation: string,
): FeedOutcome {
  const partition = partitionOf(request, container);
  const continuation = header(request, 'x-ms-continuation');
  const page = executeQuery(
    container,
    engine.now(),
    {
      text,
      parameters,
      maxItems: maxItemCount(request),
      ...(partition === undefined ? {} : { partition }),
      ...(continuation === undefined ? {} : { continuation }),
    },
    (segments) => engine.catalog.indexColumn(container, segments),
  );
  return {
    operation,
    charge: page.charge,
    response: {
      status: 200,
      headers: {
        'x-ms-item-count': String(page.documents.length),
        ...(page.continuation === undefined ? {} : { 'x-ms-continuation': page.continuation }),
      },
      body: documentsBody(container, page.documents),
    },
  };
}

/**
 * A query. Over all partitions the gateway serves only what needs no merging. For the rest it refuses as the service
 * does, and the SDK comes back with the rewritten query for a partition key range.
 */
export function query(engine: CosmosEngine, container: Container, request: Request): FeedOutcome {
  const spec = querySpec(request);
  const scoped =
    header(request, 'x-ms-documentdb-partitionkey') !== undefined ||
    header(request, 'x-ms-documentdb-partitionkeyrangeid') !== undefined;
  if (!scoped) refuseUnplanned(spec.text);
  return runQuery(engine, container, request, spec, 'query');
}

/** `GET …/docs` reads every item. */
export const readFeed = (engine: CosmosEngine, container: Container, request: Request): FeedOutcome =>
  runQuery(engine, container, request, { text: 'SELECT * FROM c', parameters: [] }, 'readFeed');

function feedStart(engine: CosmosEngine, container: Container, request: Request): FeedStart {
  const after = header(request, 'if-none-match');
  if (after === '*') return { afterLsn: container.sequence.current() };
  if (after !== undefined && after !== '') {
    const lsn = Number(after.replaceAll('"', ''));
    if (!Number.isInteger(lsn)) throw badRequest('The change feed continuation is invalid.');
    return { afterLsn: lsn };
  }
  const since = header(request, 'if-modified-since');
  if (since === undefined) return { afterLsn: 0 };
  const ms = Date.parse(since);
  if (Number.isNaN(ms)) throw badRequest(`If-Modified-Since '${since}' is no date.`);
  return { sinceMs: Math.min(ms, engine.now()) };
}

/** `GET …/docs` with `A-IM` reads a page of the change feed, or 304 when nothing is new. */
export function changeFeed(engine: CosmosEngine, container: Container, request: Request): FeedOutcome {
  if (header(request, 'a-im')?.toLowerCase() !== 'incremental feed') {
    throw badRequest('Only the latest-version change feed is supported.');
  }
  const page = readChangeFeed(
    container,
    engine.now(),
    feedStart(engine, container, request),
    partitionOf(request, container),
    maxItemCount(request) === -1 ? DEFAULT_PAGE : maxItemCount(request),
  );
  const headers = { etag: `"${page.lsn}"`, 'x-ms-item-count': String(page.items.length) };
  const response =
    page.items.length === 0
      ? { status: 304, headers }
      : { status: 200, headers, body: documentsBody(container, page.items) };
  const operation = page.items.length === 0 ? 'changeFeed (empty)' : 'changeFeed';
  return { operation, charge: page.charge, response };
}
