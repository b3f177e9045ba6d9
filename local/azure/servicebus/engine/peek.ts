import type { EngineContext } from './context';
import { toStoredMessage } from './message';
import type { QueueCounts, StoredMessage } from './model';
import type { Row } from './store';

/** Shows messages in any state from a sequence number on, without holding or counting them as delivered. */
export function peek(
  context: EngineContext,
  path: string,
  fromSequenceNumber: number,
  maxMessages: number,
): StoredMessage[] {
  const entity = context.entities.find(path);
  const rows = context.store
    .sql('SELECT * FROM messages WHERE queue = ? AND dead = ? AND id >= ? ORDER BY id LIMIT ?')
    .all(entity.queue.name, Number(entity.dead), fromSequenceNumber, maxMessages) as unknown as Row[];
  context.count('peek');
  return rows.map((row) => toStoredMessage(entity, row));
}

export function counts(context: EngineContext, path: string): QueueCounts {
  const { queue } = context.entities.find(path);
  const row = context.store
    .sql(
      `SELECT coalesce(sum(dead = 0 AND state = 0), 0) AS active, coalesce(sum(dead = 0 AND state = 1), 0) AS locked,
        coalesce(sum(state = 2), 0) AS scheduled, coalesce(sum(state = 3), 0) AS deferred,
        coalesce(sum(dead), 0) AS deadLettered FROM messages WHERE queue = ?`,
    )
    .get(queue.name) as unknown as QueueCounts;
  return { ...row };
}
