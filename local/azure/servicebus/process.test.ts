import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ServiceBusClient, type ServiceBusReceivedMessage } from '@azure/service-bus';
import { freeOffset, startProcess, type TestProcess } from './testProcess';

const MAIN = 'local/azure/servicebus/main.js';
const root = path.join(__dirname, '../../..');
let dataDir: string;
let env: Record<string, string>;
let bus: TestProcess;
let connectionString: string;
let client: ServiceBusClient;

beforeAll(() => {
  if (existsSync(path.join(root, 'dist', MAIN))) return;
  execFileSync('npm', ['run', 'build'], { cwd: root });
});

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'servicebus-'));
  const offset = await freeOffset(5672);
  env = { MARQUEE_PORT_OFFSET: String(offset), MARQUEE_DATA_DIR: dataDir };
  bus = await startProcess(MAIN, env);
  connectionString = `Endpoint=sb://127.0.0.1:${5672 + offset};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=local;UseDevelopmentEmulator=true;`;
  // By default a subscriber waits half a minute to connect again.
  client = new ServiceBusClient(connectionString, {
    retryOptions: { retryDelayInMs: 200 },
  });
});

afterEach(async () => {
  await client.close();
  await bus.kill().catch(() => {});
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

  await bus.kill();
  bus = await startProcess(MAIN, env);

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

  await bus.kill();
  bus = await startProcess(MAIN, env);

  const after = arrival('after');
  await sender.sendMessages({ body: 'after' });
  expect(await after).toMatchObject({ body: 'after', deliveryCount: 0 });
});

it('names its port and its queues, keeps the counts in a file, and ends on SIGTERM', async () => {
  expect(bus.readyLine).toMatch(/listens on 127\.0\.0\.1:\d+; queues: musical, notification, reservation/);
  await client.createSender('musical').sendMessages({ body: 1 });
  expect(await bus.end()).toBe(0);
  const counts = JSON.parse(readFileSync(path.join(dataDir, 'servicebus', 'operations.json'), 'utf8'));
  expect(counts).toMatchObject({ send: 1, receive: 0 });
});

it('says in one line that its port is taken', () => {
  const second = spawnSync(process.execPath, [path.join(root, 'dist', MAIN)], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  expect(second.status).toBe(1);
  expect(second.stderr).toMatch(/^Service Bus: port \d+ is already taken\.\n$/);
});
