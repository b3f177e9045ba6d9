import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readPids } from './pidFile';
import { StartError } from './startError';

/**
 * Takes the data folder for this process. The lock is the operating system's, on a SQLite file, so it ends with the
 * process however that ends. A pid file would have to be believed.
 *
 * @returns what releases it.
 * @throws StartError when another process has it, or it cannot be written.
 */
export function lockDataDir(dataDir: string): () => void {
  makeFolder(dataDir);
  const lock = new DatabaseSync(path.join(dataDir, 'start.lock'));
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    const { start } = readPids(dataDir);
    throw new StartError(
      `Marquee runs on ${dataDir} already${start ? ` (process ${start})` : ''}. Stop it first, or start with another MARQUEE_DATA_DIR and MARQUEE_PORT_OFFSET.`,
    );
  }
  return () => lock.close();
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(
      `${dataDir} cannot hold the data (${code}). Start with a MARQUEE_DATA_DIR that can be written.`,
    );
  }
}
