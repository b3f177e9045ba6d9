import type { JsonObject } from '../engine/json';
import { compileQuery, ROOT_SLOT } from './compileQuery';
import { parseCondition } from './parser';

/** Does the item meet a patch's condition, `from c where …`? Throws 400 if it cannot be read. */
export function evaluateCondition(condition: string, item: JsonObject, now: number): boolean {
  const query = compileQuery(parseCondition(condition));
  const slots = [];
  slots[ROOT_SLOT] = item;
  return !query.visit({ slots, parameters: new Map(), now, aggregates: [] }, () => false);
}
