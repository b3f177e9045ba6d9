import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Chaos } from '../chaos';
import { type Clock, systemClock } from '../clock';
import { blobDeadLetters } from './blobDeadLetters';
import { createDispatcher, type StoreDeadLetters } from './dispatcher';
import { type EventGridEngine, openEventGrid } from './engine/engine';
import type { Subscriptions } from './engine/model';
import { eventsEndpoint } from './http';
import { serviceBusDelivery } from './serviceBusDelivery';

export type EventGridOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  readonly subscriptions: Subscriptions;
  /** The queue of a subscription to every type that no other subscription names. */
  readonly otherTypesTo?: string;
  readonly serviceBusConnectionString: string;
  /** Where dead letters go. Without it they are dropped, as by Event Grid. */
  readonly blobConnectionString?: string;
  /** Its name in the path of a dead letter, by default `topic`. */
  readonly topic?: string;
  /** When given, publishers must send this key. */
  readonly topicKey?: string;
  /** Deliveries lie in `<dataDir>/eventgrid/`, or without it in memory. */
  readonly dataDir?: string;
  readonly chaos?: Pick<Chaos, 'duplicate' | 'delayMs' | 'random'>;
  readonly clock?: Clock;
};

export type RunningEventGrid = {
  readonly port: number;
  readonly endpoint: string;
  readonly engine: EventGridEngine;
  /** Resolves when nothing is under way. What is undelivered stays stored. */
  readonly close: () => Promise<void>;
};

/** Starts the topic on 127.0.0.1, resolves when it listens. Rejects with the system's error when the port is taken. */
export async function startEventGrid(options: EventGridOptions): Promise<RunningEventGrid> {
  const { host = '127.0.0.1', clock = systemClock } = options;
  const server = createServer();
  await listen(server, options.port, host);
  // Opened only now: a topic that holds the port may be using the file.
  const engine = openEventGrid({
    subscriptions: options.subscriptions,
    clock,
    ...(options.otherTypesTo === undefined ? {} : { otherTypesTo: options.otherTypesTo }),
    ...(options.dataDir === undefined
      ? {}
      : { file: path.join(options.dataDir, 'eventgrid', 'deliveries.db') }),
    ...(options.chaos === undefined ? {} : { chaos: options.chaos }),
  });
  const bus = serviceBusDelivery(options.serviceBusConnectionString);
  const storeDeadLetters =
    options.blobConnectionString === undefined
      ? dropDeadLetters
      : blobDeadLetters(options.blobConnectionString, options.topic ?? 'topic');
  const dispatcher = createDispatcher(engine, clock, bus.deliver, storeDeadLetters);
  const app = eventsEndpoint({ engine, topicKey: options.topicKey, onPublished: dispatcher.wake });
  server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  dispatcher.wake();
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await Promise.all([closed, dispatcher.stop()]);
    await bus.close();
    engine.close();
  };
  return { port, endpoint: `http://${host}:${port}/api/events`, engine, close };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

const dropDeadLetters: StoreDeadLetters = async (letters) => {
  console.error(
    `Event Grid: ${letters.length} undeliverable events dropped; no dead-letter destination is set.`,
  );
};
