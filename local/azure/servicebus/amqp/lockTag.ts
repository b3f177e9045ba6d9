/** Turns a lock token into the 16 bytes of a delivery tag, in the byte order of a .NET GUID, which is what the SDK expects. */
export const tagOf = (lockToken: string): Buffer => swapGuidBytes(uuidBytes(lockToken));

export const tokenOfTag = (tag: Buffer): string => uuidText(swapGuidBytes(tag));

/** In management requests lock tokens are plain UUIDs, most significant byte first. */
export const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

export function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function swapGuidBytes(bytes: Buffer): Buffer {
  const swapped = Buffer.from(bytes);
  swapped.subarray(0, 4).reverse();
  swapped.subarray(4, 6).reverse();
  swapped.subarray(6, 8).reverse();
  return swapped;
}
