import { crc32, deflateSync } from 'node:zlib';
import { qrOf } from '../../shared/kernel/qr';

/** Light around it, without which scanners do not find it. */
const QUIET_MODULES = 4;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The same row comes again and again: a small window finds it, and costs half the time. */
const SMALL = { level: 6, memLevel: 4, windowBits: 10 };

/** Eight pixels of one bit each: a module of a row is one byte. */
const PIXELS_PER_MODULE = 8;
const [WHITE, BLACK] = [0xff, 0x00];

/** A text as the picture of a QR code, dark on white in the dark, too. Source: PNG, third edition, sections 5 and 11 */
export function qrPng(text: string): Buffer {
  const modules = qrOf(text);
  const across = modules.length + 2 * QUIET_MODULES;
  // Each row begins with its filter, none.
  const white = Buffer.alloc(1 + across, WHITE).fill(0, 0, 1);
  const rowOf = (dark: readonly boolean[]): Buffer => {
    const row = Buffer.from(white);
    dark.forEach((isDark, x) => {
      if (isDark) row[1 + QUIET_MODULES + x] = BLACK;
    });
    return row;
  };
  const margin = Array.from({ length: QUIET_MODULES }, () => white);
  const rows = [...margin, ...modules.map(rowOf), ...margin];
  const lines = rows.flatMap((row) => Array.from({ length: PIXELS_PER_MODULE }, () => row));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(lines.length, 0);
  header.writeUInt32BE(lines.length, 4);
  header[8] = 1;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines), SMALL)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
