import { evaluateCondition } from '../query/condition';
import { patchCharge, READ, REFUSED_WRITE, type Replaced } from './charges';
import type { Container } from './container';
import { isLive } from './container';
import { badRequest, itemNotFound, preconditionFailed } from './errors';
import type { Condition } from './items';
import type { ItemResult, WriteMoment } from './itemWrite';
import { matches, overwriteItem } from './itemWrite';
import type { Json, MutableObject } from './json';
import { isObject } from './json';
import { applyPatch } from './patch';

/** `[…]` or `{operations: […], condition?: "from c where …"}`, as the SDK sends it. */
function parsePatch(body: Json | undefined): { operations: readonly Json[]; condition: string | undefined } {
  if (Array.isArray(body)) return { operations: body, condition: undefined };
  if (!isObject(body) || !Array.isArray(body.operations)) {
    throw badRequest('A patch needs an array of operations.');
  }
  const condition = body.condition;
  return { operations: body.operations, condition: typeof condition === 'string' ? condition : undefined };
}

/** Changes some properties of an item. It is 412 if its ETag or the patch's own condition does not hold. */
export function patchItem(
  container: Container,
  moment: WriteMoment,
  key: string,
  id: string,
  body: Json | undefined,
  condition: Condition = {},
): ItemResult {
  const patch = parsePatch(body);
  const existing = container.findWhole(key, id);
  if (existing === undefined || !isLive(existing, moment.now)) throw itemNotFound(READ);
  if (!matches(condition.ifMatch, existing.etag)) throw preconditionFailed(REFUSED_WRITE);
  const item = JSON.parse(existing.body) as MutableObject;
  if (patch.condition !== undefined && !evaluateCondition(patch.condition, item, moment.now)) {
    throw preconditionFailed(REFUSED_WRITE);
  }
  applyPatch(item, patch.operations, container.definition.partitionKey.paths);
  const chargeOf = (replaced: Replaced) => patchCharge(replaced, patch.operations.length);
  return overwriteItem(container, moment, key, existing, item, chargeOf);
}
