import type { EngineContext } from './context';
import { activateRow, expireRow, failRow } from './rows';
import { LOCKED, type Row, SCHEDULED } from './store';

const BATCH = 500;

/**
 * Does everything that is due by now. It ends locks, releases scheduled messages and expires old ones, also those that
 * a lock kept until now.
 */
export function advance(context: EngineContext): void {
  const select = context.store.sql('SELECT * FROM messages WHERE dueAt <= ? ORDER BY dueAt, id LIMIT ?');
  for (;;) {
    const rows = select.all(context.clock.now(), BATCH) as unknown as Row[];
    if (rows.length === 0) return;
    context.store.transaction(() => {
      for (const row of rows) handleDue(context, row);
    });
  }
}

function handleDue(context: EngineContext, row: Row): void {
  if (row.state === LOCKED) failRow(context, row, row.properties);
  else if (row.state === SCHEDULED) activateRow(context, row);
  else expireRow(context, row);
}

/** When something is next due, or undefined when nothing ever is. */
export function nextDueAt(context: EngineContext): number | undefined {
  const row = context.store
    .sql('SELECT min(dueAt) AS dueAt FROM messages WHERE dueAt IS NOT NULL')
    .get() as unknown as { dueAt: number | null };
  return row.dueAt ?? undefined;
}
