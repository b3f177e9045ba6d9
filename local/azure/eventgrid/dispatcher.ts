import type { Clock } from '../clock';
import type { EventGridEngine } from './engine/engine';
import type { DeadLetter, Delivery, DeliveryResult } from './engine/model';

/** Deliveries to one queue that may be under way at once, and how many go together. */
const PARALLEL_PER_QUEUE = 4;
const BATCH = 100;
const TAKE = 1000;

export type Deliver = (queue: string, deliveries: readonly Delivery[]) => Promise<readonly DeliveryResult[]>;
/** Writes dead letters down. A rejection means that they are not. */
export type StoreDeadLetters = (letters: readonly DeadLetter[]) => Promise<void>;

export type Dispatcher = {
  /** There may be something to deliver now. */
  readonly wake: () => void;
  /** Stops taking, and resolves when nothing is under way. */
  readonly stop: () => Promise<void>;
};

/**
 * Delivers what is due, at once and in parallel, and sleeps until the next is. One queue's trouble does not hold up
 * another.
 */
export function createDispatcher(
  engine: EventGridEngine,
  clock: Clock,
  deliver: Deliver,
  storeDeadLetters: StoreDeadLetters,
): Dispatcher {
  const waiting = new Map<string, Delivery[]>();
  const underWay = new Map<string, number>();
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const pump = (): void => {
    if (stopped) return;
    clearTimeout(timer);
    for (const delivery of engine.takeDue(TAKE)) {
      const queue = waiting.get(delivery.queue) ?? [];
      waiting.set(delivery.queue, queue);
      queue.push(delivery);
    }
    for (const queue of waiting.keys()) startBatches(queue);
    sleep();
  };

  const startBatches = (queue: string): void => {
    const deliveries = waiting.get(queue) ?? [];
    while (deliveries.length > 0 && (underWay.get(queue) ?? 0) < PARALLEL_PER_QUEUE) {
      underWay.set(queue, (underWay.get(queue) ?? 0) + 1);
      const task = attempt(queue, deliveries.splice(0, BATCH)).finally(() => {
        running.delete(task);
        underWay.set(queue, (underWay.get(queue) ?? 1) - 1);
        pump();
      });
      running.add(task);
    }
  };

  const attempt = async (queue: string, deliveries: readonly Delivery[]): Promise<void> => {
    const results = await deliver(queue, deliveries);
    const letters = engine.report(deliveries, results);
    if (letters.length === 0) return;
    try {
      await storeDeadLetters(letters);
      engine.deadLettered(letters);
    } catch (error) {
      console.error(`Event Grid: ${letters.length} dead letters could not be stored: ${error}`);
      engine.notDeadLettered(letters);
    }
  };

  const sleep = (): void => {
    const dueAt = engine.nextDueAt();
    if (dueAt === undefined) return;
    timer = setTimeout(pump, Math.min(Math.max(dueAt - clock.now(), 0), 60_000));
  };

  return {
    wake: () => void setImmediate(pump),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await Promise.all(running);
    },
  };
}
