import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Payment } from './payment';

/** What was answered to an idempotency key, and from when on it may be told. */
export type StoredReply = {
  readonly status: number;
  readonly body: unknown;
  /** Null for never. */
  readonly answerAt: number | null;
};

/** A payment for one order is rarely tried more often. The list of all is for tests and people. */
const MAX_LISTED = 10_000;

export type PaymentStore = ReturnType<typeof openStore>;

/** Payments and idempotency keys in one SQLite file. `:memory:` keeps them in the process. */
export function openStore(file: string) {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS payments (
      sequence INTEGER PRIMARY KEY, paymentKey TEXT UNIQUE NOT NULL, orderId TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS paymentsByOrder ON payments (orderId);
    CREATE TABLE IF NOT EXISTS replies (
      scope TEXT PRIMARY KEY, firstUsedAt INTEGER NOT NULL, reply TEXT NOT NULL) WITHOUT ROWID;`);
  const insert = db.prepare('INSERT INTO payments (paymentKey, orderId, body) VALUES (?, ?, ?)');
  const update = db.prepare('UPDATE payments SET body = ? WHERE paymentKey = ?');
  const byKey = db.prepare('SELECT body FROM payments WHERE paymentKey = ?');
  const byOrder = db.prepare('SELECT body FROM payments WHERE orderId = ? ORDER BY sequence DESC LIMIT ?');
  const newest = db.prepare('SELECT body FROM payments ORDER BY sequence DESC LIMIT ?');
  const findReply = db.prepare('SELECT reply FROM replies WHERE scope = ? AND firstUsedAt > ?');
  const keepReply = db.prepare('INSERT OR REPLACE INTO replies (scope, firstUsedAt, reply) VALUES (?, ?, ?)');
  const parse = (row: unknown): Payment => JSON.parse((row as { body: string }).body);

  return {
    /** All or nothing. What `work` changed is undone when it throws. */
    transaction<T>(work: () => T): T {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    add: (payment: Payment): void => {
      insert.run(payment.paymentKey, payment.orderId, JSON.stringify(payment));
    },
    put: (payment: Payment): void => {
      update.run(JSON.stringify(payment), payment.paymentKey);
    },
    get(paymentKey: string): Payment | undefined {
      const row = byKey.get(paymentKey);
      return row && parse(row);
    },
    /** Newest first. */
    list: (orderId?: string): Payment[] =>
      (orderId === undefined ? newest.all(MAX_LISTED) : byOrder.all(orderId, MAX_LISTED)).map(parse),
    reply(scope: string, firstUsedAfter: number): StoredReply | undefined {
      const row = findReply.get(scope, firstUsedAfter) as { reply: string } | undefined;
      return row && JSON.parse(row.reply);
    },
    keepReply: (scope: string, firstUsedAt: number, reply: StoredReply): void => {
      keepReply.run(scope, firstUsedAt, JSON.stringify(reply));
    },
    forgetReplies: (firstUsedUntil: number): void => {
      db.prepare('DELETE FROM replies WHERE firstUsedAt <= ?').run(firstUsedUntil);
    },
    close: (): void => db.close(),
  };
}
