import type { BatchResult, OperationResult } from '../engine/batch';
import { executeBatch, executeBulk, MAX_BATCH_BYTES, parseOperations } from '../engine/batch';
import type { Container } from '../engine/container';
import type { CosmosEngine } from '../engine/engine';
import { badRequest, CosmosError } from '../engine/errors';
import type { FeedOutcome } from './feeds';
import { keyOf } from './items';
import type { Request } from './message';
import { flag, header } from './message';

function parseBody(request: Request): unknown {
  try {
    return JSON.parse(request.body);
  } catch {
    throw badRequest('The request payload is invalid. Ensure to provide a valid request payload.');
  }
}

/** The stored item is JSON text already, so it goes into the result as it is. */
function resultText({ resourceBody, ...rest }: OperationResult, minimal: boolean): string {
  const text = JSON.stringify(rest);
  return resourceBody === undefined || minimal
    ? text
    : `${text.slice(0, -1)},"resourceBody":${resourceBody}}`;
}

/** `POST …/docs` with the batch header is a transactional batch, or operations each for itself (bulk). */
export function batch(engine: CosmosEngine, container: Container, request: Request): FeedOutcome {
  const atomic = flag(request, 'x-ms-cosmos-batch-atomic');
  if (Buffer.byteLength(request.body) > MAX_BATCH_BYTES)
    throw new CosmosError(413, 'Request size is too large.');
  const operations = parseOperations(parseBody(request));
  const now = engine.now();
  const result: BatchResult = atomic
    ? executeBatch(container, now, keyOf(request, container), operations)
    : executeBulk(container, now, operations, flag(request, 'x-ms-cosmos-batch-continue-on-error'));
  const minimal = header(request, 'prefer') === 'return=minimal';
  return {
    operation: atomic ? 'batch' : 'bulk',
    charge: result.charge,
    response: {
      status: result.ok ? 200 : 207,
      headers: {},
      body: `[${result.results.map((each) => resultText(each, minimal)).join(',')}]`,
    },
  };
}
