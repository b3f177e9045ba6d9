import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ServiceBusClient, type ServiceBusReceivedMessage } from '@azure/service-bus';
import { freePort, type StandInProcess, spawnStandIn } from '../testing/childProcess';
import { startServiceBus } from './server';

let dataDir: string;
let port: number;
let bus: StandInProcess;
let connectionString: string;
let client: ServiceBusClient;

async function start(): Promise<StandInProcess> {
  const queues = ['musical', 'notification', 'reservation'].flatMap((queue) => ['--queue', queue]);
  const started = spawnStandIn('servicebus', ['--port', String(port), '--data', dataDir, ...queues]);
  await started.printed(/\n/);
  return started;
}

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'servicebus-'));
  port = await freePort();
  bus = await start();
  connectionString = `Endpoint=sb://127.0.0.1:${port};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=local;UseDevelopmentEmulator=true;`;
  // By default a subscriber waits half a minute to connect again.
  client = new ServiceBusClient(connectionString, {
    retryOptions: { retryDelayInMs: 200 },
  });
});

afterEach(async () => {
  await client.close();
  await bus.stop('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

/** Resolves when a message has left its queue. */
async function settled({ sequenceNumber }: ServiceBusReceivedMessage): Promise<void> {
  const looker = client.createReceiver('musical');
  const fromSequenceNumber = sequenceNumber as NonNullable<typeof sequenceNumber>;
  while ((await looker.peekMessages(1, { fromSequenceNumber })).length > 0);
}

it('loses no accepted message when it is killed, and gives back what was locked', async () => {
  await client.createSender('musical').sendMessages([{ body: 'held' }, { body: 'waiting' }]);
  await client.createReceiver('musical', { maxAutoLockRenewalDurationInMs: 0 }).receiveMessages(1);

  await bus.stop('SIGKILL');
  bus = await start();

  const later = new ServiceBusClient(connectionString);
  const messages = await later.createReceiver('musical').receiveMessages(2, { maxWaitTimeInMs: 5000 });
  await later.close();
  expect(messages.map(({ body, deliveryCount }) => [body, deliveryCount])).toEqual([
    ['held', 0],
    ['waiting', 0],
  ]);
});

it('is found again by senders and subscribers that were there before it was killed', async () => {
  const sender = client.createSender('musical');
  const waiting = new Map<unknown, (message: ServiceBusReceivedMessage) => void>();
  const arrival = (body: string): Promise<ServiceBusReceivedMessage> =>
    new Promise((resolve) => waiting.set(body, resolve));
  client.createReceiver('musical').subscribe({
    processMessage: async (message) => waiting.get(message.body)?.(message),
    processError: async () => {},
  });
  const before = arrival('before');
  await sender.sendMessages({ body: 'before' });
  await settled(await before);

  await bus.stop('SIGKILL');
  bus = await start();

  const after = arrival('after');
  await sender.sendMessages({ body: 'after' });
  expect(await after).toMatchObject({ body: 'after', deliveryCount: 0 });
});

it('names its port and its queues, keeps the counts in a file, and ends on SIGTERM', async () => {
  expect(bus.output()).toMatch(/listens on 127\.0\.0\.1:\d+; queues: musical, notification, reservation/);
  await client.createSender('musical').sendMessages({ body: 1 });
  expect(await bus.stop()).toBe(0);
  const counts = JSON.parse(readFileSync(path.join(dataDir, 'servicebus', 'operations.json'), 'utf8'));
  expect(counts).toMatchObject({ send: 1, receive: 0 });
});

it('says in one line that its port is taken', async () => {
  const other = await startServiceBus({ port: 0, queues: [] });
  const second = spawnStandIn('servicebus', [
    '--port',
    String(other.port),
    '--data',
    dataDir,
    '--queue',
    'q',
  ]);
  expect(await second.ended).toBe(1);
  await other.close();
  expect(second.output()).toBe(`Service Bus: port ${other.port} is already taken.\n`);
});

it('wants to know its queues', async () => {
  const nothing = spawnStandIn('servicebus', ['--port', '0', '--data', dataDir]);
  expect(await nothing.ended).toBe(1);
  expect(nothing.output()).toBe('Service Bus: name at least one queue: --queue <name>.\n');
});
