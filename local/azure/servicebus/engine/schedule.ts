import type { EngineContext } from './context';
import { ServiceBusFault } from './fault';
import type { NewMessage } from './model';
import { effectiveTimeToLive, writableEntity } from './send';

export type ScheduledMessage = NewMessage & { readonly enqueueAt: number };

/**
 * Accepts messages that appear in the queue at their time. It answers the sequence numbers by which they can be
 * cancelled until then.
 */
export function schedule(
  context: EngineContext,
  path: string,
  messages: readonly ScheduledMessage[],
): number[] {
  const { queue } = writableEntity(context, path);
  const insert = context.store.sql(
    'INSERT INTO messages (queue, state, dueAt, timeToLiveMs, enqueuedAt, payload) VALUES (?, 2, ?, ?, ?, ?)',
  );
  const now = context.clock.now();
  const sequenceNumbers = context.store.transaction(() =>
    messages.map(({ payload, timeToLiveMs, enqueueAt }) => {
      const lifeMs = effectiveTimeToLive(queue, timeToLiveMs);
      context.due(enqueueAt);
      return Number(insert.run(queue.name, enqueueAt, lifeMs, now, payload).lastInsertRowid);
    }),
  );
  context.count('schedule', messages.length);
  return sequenceNumbers;
}

/** Takes scheduled messages back, all or none. Throws `message-not-found` when one is not (or no longer) scheduled. */
export function cancelScheduled(
  context: EngineContext,
  path: string,
  sequenceNumbers: readonly number[],
): void {
  const { queue } = context.entities.find(path);
  const cancel = context.store.sql('DELETE FROM messages WHERE id = ? AND queue = ? AND state = 2');
  context.store.transaction(() => {
    for (const id of sequenceNumbers) {
      if (cancel.run(id, queue.name).changes > 0) continue;
      throw new ServiceBusFault('message-not-found', `No scheduled message has the sequence number ${id}.`);
    }
  });
  context.count('cancelScheduled', sequenceNumbers.length);
}
