import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import path from 'node:path';

/** A log over this size is set aside as `<name>.log.1`. */
const MAX_BYTES_AT_START = 10 * 1024 * 1024;
const MAX_BYTES_RUNNING = 50 * 1024 * 1024;
const CHECK_MS = 5_000;
const TAIL_BYTES = 8 * 1024;

export const logFile = (dataDir: string, name: string): string => path.join(dataDir, 'logs', `${name}.log`);

/** Opens the child's log for appending. */
export function openLog(dataDir: string, name: string): number {
  const file = logFile(dataDir, name);
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, 'a');
}

/** Keeps the log from growing without end, from now until the returned function is called. */
export function boundLog(dataDir: string, name: string): () => void {
  const file = logFile(dataDir, name);
  setAside(file, MAX_BYTES_AT_START);
  const timer = setInterval(() => setAside(file, MAX_BYTES_RUNNING), CHECK_MS).unref();
  return () => clearInterval(timer);
}

/** Copied and emptied, not renamed, because the child has the file open and appends to it. */
function setAside(file: string, maxBytes: number): void {
  if (!existsSync(file) || statSync(file).size <= maxBytes) return;
  try {
    copyFileSync(file, `${file}.1`);
  } catch {
    // The disk is full. What was set aside before makes room.
    rmSync(`${file}.1`, { force: true });
  }
  truncateSync(file);
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
