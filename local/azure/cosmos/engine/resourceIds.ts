import type { Json } from './json';

/**
 * Resource ids are base64 of fixed-width numbers, with `-` for `/`. A database has 4 bytes, a container 4, a document
 * 8.
 */
const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('/', '-');

export function databaseRid(database: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(database);
  return base64(bytes);
}

/** Eight bytes, which is how the SDK recognises the owner of a session token. */
export function containerRid(database: number, container: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(database);
  bytes.writeUInt32BE((0x80_00_00_00 | container) >>> 0, 4);
  return base64(bytes);
}

/** Gives the function that makes document rids of one container. The SDK compares their last 8 bytes, little-endian. */
export function documentRids(database: number, container: number): (row: number) => string {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(database);
  bytes.writeUInt32BE((0x80_00_00_00 | container) >>> 0, 4);
  return (row) => {
    bytes.writeBigUInt64LE(BigInt(row), 8);
    return base64(bytes);
  };
}

const ILLEGAL = /[/\\?#]/;
/** Source: Azure Cosmos DB service quotas, "Maximum length of ID value: 1,023 bytes". */
const MAX_ID_BYTES = 1023;

/** Why an id cannot be used, or `undefined` if it can. */
export function idFault(id: Json | undefined): string | undefined {
  if (typeof id !== 'string' || id === '') {
    return "The input content is invalid because the required properties - 'id; ' - are missing.";
  }
  if (ILLEGAL.test(id)) return `Id contains illegal chars: '${id}'.`;
  if (id.length > MAX_ID_BYTES / 4 && Buffer.byteLength(id) > MAX_ID_BYTES) {
    return `The id is longer than ${MAX_ID_BYTES} bytes.`;
  }
  return undefined;
}
