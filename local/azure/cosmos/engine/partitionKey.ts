import { badRequest } from './errors';
import type { Json, JsonObject } from './json';
import { isObject } from './json';

export type PartitionKeyDefinition = {
  readonly paths: readonly string[];
  readonly kind?: string;
  readonly version?: number;
};

/** `/a/b` → `['a','b']`. A quoted segment may hold a slash. */
export function pathSegments(path: string): string[] {
  const parts = path.match(/"(?:[^"\\]|\\.)*"|[^/]+/g) ?? [];
  return parts.map((part) => (part.startsWith('"') ? (JSON.parse(part) as string) : part));
}

/** How the service writes "the item has no such property". */
const NONE = '{}';

const encodeComponent = (value: Json | undefined): string => {
  if (value === undefined || (isObject(value) && Object.keys(value).length === 0)) return NONE;
  if (typeof value === 'object' && value !== null) {
    throw badRequest('A partition key value must be a string, a number, a boolean or null.');
  }
  return JSON.stringify(value);
};

export const encodePartitionKey = (values: readonly (Json | undefined)[]): string =>
  `[${values.map(encodeComponent).join(',')}]`;

/**
 * Parses the partition key header (a JSON array) into the form rows are stored under. Fewer components than the
 * container has paths name a prefix of a hierarchical key, which only queries and the change feed may use.
 */
export function parsePartitionKey(
  header: string,
  definition: PartitionKeyDefinition,
): { key: string; prefix: boolean } {
  let values: unknown;
  try {
    values = JSON.parse(header);
  } catch {
    throw badRequest(`Partition key ${header} is invalid.`);
  }
  if (!Array.isArray(values) || values.length > definition.paths.length) {
    throw badRequest(`Partition key ${header} is invalid.`);
  }
  const complete = values.length === definition.paths.length;
  if (values.length === 0) return { key: '[', prefix: true };
  const key = encodePartitionKey(values as Json[]);
  return complete ? { key, prefix: false } : { key: `${key.slice(0, -1)},`, prefix: true };
}

const valueAt = (item: JsonObject, segments: readonly string[]): Json | undefined => {
  let value: Json | undefined = item;
  for (const segment of segments) {
    if (!isObject(value)) return undefined;
    value = value[segment];
  }
  return value;
};

/** Gives the function that reads an item's partition key, in the form rows are stored under. */
export function partitionKeyReader(definition: PartitionKeyDefinition): (item: JsonObject) => string {
  const paths = definition.paths.map(pathSegments);
  return (item) => encodePartitionKey(paths.map((segments) => valueAt(item, segments)));
}
