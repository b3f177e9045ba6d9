import type { Container } from '../engine/container';
import type { CosmosEngine } from '../engine/engine';
import { badRequest } from '../engine/errors';
import type { Condition } from '../engine/items';
import { createItem, deleteItem, readItem, replaceItem, upsertItem } from '../engine/items';
import type { ItemResult } from '../engine/itemWrite';
import type { MutableObject } from '../engine/json';
import { parseObject } from '../engine/json';
import { parsePartitionKey } from '../engine/partitionKey';
import { patchItem } from '../engine/patchItem';
import type { Request } from './message';
import { flag, header, methodNotAllowed } from './message';

export type ItemOutcome = { readonly operation: string; readonly result: ItemResult };

export function conditionOf(request: Request): Condition {
  const ifMatch = header(request, 'if-match');
  const ifNoneMatch = header(request, 'if-none-match');
  return { ...(ifMatch ? { ifMatch } : {}), ...(ifNoneMatch ? { ifNoneMatch } : {}) };
}

/** The complete partition key of the request. Throws 400 if the header is missing or names only a prefix. */
export function keyOf(request: Request, container: Container): string {
  const value = header(request, 'x-ms-documentdb-partitionkey');
  if (value === undefined) throw badRequest('PartitionKey value must be supplied for this operation.');
  const { key, prefix } = parsePartitionKey(value, container.definition.partitionKey);
  if (prefix)
    throw badRequest("Partition key provided either doesn't correspond to definition in the collection.");
  return key;
}

function bodyOf(request: Request): MutableObject {
  const item = parseObject(request.body);
  if (item === undefined)
    throw badRequest('The request payload is invalid. Ensure to provide a valid request payload.');
  return item;
}

/** `POST …/docs` creates, or upserts if the header says so. */
export function postItem(engine: CosmosEngine, container: Container, request: Request): ItemOutcome {
  const item = bodyOf(request);
  const key = header(request, 'x-ms-documentdb-partitionkey')
    ? keyOf(request, container)
    : container.keyOf(item);
  const moment = engine.moment(container);
  return flag(request, 'x-ms-documentdb-is-upsert')
    ? { operation: 'upsert', result: upsertItem(container, moment, key, item, conditionOf(request)) }
    : { operation: 'create', result: createItem(container, moment, key, item) };
}

/** `…/docs/{id}` is read, replaced, patched or deleted. */
export function itemById(
  engine: CosmosEngine,
  container: Container,
  id: string,
  request: Request,
): ItemOutcome {
  const key = keyOf(request, container);
  const condition = conditionOf(request);
  switch (request.method) {
    case 'GET':
      return { operation: 'read', result: readItem(container, engine.now(), key, id, condition) };
    case 'PUT': {
      const item = bodyOf(request);
      const moment = engine.moment(container);
      return { operation: 'replace', result: replaceItem(container, moment, key, id, item, condition) };
    }
    case 'PATCH': {
      const patch = request.body.startsWith('[') ? { operations: JSON.parse(request.body) } : bodyOf(request);
      const moment = engine.moment(container);
      return { operation: 'patch', result: patchItem(container, moment, key, id, patch, condition) };
    }
    case 'DELETE':
      return { operation: 'delete', result: deleteItem(container, engine.now(), key, id, condition) };
    default:
      throw methodNotAllowed(request);
  }
}
