import { entityNotFound } from './fault';
import type { QueueDefinition } from './model';

const DEAD_LETTER_SUFFIX = '/$deadletterqueue';

export type Queue = Required<Omit<QueueDefinition, 'defaultTimeToLiveMs'>> & {
  readonly defaultTimeToLiveMs: number | undefined;
};

/** A queue, or the dead-letter queue beside it. */
export type Entity = { readonly path: string; readonly queue: Queue; readonly dead: boolean };

export type Entities = {
  /** The entity at a path, in any case. Throws `entity-not-found`. */
  readonly find: (path: string) => Entity;
  /** The entity a stored message belongs to. One whose queue is no longer defined has the default rules. */
  readonly pair: (queueName: string, dead: boolean) => Entity;
  readonly all: readonly Entity[];
};

/** Source: Service Bus queue defaults: lock 1 minute, 10 deliveries, no expiry (docs, "message expiration", "dead-letter queues"). */
const withDefaults = (definition: QueueDefinition): Queue => ({
  name: definition.name.toLowerCase(),
  lockDurationMs: definition.lockDurationMs ?? 60_000,
  maxDeliveryCount: definition.maxDeliveryCount ?? 10,
  defaultTimeToLiveMs: definition.defaultTimeToLiveMs,
  deadLetteringOnMessageExpiration: definition.deadLetteringOnMessageExpiration ?? false,
});

export function entitiesOf(definitions: readonly QueueDefinition[]): Entities {
  const byPath = new Map<string, Entity>();
  for (const queue of definitions.map(withDefaults)) {
    byPath.set(queue.name, { path: queue.name, queue, dead: false });
    const path = queue.name + DEAD_LETTER_SUFFIX;
    byPath.set(path, { path, queue, dead: true });
  }
  const find = (path: string): Entity => {
    const entity = byPath.get(path) ?? byPath.get(path.toLowerCase());
    if (!entity) throw entityNotFound(path);
    return entity;
  };
  return {
    find,
    pair: (queueName, dead) => {
      const path = dead ? queueName + DEAD_LETTER_SUFFIX : queueName;
      return byPath.get(path) ?? { path, queue: withDefaults({ name: queueName }), dead };
    },
    all: [...byPath.values()],
  };
}
