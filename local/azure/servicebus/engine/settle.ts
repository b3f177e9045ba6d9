import type { EngineContext } from './context';
import { lockLost } from './fault';
import { parseLockToken } from './lockToken';
import type { BrokerProperties, DeadLetterOptions } from './model';
import { deadLetterRow, failRow, mergedProperties, putBack } from './rows';
import { HEAD, type Head } from './store';

/** Removes a message for good. Throws `lock-lost` when the token no longer holds it, as every settlement here does. */
export function complete(context: EngineContext, lockToken: string): void {
  const { sequenceNumber, delivery } = parseLockToken(lockToken);
  const { changes } = context.store
    .sql('DELETE FROM messages WHERE id = ? AND state = 1 AND deliveries = ?')
    .run(sequenceNumber, delivery);
  if (changes === 0) throw lockLost();
  context.count('complete');
}

/** Gives a message back after a failure. Its delivery count rises, and at the maximum it becomes a dead letter. */
export function abandon(context: EngineContext, lockToken: string, properties?: BrokerProperties): void {
  const row = lockedRow(context, lockToken);
  failRow(context, row, mergedProperties(row, properties));
  context.count('abandon');
}

/** Gives a message back as if it had not been delivered. The delivery count stays. */
export function release(context: EngineContext, lockToken: string): void {
  const row = lockedRow(context, lockToken);
  putBack(context, row, row.deliveryCount, row.properties);
}

export function deadLetter(context: EngineContext, lockToken: string, options: DeadLetterOptions): void {
  const row = lockedRow(context, lockToken);
  deadLetterRow(context, row, row.deliveryCount, options);
  context.count('deadLetter');
}

/** Sets a message aside. From now on it is had by its sequence number only. */
export function defer(context: EngineContext, lockToken: string, properties?: BrokerProperties): void {
  const row = lockedRow(context, lockToken);
  context.store
    .sql('UPDATE messages SET state = 3, deferred = 1, dueAt = NULL, properties = ? WHERE id = ?')
    .run(mergedProperties(row, properties), row.id);
  context.count('defer');
}

/** Holds a message for another whole lock duration, and answers until when. */
export function renewLock(context: EngineContext, lockToken: string): number {
  const row = lockedRow(context, lockToken);
  const { queue } = context.entities.pair(row.queue, row.dead === 1);
  const lockedUntil = context.clock.now() + queue.lockDurationMs;
  context.store.sql('UPDATE messages SET dueAt = ? WHERE id = ?').run(lockedUntil, row.id);
  context.due(lockedUntil);
  context.count('renewLock');
  return lockedUntil;
}

/** Ends every lock given out so far, without a failed delivery. It is for a broker that has just started again. */
export function releaseAll(context: EngineContext): void {
  const rows = context.store.sql(`SELECT ${HEAD} FROM messages WHERE state = 1`).all() as unknown as Head[];
  context.store.transaction(() => {
    for (const row of rows) putBack(context, row, row.deliveryCount, row.properties);
  });
}

const LOCKED_HEAD = `SELECT ${HEAD} FROM messages WHERE id = ? AND state = 1 AND deliveries = ?`;

function lockedRow(context: EngineContext, lockToken: string): Head {
  const { sequenceNumber, delivery } = parseLockToken(lockToken);
  const row = context.store.sql(LOCKED_HEAD).get(sequenceNumber, delivery) as unknown as Head | undefined;
  if (!row) throw lockLost();
  return row;
}
