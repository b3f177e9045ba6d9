import { checkIndexingPolicy } from './checkIndexingPolicy';
import type { ContainerDefinition } from './container';
import { badRequest } from './errors';
import { isObject } from './json';
import { idFault } from './resourceIds';
import { isTtl, ttlFault } from './timeToLive';

/** Throws 400 for a definition that the service would refuse, and for unique keys, which are not kept here. */
export function checkDefinition(definition: ContainerDefinition): void {
  const fault = idFault(definition.id);
  if (fault !== undefined) throw badRequest(fault);
  checkPartitionKey(definition.partitionKey);
  const { defaultTtl, indexingPolicy, uniqueKeyPolicy } = definition;
  if (defaultTtl !== undefined && !isTtl(defaultTtl)) throw badRequest(ttlFault('defaultTtl', defaultTtl));
  if (indexingPolicy !== undefined) checkIndexingPolicy(indexingPolicy);
  const uniqueKeys: unknown = isObject(uniqueKeyPolicy) ? uniqueKeyPolicy.uniqueKeys : undefined;
  if (Array.isArray(uniqueKeys) && uniqueKeys.length > 0) {
    throw badRequest('This stand-in keeps no unique keys. Make the id or the partition key unique instead.');
  }
}

/** Source: "Partitioning and horizontal scaling": one path, or up to three of a hierarchical key. */
const MOST_PATHS: Readonly<Record<string, number>> = { Hash: 1, MultiHash: 3 };

function checkPartitionKey(partitionKey: unknown): void {
  const paths: unknown = isObject(partitionKey) ? partitionKey.paths : undefined;
  if (!isObject(partitionKey) || !Array.isArray(paths) || paths.length === 0) {
    throw badRequest('The partition key needs at least one path.');
  }
  const { kind = 'Hash', version = 2 } = partitionKey;
  const most = MOST_PATHS[String(kind)];
  if (most === undefined) throw badRequest(`The partition key kind '${String(kind)}' is invalid.`);
  if (paths.length > most) {
    throw badRequest(
      `Too many partition key paths specified. Allowed max: ${most} for kind ${String(kind)}.`,
    );
  }
  if (version !== 2 && (version !== 1 || kind !== 'Hash')) {
    throw badRequest(`The partition key version '${String(version)}' is invalid for kind ${String(kind)}.`);
  }
  for (const path of paths) checkPartitionKeyPath(path);
  if (new Set(paths).size < paths.length) throw badRequest('A path stands twice in the partition key.');
}

function checkPartitionKeyPath(path: unknown): void {
  if (typeof path === 'string' && /^(?:\/(?:\w+|"(?:[^"\\]|\\.)+"|[^/"*?[\]]+))+$/.test(path)) return;
  throw badRequest(`The partition key component definition path '${String(path)}' could not be accepted.`);
}
