import { badRequest } from './errors';
import type { Json, JsonObject, MutableObject } from './json';
import { isObject } from './json';

/** Source: "Partial document update in Azure Cosmos DB": at most 10 operations. */
const MAX_OPERATIONS = 10;
const SYSTEM = new Set(['id', '_rid', '_self', '_etag', '_attachments', '_ts']);

type Parent = MutableObject | Json[];

const invalid = (path: string, why: string) =>
  badRequest(`For Patch operation at path '${path}': ${why}`, { substatus: 1_001 });

/** A JSON pointer such as `/a/b~1c/0`. */
const pointer = (path: Json | undefined): string[] => {
  if (typeof path !== 'string' || !path.startsWith('/') || path === '/') {
    throw badRequest(`Patch path '${String(path)}' is invalid.`);
  }
  return path
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
};

function parentOf(item: MutableObject, segments: readonly string[], path: string): [Parent, string] {
  let parent: Json | undefined = item;
  for (const segment of segments.slice(0, -1)) {
    parent = Array.isArray(parent) ? parent[Number(segment)] : isObject(parent) ? parent[segment] : undefined;
  }
  if (!isObject(parent) && !Array.isArray(parent)) throw invalid(path, 'the parent does not exist.');
  return [parent as Parent, segments.at(-1) as string];
}

/** An index that `parent` has, or (for adding) the place after its last element. */
function indexIn(parent: readonly Json[], name: string, path: string, adding: boolean): number {
  if (adding && name === '-') return parent.length;
  const index = /^(0|[1-9]\d*)$/.test(name) ? Number(name) : Number.NaN;
  if (!(index < parent.length || (adding && index === parent.length))) {
    throw invalid(path, 'the array has no such index.');
  }
  return index;
}

function get(parent: Parent, name: string): Json | undefined {
  return Array.isArray(parent)
    ? parent[Number(name)]
    : Object.hasOwn(parent, name)
      ? parent[name]
      : undefined;
}

function assign(parent: Parent, name: string, value: Json, path: string, insert: boolean): void {
  if (!Array.isArray(parent)) {
    Object.defineProperty(parent, name, { value, writable: true, enumerable: true, configurable: true });
    return;
  }
  const index = indexIn(parent, name, path, true);
  if (insert || index === parent.length) parent.splice(index, 0, value);
  else parent[index] = value;
}

function removeAt(parent: Parent, name: string, path: string): void {
  if (get(parent, name) === undefined) throw invalid(path, 'there is nothing to remove.');
  if (Array.isArray(parent)) parent.splice(indexIn(parent, name, path, false), 1);
  else delete parent[name];
}

function increment(parent: Parent, name: string, by: Json | undefined, path: string): void {
  const present = get(parent, name);
  if (typeof by !== 'number') throw invalid(path, 'incr needs a number.');
  if (present !== undefined && typeof present !== 'number')
    throw invalid(path, 'only a number can be incremented.');
  assign(parent, name, (present ?? 0) + by, path, false);
}

type Target = { item: MutableObject; parent: Parent; name: string; path: string; operation: JsonObject };

function givenValue({ operation, path }: Target): Json {
  if (operation.value === undefined) throw invalid(path, 'a value is needed.');
  return operation.value;
}

function replaceAt(target: Target): void {
  const { parent, name, path } = target;
  if (get(parent, name) === undefined) throw invalid(path, 'there is nothing to replace.');
  assign(parent, name, givenValue(target), path, false);
}

function move({ item, path, operation }: Target): void {
  const [source, sourceName] = parentOf(item, pointer(operation.from), path);
  const moved = get(source, sourceName);
  if (moved === undefined) throw invalid(path, 'there is nothing to move.');
  removeAt(source, sourceName, path);
  const [parent, name] = parentOf(item, pointer(path), path);
  assign(parent, name, moved, path, true);
}

const OPERATIONS: Readonly<Record<string, (target: Target) => void>> = {
  add: (t) => assign(t.parent, t.name, givenValue(t), t.path, true),
  set: (t) => assign(t.parent, t.name, givenValue(t), t.path, false),
  replace: replaceAt,
  remove: (t) => removeAt(t.parent, t.name, t.path),
  incr: (t) => increment(t.parent, t.name, t.operation.value, t.path),
  move,
};

function operationNamed(name: string): (target: Target) => void {
  const apply = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (apply === undefined) throw badRequest(`Patch operation '${name}' is not supported.`);
  return apply;
}

function refuseFixed(segments: readonly string[], path: string, partitionKeyPaths: readonly string[]): void {
  if (SYSTEM.has(segments[0] as string)) throw invalid(path, 'a system property cannot be patched.');
  if (partitionKeyPaths.includes(path)) throw invalid(path, 'the partition key cannot be patched.');
}

/** Changes `item` by the operations, in order. Throws 400 if one cannot be done. The item is then spoilt. */
export function applyPatch(
  item: MutableObject,
  operations: readonly Json[],
  partitionKeyPaths: readonly string[],
): void {
  if (operations.length === 0 || operations.length > MAX_OPERATIONS) {
    throw badRequest(`The number of patch operations must be from 1 to ${MAX_OPERATIONS}.`);
  }
  for (const operation of operations) {
    if (!isObject(operation)) throw badRequest('A patch operation must be an object.');
    const segments = pointer(operation.path);
    const path = operation.path as string;
    refuseFixed(segments, path, partitionKeyPaths);
    const apply = operationNamed(String(operation.op));
    const [parent, name] = parentOf(item, segments, path);
    apply({ item, parent, name, path, operation });
  }
}
