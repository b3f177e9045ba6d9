import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** A log over this size is set aside as `<name>.log.1` when the system starts. */
const MAX_LOG_BYTES = 10 * 1024 * 1024;
const TAIL_BYTES = 8 * 1024;

export const logFile = (dataDir: string, name: string): string => path.join(dataDir, 'logs', `${name}.log`);

/** Opens the child's log for appending. */
export function openLog(dataDir: string, name: string): number {
  const file = logFile(dataDir, name);
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, 'a');
}

export function rotateLog(dataDir: string, name: string): void {
  const file = logFile(dataDir, name);
  if (existsSync(file) && statSync(file).size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
}

/** The last lines written, for a person who wonders why it does not start. */
export function lastLines(dataDir: string, name: string, lines = 15): string {
  const file = logFile(dataDir, name);
  if (!existsSync(file)) return '';
  const start = Math.max(0, statSync(file).size - TAIL_BYTES);
  const fd = openSync(file, 'r');
  const buffer = Buffer.alloc(TAIL_BYTES);
  const size = readSync(fd, buffer, 0, TAIL_BYTES, start);
  closeSync(fd);
  return buffer.toString('utf8', 0, size).trimEnd().split('\n').slice(-lines).join('\n');
}
