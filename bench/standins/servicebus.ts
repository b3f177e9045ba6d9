import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AzureKeyCredential, EventGridPublisherClient } from '@azure/eventgrid';
import { ServiceBusClient } from '@azure/service-bus';
import { startEventGrid } from '../../local/azure/eventgrid/server';
import { openServiceBus } from '../../local/azure/servicebus/engine/engine';
import { startServiceBus } from '../../local/azure/servicebus/server';

/** Prints what the Service Bus and Event Grid stand-ins do a second; client and servers share this one process. */

const EVENT = { reservationId: 'r-1', seats: ['A-1-1', 'A-1-2'], amount: 340_000, padding: 'x'.repeat(600) };

function report(what: string, times: number, startedAt: number): void {
  const perSecond = Math.round((times / (performance.now() - startedAt)) * 1000);
  console.log(`${perSecond.toLocaleString('en').padStart(9)}/s  ${what}`);
}

function engineCycles(file: string, label: string, times: number): void {
  const engine = openServiceBus({ file, queues: [{ name: 'q' }] });
  const payload = Buffer.from(JSON.stringify(EVENT));
  const startedAt = performance.now();
  for (let i = 0; i < times; i++) {
    engine.send('q', [{ payload }]);
    for (const { lockToken } of engine.receive('q', 1)) engine.complete(lockToken);
  }
  report(`send + receive + complete, engine, ${label}`, times, startedAt);
  engine.close();
}

async function socketCycles(dataDir: string, times: number): Promise<void> {
  const bus = await startServiceBus({ port: 0, dataDir, queues: ['q'] });
  const client = new ServiceBusClient(bus.connectionString);
  const sender = client.createSender('q');
  await sender.sendMessages({ body: EVENT });
  let startedAt = performance.now();
  for (let sent = 0; sent < times; sent += 50) {
    await Promise.all(Array.from({ length: 50 }, () => sender.sendMessages({ body: EVENT })));
  }
  report('single sends, SDK over the socket, 50 at once', times, startedAt);
  startedAt = performance.now();
  await receiveAll(client, times + 1);
  report('receive + complete, SDK over the socket, 32 at once', times, startedAt);
  await client.close();
  await bus.close();
}

function receiveAll(client: ServiceBusClient, times: number): Promise<void> {
  let count = 0;
  return new Promise((resolve) => {
    const receiver = client.createReceiver('q');
    receiver.subscribe(
      {
        processMessage: async () => {
          count += 1;
          if (count === times) setImmediate(resolve);
        },
        processError: async ({ error }) => console.error(error.message),
      },
      { maxConcurrentCalls: 32 },
    );
  });
}

async function eventsThrough(dataDir: string, times: number, batch: number): Promise<void> {
  const bus = await startServiceBus({ port: 0, dataDir, queues: ['q'] });
  const topic = await startEventGrid({
    port: 0,
    dataDir,
    subscriptions: { Happened: ['q'] },
    serviceBusConnectionString: bus.connectionString,
  });
  const publisher = new EventGridPublisherClient(
    topic.endpoint,
    'CloudEvent',
    new AzureKeyCredential('local'),
    {
      allowInsecureConnection: true,
    },
  );
  const startedAt = performance.now();
  for (let sent = 0; sent < times; sent += batch * 8) {
    const events = Array.from({ length: batch }, (_, n) => ({
      id: `${sent + n}`,
      type: 'Happened',
      source: '/bench',
      data: EVENT,
    }));
    await Promise.all(Array.from({ length: 8 }, () => publisher.send(events)));
  }
  while (topic.engine.pending() > 0) await new Promise((resolve) => setTimeout(resolve, 1));
  report(`events published and in their queue, ${batch} a request`, times, startedAt);
  await topic.close();
  await bus.close();
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  engineCycles(':memory:', 'in memory', 50_000);
  engineCycles(path.join(folder, 'engine.db'), 'in a file', 20_000);
  await socketCycles(path.join(folder, 'socket'), 5000);
  await eventsThrough(path.join(folder, 'single'), 4000, 1);
  await eventsThrough(path.join(folder, 'batched'), 16_000, 50);
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

void main();
