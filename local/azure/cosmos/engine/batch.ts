import { sumOfCharges } from './charges';
import type { Container } from './container';
import { badRequest, CosmosError } from './errors';
import type { Condition } from './items';
import { createItem, deleteItem, readItem, replaceItem, upsertItem } from './items';
import type { ItemResult, WriteMoment } from './itemWrite';
import type { Json, JsonObject, MutableObject } from './json';
import { isObject } from './json';
import { parsePartitionKey } from './partitionKey';
import { patchItem } from './patchItem';

/** Source: "Transactional batch operations in Azure Cosmos DB": at most 100 operations and 2 MB. */
export const MAX_BATCH_OPERATIONS = 100;
export const MAX_BATCH_BYTES = 2 * 1024 * 1024;

export type OperationResult = {
  readonly statusCode: number;
  readonly requestCharge: number;
  readonly eTag?: string;
  /** The item as JSON text. */
  readonly resourceBody?: string;
  readonly subStatusCode?: number;
  readonly retryAfterMilliseconds?: number;
  readonly message?: string;
};
export type BatchResult = {
  readonly ok: boolean;
  readonly charge: number;
  readonly results: OperationResult[];
};

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const conditionOf = (operation: JsonObject): Condition => {
  const ifMatch = textOf(operation.ifMatch);
  const ifNoneMatch = textOf(operation.ifNoneMatch);
  return {
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(ifNoneMatch === undefined ? {} : { ifNoneMatch }),
  };
};

function bodyOf(operation: JsonObject): MutableObject {
  if (!isObject(operation.resourceBody)) throw badRequest('The operation has no resource body.');
  return operation.resourceBody as MutableObject;
}

function idOf(operation: JsonObject): string {
  if (typeof operation.id !== 'string') throw badRequest('The operation has no id.');
  return operation.id;
}

/** Carries out one operation of a batch. Throws `CosmosError` if it is refused. */
function execute(container: Container, moment: WriteMoment, key: string, operation: JsonObject): ItemResult {
  const condition = conditionOf(operation);
  switch (operation.operationType) {
    case 'Create':
      return createItem(container, moment, key, bodyOf(operation));
    case 'Upsert':
      return upsertItem(container, moment, key, bodyOf(operation), condition);
    case 'Replace':
      return replaceItem(container, moment, key, idOf(operation), bodyOf(operation), condition);
    case 'Delete':
      return deleteItem(container, moment.now, key, idOf(operation), condition);
    case 'Read':
      return readItem(container, moment.now, key, idOf(operation), condition);
    case 'Patch':
      return patchItem(container, moment, key, idOf(operation), operation.resourceBody, condition);
    default:
      throw badRequest(`Operation type '${String(operation.operationType)}' is not supported.`);
  }
}

const succeeded = (result: ItemResult): OperationResult => ({
  statusCode: result.status,
  requestCharge: result.charge,
  ...(result.etag === undefined ? {} : { eTag: result.etag }),
  ...(result.body === undefined ? {} : { resourceBody: result.body }),
});

function refused(error: unknown): OperationResult {
  if (!(error instanceof CosmosError)) throw error;
  const { substatus, retryAfterMs } = error.detail;
  return {
    statusCode: error.status,
    requestCharge: error.charge,
    message: error.message,
    ...(substatus === undefined ? {} : { subStatusCode: substatus }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMilliseconds: retryAfterMs }),
  };
}

const FAILED_DEPENDENCY: OperationResult = { statusCode: 424, requestCharge: 0 };

export function parseOperations(body: unknown): readonly JsonObject[] {
  if (!Array.isArray(body) || body.length === 0 || !body.every(isObject)) {
    throw badRequest('A batch needs an array of operations.');
  }
  if (body.length > MAX_BATCH_OPERATIONS) {
    throw badRequest(`Batch request has more operations than what is supported (${MAX_BATCH_OPERATIONS}).`);
  }
  return body;
}

/**
 * All or nothing, under one log sequence number. At the first refused operation everything is rolled back. It shows
 * its own code, every other 424.
 */
export function executeBatch(
  container: Container,
  now: number,
  key: string,
  operations: readonly JsonObject[],
): BatchResult {
  const { storage } = container;
  const lsn = container.sequence.next();
  const results: OperationResult[] = [];
  storage.exec('BEGIN');
  try {
    for (const [ordinal, operation] of operations.entries()) {
      results.push(succeeded(execute(container, { now, lsn, ordinal }, key, operation)));
    }
    storage.exec('COMMIT');
    return { ok: true, charge: sumOfCharges(results.map((result) => result.requestCharge)), results };
  } catch (error) {
    storage.exec('ROLLBACK');
    const failure = refused(error);
    const charge = sumOfCharges([...results.map((result) => result.requestCharge), failure.requestCharge]);
    const failedAt = results.length;
    return {
      ok: false,
      charge,
      results: operations.map((_, i) => (i === failedAt ? failure : FAILED_DEPENDENCY)),
    };
  }
}

/** Each operation for itself, each under its own partition key, as the SDK's bulk requests ask. */
export function executeBulk(
  container: Container,
  now: number,
  operations: readonly JsonObject[],
  continueOnError: boolean,
): BatchResult {
  const results: OperationResult[] = [];
  let ok = true;
  for (const operation of operations) {
    if (!ok && !continueOnError) {
      results.push(FAILED_DEPENDENCY);
      continue;
    }
    try {
      const header = textOf(operation.partitionKey);
      if (header === undefined) throw badRequest('The operation has no partition key.');
      const { key } = parsePartitionKey(header, container.definition.partitionKey);
      const moment = { now, lsn: container.sequence.next(), ordinal: 0 };
      results.push(succeeded(execute(container, moment, key, operation)));
    } catch (error) {
      ok = false;
      results.push(refused(error));
    }
  }
  return { ok, charge: sumOfCharges(results.map((result) => result.requestCharge)), results };
}
