import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What a timer remembers over a restart. Times are ISO 8601. */
export interface ScheduleStatus {
  readonly last: string;
  readonly next: string;
  readonly lastUpdated: string;
}

/** Where the hosts of one app agree on which of them runs a timer, and when it ran. */
export interface TimerStore {
  /** Makes this process the timer's only runner until `release` or its end, however it ends. False if another is. */
  tryAcquire(): boolean;
  release(): void;
  read(): ScheduleStatus | undefined;
  write(status: ScheduleStatus): void;
}

/**
 * A store in two files. The lock is SQLite's exclusive file lock, which the operating system drops with the process.
 * After kill -9 another host goes on at once, with no lease to wait for.
 */
export function openTimerStore(folder: string, name: string): TimerStore {
  mkdirSync(folder, { recursive: true });
  const lockFile = path.join(folder, `${name}.lock`);
  const statusFile = path.join(folder, `${name}.json`);
  let lock: DatabaseSync | undefined;
  return {
    tryAcquire: () => {
      if (lock) return true;
      const candidate = new DatabaseSync(lockFile, { timeout: 0 });
      try {
        candidate.exec('BEGIN EXCLUSIVE');
        lock = candidate;
        return true;
      } catch {
        candidate.close();
        return false;
      }
    },
    release: () => {
      lock?.close();
      lock = undefined;
    },
    read: () => {
      try {
        return JSON.parse(readFileSync(statusFile, 'utf8')) as ScheduleStatus;
      } catch {
        return undefined;
      }
    },
    write: (status) => {
      writeFileSync(`${statusFile}.new`, JSON.stringify(status));
      renameSync(`${statusFile}.new`, statusFile);
    },
  };
}
