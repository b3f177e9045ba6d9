import type { Json } from './json';
import { murmurHash } from './murmurHash';

/** A range of effective partition keys in hexadecimal, from `min` up to and without `max`. */
export type EpkRange = { readonly min: string; readonly max: string };

/**
 * Where a partition key, in the form rows are stored under, lies among the ranges of a container. Each component of a
 * hierarchical key has its own 32 digits, so that a prefix of the key is a prefix of the text.
 *
 * Source: @azure/cosmos, `hashV2PartitionKey` and `hashMultiHashPartitionKey`, which compute ranges for its callers.
 */
export const effectivePartitionKey = (key: string): string =>
  (JSON.parse(key) as Json[]).map(hashComponent).join('');

function hashComponent(value: Json): string {
  const hash = murmurHash(bytesOf(value));
  // The service keeps the two highest bits for itself.
  hash[0] = (hash[0] as number) & 0x3f;
  return hash.toString('hex').toUpperCase();
}

const PREFIX = { none: 0x00, null: 0x01, false: 0x02, true: 0x03, number: 0x05, string: 0x08, end: 0xff };

function bytesOf(value: Json): Buffer {
  if (typeof value === 'string') {
    return Buffer.concat([Buffer.of(PREFIX.string), Buffer.from(value), Buffer.of(PREFIX.end)]);
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(9, PREFIX.number);
    bytes.writeDoubleLE(value, 1);
    return bytes;
  }
  if (typeof value === 'boolean') return Buffer.of(value ? PREFIX.true : PREFIX.false);
  return Buffer.of(value === null ? PREFIX.null : PREFIX.none);
}
