import { crc32, deflateSync } from 'node:zlib';
import { qrOf } from '../../shared/kernel/qr';

/** Light around it, without which scanners do not find it. */
const QUIET_MODULES = 4;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A text as the picture of a QR code, dark on white in the dark, too. Source: PNG, third edition, sections 5 and 11 */
export function qrPng(text: string, pixelsPerModule = 8): Buffer {
  const modules = qrOf(text);
  const size = (modules.length + 2 * QUIET_MODULES) * pixelsPerModule;
  // One bit a pixel, 1 is white. Each row begins with its filter, none.
  const white = Buffer.alloc(1 + Math.ceil(size / 8), 0xff);
  white[0] = 0;
  const rowOf = (dark: readonly boolean[]): Buffer => {
    const bytes = Buffer.from(white);
    for (let x = 0; x < size; x++)
      if (dark[moduleAt(x, pixelsPerModule)])
        bytes[1 + (x >> 3)] = (bytes[1 + (x >> 3)] ?? 0) & ~(0x80 >> (x & 7));
    return bytes;
  };
  const rows = modules.map(rowOf);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 1;
  const pixels = deflateSync(
    Buffer.concat(Array.from({ length: size }, (_, y) => rows[moduleAt(y, pixelsPerModule)] ?? white)),
    { level: 9 },
  );
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const moduleAt = (pixel: number, pixelsPerModule: number): number =>
  Math.floor(pixel / pixelsPerModule) - QUIET_MODULES;

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
