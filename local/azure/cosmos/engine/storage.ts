import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { effectivePartitionKey } from './effectivePartitionKey';

/**
 * Opens the account's file with a write-ahead log and `synchronous=NORMAL`. What was acknowledged survives a `kill -9`
 * of this process at any moment. A power cut may lose the last moments before it, never consistency.
 */
export function openStorage(file: string): DatabaseSync {
  if (file !== ':memory:') mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const storage = new DatabaseSync(file);
  storage.function('epk', { deterministic: true }, (key) => effectivePartitionKey(String(key)));
  storage.exec(
    file === ':memory:'
      ? 'PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF;'
      : 'PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-65536;',
  );
  storage.exec(`
    CREATE TABLE IF NOT EXISTS databases (
      number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, ts INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS containers (
      number INTEGER PRIMARY KEY AUTOINCREMENT, database INTEGER NOT NULL, id TEXT NOT NULL,
      definition TEXT NOT NULL, ts INTEGER NOT NULL, revision INTEGER NOT NULL DEFAULT 0,
      sequence INTEGER NOT NULL DEFAULT 0, columns TEXT NOT NULL DEFAULT '[]',
      UNIQUE (database, id));
  `);
  return storage;
}

/** Rows are numbered in order of creation and never twice, so a row number is a stable place to continue from. */
export const createItemTable = (container: number): string => `
  CREATE TABLE items_${container} (
    row INTEGER PRIMARY KEY, pk TEXT NOT NULL, id TEXT NOT NULL, lsn INTEGER NOT NULL, modified INTEGER NOT NULL,
    ttl INTEGER, expires INTEGER, etag TEXT NOT NULL, terms INTEGER NOT NULL, body TEXT NOT NULL,
    UNIQUE (pk, id));
  CREATE INDEX items_${container}_lsn ON items_${container} (lsn);
  CREATE INDEX items_${container}_expires ON items_${container} (expires) WHERE expires IS NOT NULL;
`;

export const dropItemTable = (container: number): string => `DROP TABLE IF EXISTS items_${container};`;
