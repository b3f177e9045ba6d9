import type { EngineContext } from './context';
import type { BrokerProperties, DeadLetterOptions } from './model';
import { DEFERRED, type Head, READY, type Row } from './store';

/** What may befall a message that somebody held or that came due. Each moves one row. */

export function mergedProperties(row: Head, added: BrokerProperties | undefined): string | null {
  if (!added || Object.keys(added).length === 0) return row.properties;
  const before = row.properties === null ? {} : (JSON.parse(row.properties) as BrokerProperties);
  return JSON.stringify({ ...before, ...added });
}

/** Makes a message available again (or deferred, if it was set aside before it was held). */
export function putBack(
  context: EngineContext,
  row: Head,
  deliveryCount: number,
  properties: string | null,
): void {
  const state = row.deferred === 1 ? DEFERRED : READY;
  const mayExpire = state === READY && row.dead === 0 && row.timeToLiveMs !== null;
  const dueAt = mayExpire ? row.enqueuedAt + (row.timeToLiveMs ?? 0) : null;
  context.store
    .sql('UPDATE messages SET state = ?, dueAt = ?, deliveryCount = ?, properties = ? WHERE id = ?')
    .run(state, dueAt, deliveryCount, properties, row.id);
  if (dueAt !== null) context.due(dueAt);
  context.available(context.entities.pair(row.queue, row.dead === 1));
}

/** A delivery failed, by abandon or by lock expiry. In the dead-letter queue there is no maximum. */
export function failRow(context: EngineContext, row: Head, properties: string | null): void {
  const { queue } = context.entities.pair(row.queue, row.dead === 1);
  const deliveryCount = row.deliveryCount + 1;
  if (row.dead === 1 || deliveryCount < queue.maxDeliveryCount) {
    putBack(context, row, deliveryCount, properties);
    return;
  }
  // Source: Service Bus docs, "Maximum delivery count": the reason is this exact word.
  deadLetterRow(context, { ...row, properties }, deliveryCount, {
    reason: 'MaxDeliveryCountExceeded',
    description: `Message could not be consumed after ${queue.maxDeliveryCount} delivery attempts.`,
  });
}

/** Moves a message to the dead-letter queue. It keeps its sequence number and enqueued time, and no longer expires. */
export function deadLetterRow(
  context: EngineContext,
  row: Head,
  deliveryCount: number,
  { reason, description, properties }: DeadLetterOptions,
): void {
  const explained = {
    ...properties,
    ...(reason === undefined ? {} : { DeadLetterReason: reason }),
    ...(description === undefined ? {} : { DeadLetterErrorDescription: description }),
  };
  context.store
    .sql(
      'UPDATE messages SET dead = 1, state = 0, deferred = 0, dueAt = NULL, deliveryCount = ?, properties = ? WHERE id = ?',
    )
    .run(deliveryCount, mergedProperties(row, explained), row.id);
  context.available(context.entities.pair(row.queue, true));
}

/** A message lived longer than it may. */
export function expireRow(context: EngineContext, row: Head): void {
  const { queue } = context.entities.pair(row.queue, false);
  if (!queue.deadLetteringOnMessageExpiration) {
    context.store.sql('DELETE FROM messages WHERE id = ?').run(row.id);
    return;
  }
  deadLetterRow(context, row, row.deliveryCount, {
    reason: 'TTLExpiredException',
    description: 'The message expired and was dead lettered.',
  });
}

/**
 * A scheduled message's time has come. It joins the end of the queue under a new sequence number, as in Azure, and
 * lives from that time on.
 */
export function activateRow(context: EngineContext, row: Row): void {
  const enqueuedAt = Math.max(row.enqueuedAt, row.dueAt ?? 0);
  const dueAt = row.timeToLiveMs === null ? null : enqueuedAt + row.timeToLiveMs;
  context.store.sql('DELETE FROM messages WHERE id = ?').run(row.id);
  context.store
    .sql('INSERT INTO messages (queue, dueAt, timeToLiveMs, enqueuedAt, payload) VALUES (?, ?, ?, ?, ?)')
    .run(row.queue, dueAt, row.timeToLiveMs, enqueuedAt, row.payload);
  if (dueAt !== null) context.due(dueAt);
  context.available(context.entities.pair(row.queue, false));
}
