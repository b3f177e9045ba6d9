import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { CloudEvent, Delivery } from './model';

type Row = {
  readonly id: number;
  readonly queue: string;
  readonly event: string;
  readonly publishedAt: number;
  readonly attempts: number;
};

export type NewDelivery = {
  readonly queue: string;
  readonly event: string;
  readonly publishedAt: number;
  readonly dueAt: number;
};

export type Store = {
  /** Durable when it returns, all or none. */
  readonly add: (deliveries: readonly NewDelivery[]) => void;
  /** Takes what is due, oldest first. Taken deliveries are due for nobody else until put back, or until a restart. */
  readonly take: (now: number, max: number) => Delivery[];
  readonly remove: (ids: readonly number[]) => void;
  readonly putBack: (deliveries: readonly { id: number; attempts: number; dueAt: number }[]) => void;
  readonly nextDueAt: () => number | undefined;
  readonly count: () => number;
  readonly close: () => void;
};

const SCHEMA = `
CREATE TABLE IF NOT EXISTS deliveries (
  id INTEGER PRIMARY KEY,
  queue TEXT NOT NULL,
  event TEXT NOT NULL,
  publishedAt INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  dueAt INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS due ON deliveries (dueAt) WHERE dueAt IS NOT NULL;
`;

/** Deliveries that are still to be made, in a file or ':memory:'. What a dead process had under way is due again. */
export function openStore(file: string): Store {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  // What was only ever in memory leaves nothing behind that would have to be wiped.
  if (file !== ':memory:')
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
  db.exec(SCHEMA);
  db.exec('UPDATE deliveries SET dueAt = 0 WHERE dueAt IS NULL');
  const insert = db.prepare('INSERT INTO deliveries (queue, event, publishedAt, dueAt) VALUES (?, ?, ?, ?)');
  const due = db.prepare('SELECT * FROM deliveries WHERE dueAt <= ? ORDER BY dueAt, id LIMIT ?');
  const hide = db.prepare('UPDATE deliveries SET dueAt = NULL WHERE id = ?');
  const remove = db.prepare('DELETE FROM deliveries WHERE id = ?');
  const putBack = db.prepare('UPDATE deliveries SET attempts = ?, dueAt = ? WHERE id = ?');
  const earliest = db.prepare('SELECT min(dueAt) AS at FROM deliveries WHERE dueAt IS NOT NULL');
  const total = db.prepare('SELECT count(*) AS total FROM deliveries');
  const forEach = wholeIn(db);
  return {
    add: (deliveries) => forEach(deliveries, (d) => insert.run(d.queue, d.event, d.publishedAt, d.dueAt)),
    take: (now, max) => {
      const rows = due.all(now, max) as unknown as Row[];
      forEach(rows, ({ id }) => hide.run(id));
      return rows.map(toDelivery);
    },
    remove: (ids) => forEach(ids, (id) => remove.run(id)),
    putBack: (deliveries) =>
      forEach(deliveries, ({ attempts, dueAt, id }) => putBack.run(attempts, dueAt, id)),
    nextDueAt: () => (earliest.get() as { at: number | null }).at ?? undefined,
    count: () => (total.get() as { total: number }).total,
    close: () => db.close(),
  };
}

/** Does something with each or with none of them. One alone is whole by itself. */
function wholeIn(db: DatabaseSync) {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  return <T>(all: readonly T[], work: (one: T) => void): void => {
    if (all.length <= 1) {
      for (const one of all) work(one);
      return;
    }
    begin.run();
    try {
      for (const one of all) work(one);
      commit.run();
    } catch (error) {
      rollback.run();
      throw error;
    }
  };
}

const toDelivery = ({ event, ...row }: Row): Delivery => ({
  id: row.id,
  queue: row.queue,
  publishedAt: row.publishedAt,
  attempts: row.attempts,
  event: JSON.parse(event) as CloudEvent,
});
