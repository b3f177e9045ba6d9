import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** Where a message stands. It is kept as a number because the partial index is on it. */
export const READY = 0;
export const LOCKED = 1;
export const SCHEDULED = 2;
export const DEFERRED = 3;

export type Row = {
  readonly id: number;
  readonly queue: string;
  readonly dead: number;
  readonly state: number;
  /** When the broker must look at it again, for lock expiry, scheduled time or end of life. */
  readonly dueAt: number | null;
  readonly timeToLiveMs: number | null;
  readonly enqueuedAt: number;
  readonly deliveryCount: number;
  /** Deliveries in all, also those that did not fail. It makes a lock token unique. */
  readonly deliveries: number;
  readonly deferred: number;
  readonly properties: string | null;
  readonly payload: Uint8Array;
};

/** A message without what it says, which most that befalls it leaves alone. */
export type Head = Omit<Row, 'payload'>;
export const HEAD =
  'id, queue, dead, state, dueAt, timeToLiveMs, enqueuedAt, deliveryCount, deliveries, deferred, properties';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  queue TEXT NOT NULL,
  dead INTEGER NOT NULL DEFAULT 0,
  state INTEGER NOT NULL DEFAULT 0,
  dueAt INTEGER,
  timeToLiveMs INTEGER,
  enqueuedAt INTEGER NOT NULL,
  deliveryCount INTEGER NOT NULL DEFAULT 0,
  deliveries INTEGER NOT NULL DEFAULT 0,
  deferred INTEGER NOT NULL DEFAULT 0,
  properties TEXT,
  payload BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS ready ON messages (queue, dead, id) WHERE state = 0;
CREATE INDEX IF NOT EXISTS due ON messages (dueAt) WHERE dueAt IS NOT NULL;
`;

export type Store = {
  /** Prepares each text once. */
  readonly sql: (text: string) => StatementSync;
  /** Runs `work` whole or not at all. Within another transaction it joins that one. */
  readonly transaction: <T>(work: () => T) => T;
  readonly close: () => void;
};

/**
 * Opens the message table in a file, or ':memory:'. A committed write outlives the process, as the WAL is in the
 * operating system's hands by then. Power loss may take the last moments with it (`synchronous=NORMAL`).
 */
export function openStore(file: string): Store {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  // What was only ever in memory leaves nothing behind that would have to be wiped.
  if (file !== ':memory:')
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
  db.exec('PRAGMA temp_store = MEMORY;');
  db.exec(SCHEMA);
  const statements = new Map<string, StatementSync>();
  const sql = (text: string): StatementSync => {
    const known = statements.get(text);
    if (known) return known;
    const statement = db.prepare(text);
    statements.set(text, statement);
    return statement;
  };
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const transaction = <T>(work: () => T): T => {
    if (db.isTransaction) return work();
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      rollback.run();
      throw error;
    }
  };
  return { sql, transaction, close: () => db.close() };
}
