import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server, Socket } from 'node:net';
import path from 'node:path';
import { create_container } from 'rhea';
import type { Clock } from '../clock';
import { LISTEN_OPTIONS, speakFor } from './amqp/front';
import { openServiceBus, type ServiceBusEngine } from './engine/engine';
import type { QueueDefinition } from './engine/model';

/** How often locks, schedules and expiry are looked at when nothing else happens. */
const TICK_MS = 50;

export type ServiceBusOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  readonly queues: readonly (string | QueueDefinition)[];
  /**
   * Messages lie in `<dataDir>/servicebus/`, and the operation counts in `operations.json` there. Without it all is in
   * memory.
   */
  readonly dataDir?: string;
  readonly clock?: Clock;
};

export type RunningServiceBus = {
  readonly port: number;
  readonly engine: ServiceBusEngine;
  readonly connectionString: string;
  /** Disconnects every client and frees the port. Stored messages stay. */
  readonly close: () => Promise<void>;
};

/**
 * Starts Service Bus on 127.0.0.1, resolves when it listens. Rejects with the system's error when the port is taken, and
 * has then touched no data. Locks given out by an earlier process end here.
 */
export async function startServiceBus(options: ServiceBusOptions): Promise<RunningServiceBus> {
  const host = options.host ?? '127.0.0.1';
  const folder = options.dataDir === undefined ? undefined : path.join(options.dataDir, 'servicebus');
  // The engine opens only once the port is ours: its file may belong to a bus that is running.
  const { server, engine } = await listen(options, host, folder);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const tick = setInterval(engine.advance, TICK_MS);
  const stopCounting = folder === undefined ? () => {} : keepOperationsFile(engine, folder);
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    clearInterval(tick);
    const closed = new Promise((resolve) => server.close(resolve));
    engine.releaseAll();
    // rhea lets go of a connection (and its timers) only on an error or the peer's end.
    for (const socket of sockets) socket.destroy(new Error('Service Bus is closing.'));
    await closed;
    stopCounting();
    engine.close();
  };
  return { port, engine, connectionString: connectionStringOf(host, port), close };
}

const connectionStringOf = (host: string, port: number): string =>
  `Endpoint=sb://${host}:${port};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=local;UseDevelopmentEmulator=true;`;

function listen(
  { port, queues, clock }: ServiceBusOptions,
  host: string,
  folder: string | undefined,
): Promise<{ server: Server; engine: ServiceBusEngine }> {
  return new Promise((resolve, reject) => {
    const container = create_container({ id: 'servicebus-stand-in' });
    const server = container.listen({ ...LISTEN_OPTIONS, port, host } as never) as Server;
    server.on('error', reject);
    server.on('listening', () => {
      const engine = openServiceBus({
        queues: queues.map((queue) => (typeof queue === 'string' ? { name: queue } : queue)),
        ...(folder === undefined ? {} : { file: path.join(folder, 'messages.db') }),
        ...(clock === undefined ? {} : { clock }),
      });
      engine.releaseAll();
      speakFor(engine, container);
      resolve({ server, engine });
    });
  });
}

/** Writes the counts once a second when they have changed, whole or not at all. */
function keepOperationsFile(engine: ServiceBusEngine, folder: string): () => void {
  const file = path.join(folder, 'operations.json');
  let written = '';
  mkdirSync(folder, { recursive: true });
  const write = (): void => {
    const text = JSON.stringify(engine.operations());
    if (text === written) return;
    written = text;
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };
  write();
  const timer = setInterval(write, 1000);
  return () => {
    clearInterval(timer);
    write();
  };
}
