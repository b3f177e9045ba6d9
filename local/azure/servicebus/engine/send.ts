import type { EngineContext } from './context';
import type { Entity, Queue } from './entity';
import { ServiceBusFault } from './fault';
import type { NewMessage } from './model';

/**
 * Accepts messages into a queue, all or none, in order, and answers their sequence numbers. Durable when it returns.
 */
export function send(context: EngineContext, path: string, messages: readonly NewMessage[]): number[] {
  const entity = writableEntity(context, path);
  const now = context.clock.now();
  const insert = context.store.sql(
    'INSERT INTO messages (queue, dueAt, timeToLiveMs, enqueuedAt, payload) VALUES (?, ?, ?, ?, ?)',
  );
  const insertOne = ({ payload, timeToLiveMs }: NewMessage): number => {
    const lifeMs = effectiveTimeToLive(entity.queue, timeToLiveMs);
    const dueAt = lifeMs === null ? null : now + lifeMs;
    if (dueAt !== null) context.due(dueAt);
    return Number(insert.run(entity.queue.name, dueAt, lifeMs, now, payload).lastInsertRowid);
  };
  const [only] = messages;
  const sequenceNumbers =
    messages.length === 1 && only
      ? [insertOne(only)]
      : context.store.transaction(() => messages.map(insertOne));
  context.count('send', messages.length);
  context.available(entity);
  return sequenceNumbers;
}

/** Only settlement puts a message into a dead-letter queue. */
export function writableEntity({ entities }: EngineContext, path: string): Entity {
  const entity = entities.find(path);
  if (entity.dead) throw new ServiceBusFault('bad-request', `Nothing can be sent to '${path}'.`);
  return entity;
}

/** The shorter of what the message asks for and what the queue allows. Null lives for ever. */
export function effectiveTimeToLive(queue: Queue, asked: number | undefined): number | null {
  const limits = [asked, queue.defaultTimeToLiveMs].filter((ms) => ms !== undefined);
  return limits.length === 0 ? null : Math.min(...limits);
}
