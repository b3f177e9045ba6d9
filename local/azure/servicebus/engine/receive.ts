import type { EngineContext } from './context';
import type { Entity } from './entity';
import { lockTokenOf } from './lockToken';
import { toStoredMessage } from './message';
import type { LockedMessage, ReceiveMode } from './model';
import { LOCKED, type Row } from './store';

/**
 * Takes up to `maxMessages` available messages, oldest first. They are locked for the queue's lock duration, or
 * removed.
 */
export function receive(
  context: EngineContext,
  entity: Entity,
  maxMessages: number,
  mode: ReceiveMode,
): LockedMessage[] {
  const rows =
    mode === 'peekLock' ? lock(context, entity, maxMessages) : remove(context, entity, maxMessages);
  context.count('receive', rows.length);
  return rows.sort((a, b) => a.id - b.id).map((row) => toLockedMessage(entity, row));
}

const READY = 'FROM messages WHERE queue = ? AND dead = ? AND state = 0 ORDER BY id LIMIT ?';
const SELECT_READY = `SELECT * ${READY}`;
const DELETE_READY = `DELETE FROM messages WHERE id IN (SELECT id ${READY}) RETURNING *`;

/** Looks before it writes, for most looks find nothing. */
function lock(context: EngineContext, { queue, dead }: Entity, maxMessages: number): Row[] {
  const { store, clock } = context;
  const lockedUntil = clock.now() + queue.lockDurationMs;
  const ready = store.sql(SELECT_READY).all(queue.name, Number(dead), maxMessages) as unknown as Row[];
  if (ready.length === 0) return [];
  const lockOne = store.sql(
    'UPDATE messages SET state = 1, dueAt = ?, deliveries = deliveries + 1 WHERE id = ?',
  );
  store.transaction(() => {
    for (const { id } of ready) lockOne.run(lockedUntil, id);
  });
  context.due(lockedUntil);
  return ready.map((row) => ({
    ...row,
    state: LOCKED,
    dueAt: lockedUntil,
    deliveries: row.deliveries + 1,
  }));
}

function remove(context: EngineContext, { queue, dead }: Entity, maxMessages: number): Row[] {
  return context.store.sql(DELETE_READY).all(queue.name, Number(dead), maxMessages) as unknown as Row[];
}

/** Takes deferred messages by sequence number. Those that are not there or not deferred are left out. */
export function receiveDeferred(
  context: EngineContext,
  entity: Entity,
  sequenceNumbers: readonly number[],
  mode: ReceiveMode,
): LockedMessage[] {
  const lockedUntil = context.clock.now() + entity.queue.lockDurationMs;
  const where = 'WHERE id = ? AND queue = ? AND dead = ? AND state = 3 RETURNING *';
  const lockOne = context.store.sql(
    `UPDATE messages SET state = 1, dueAt = ?, deliveries = deliveries + 1 ${where}`,
  );
  const removeOne = context.store.sql(`DELETE FROM messages ${where}`);
  const rows = context.store.transaction(() =>
    sequenceNumbers.flatMap((id) => {
      const key = [id, entity.queue.name, Number(entity.dead)] as const;
      const taken = mode === 'peekLock' ? lockOne.all(lockedUntil, ...key) : removeOne.all(...key);
      return taken as unknown as Row[];
    }),
  );
  if (rows.length > 0) context.due(lockedUntil);
  context.count('receive', rows.length);
  return rows.map((row) => toLockedMessage(entity, row));
}

const toLockedMessage = (entity: Entity, row: Row): LockedMessage => ({
  ...toStoredMessage(entity, row),
  lockToken: lockTokenOf({ sequenceNumber: row.id, delivery: row.deliveries }),
  lockedUntil: row.dueAt ?? 0,
});
