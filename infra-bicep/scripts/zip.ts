import { crc32, deflateRawSync } from 'node:zlib';

/** A file in the archive: its name with forward slashes, and its content. */
export type ZipEntry = { readonly name: string; readonly content: Buffer };

// Always the same, so that the same files give the same bytes: 1980-01-01, the first day of the format.
const DATE = 0x21;
const TIME = 0;
const DEFLATED = 8;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x800;
const MAX_ENTRIES = 65_535;

/**
 * A zip archive of the entries, in their order.
 * Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (without its 64-bit extension)
 */
export function zip(entries: readonly ZipEntry[]): Buffer {
  if (entries.length > MAX_ENTRIES)
    throw new Error(`A zip takes ${MAX_ENTRIES} files, these are ${entries.length}.`);
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const bytes = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(content);
    const common = commonFields(bytes, content, packed);
    const header = Buffer.concat([number(4, 0x04034b50), common, bytes]);
    local.push(header, packed);
    central.push(centralHeader(common, offset), bytes);
    offset += header.length + packed.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...local, directory, endRecord(entries.length, directory.length, offset)]);
}

/** What the header before a file and the one in the directory have in common. */
const commonFields = (name: Buffer, content: Buffer, packed: Buffer): Buffer =>
  Buffer.concat([
    number(2, VERSION),
    number(2, FLAGS),
    number(2, DEFLATED),
    number(2, TIME),
    number(2, DATE),
    number(4, crc32(content)),
    number(4, packed.length),
    number(4, content.length),
    number(2, name.length),
    number(2, 0),
  ]);

const centralHeader = (common: Buffer, offset: number): Buffer =>
  Buffer.concat([
    number(4, 0x02014b50),
    number(2, VERSION),
    common,
    // No comment, disk 0, no attributes.
    Buffer.alloc(10),
    number(4, offset),
  ]);

const endRecord = (count: number, size: number, offset: number): Buffer =>
  Buffer.concat([
    number(4, 0x06054b50),
    Buffer.alloc(4),
    number(2, count),
    number(2, count),
    number(4, size),
    number(4, offset),
    number(2, 0),
  ]);

function number(bytes: 2 | 4, value: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}
