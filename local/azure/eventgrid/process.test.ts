import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { AzureKeyCredential, EventGridPublisherClient } from '@azure/eventgrid';
import { ServiceBusClient } from '@azure/service-bus';
import { BlobServiceClient, type ContainerClient } from '@azure/storage-blob';
import { type RunningServiceBus, startServiceBus } from '../servicebus/server';
import { freeOffset, startProcess, type TestProcess } from '../servicebus/testProcess';
import { DEAD_LETTER_CONTAINER } from './blobDeadLetters';
import { startEventGrid } from './server';

const MAIN = 'local/azure/eventgrid/main.js';
const root = path.join(__dirname, '../../..');

beforeAll(() => {
  if (existsSync(path.join(root, 'dist', MAIN))) return;
  execFileSync('npm', ['run', 'build'], { cwd: root });
});

const publisherTo = (endpoint: string): EventGridPublisherClient<'CloudEvent'> =>
  new EventGridPublisherClient(endpoint, 'CloudEvent', new AzureKeyCredential('local'), {
    allowInsecureConnection: true,
  });

describe('a topic that is killed', () => {
  let dataDir: string;
  let bus: RunningServiceBus;
  let topic: TestProcess;

  afterEach(async () => {
    await topic.kill();
    await bus.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('loses no event that it has accepted', async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'eventgrid-'));
    bus = await startServiceBus({ port: 0, queues: ['reservation'] });
    const { port, connectionString } = bus;
    await bus.close();
    const offset = await freeOffset(6500);
    const env = {
      MARQUEE_PORT_OFFSET: String(offset),
      MARQUEE_DATA_DIR: dataDir,
      SERVICEBUS: connectionString,
    };
    topic = await startProcess(MAIN, env);
    const publisher = publisherTo(`http://127.0.0.1:${6500 + offset}/api/events`);
    await publisher.send([{ id: 'e-1', type: 'SeatsHeld', source: '/t', data: {} }]);

    await topic.kill();
    bus = await startServiceBus({ port, queues: ['reservation'] });
    topic = await startProcess(MAIN, env);

    const client = new ServiceBusClient(connectionString);
    const [message] = await client
      .createReceiver('reservation', { receiveMode: 'receiveAndDelete' })
      .receiveMessages(1, { maxWaitTimeInMs: 10_000 });
    await client.close();
    expect(message?.body).toMatchObject({ id: 'e-1' });
    expect(await topic.end()).toBe(0);
  });
});

describe('an event that cannot be delivered', () => {
  let azurite: ChildProcess;

  afterEach(async () => {
    const gone = once(azurite, 'exit');
    azurite.kill('SIGKILL');
    await gone;
  });

  it('becomes a dead letter in Blob storage, with why', async () => {
    const port = 10_000 + (await freeOffset(10_000));
    azurite = spawn(
      process.execPath,
      [
        require.resolve('azurite/dist/src/blob/main.js'),
        '--inMemoryPersistence',
        '--skipApiVersionCheck',
        '--blobPort',
        String(port),
      ],
      { cwd: tmpdir() },
    );
    const lines = createInterface(azurite.stdout as NonNullable<ChildProcess['stdout']>);
    for await (const line of lines) if (line.includes('successfully listen')) break;
    const blobConnectionString = `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;BlobEndpoint=http://127.0.0.1:${port}/devstoreaccount1;`;
    const bus = await startServiceBus({ port: 0, queues: [] });
    const topic = await startEventGrid({
      port: 0,
      subscriptions: { SeatsHeld: ['gone'] },
      serviceBusConnectionString: bus.connectionString,
      blobConnectionString,
    });

    await publisherTo(topic.endpoint).send([{ id: 'e-1', type: 'SeatsHeld', source: '/t', data: {} }]);
    const container =
      BlobServiceClient.fromConnectionString(blobConnectionString).getContainerClient(DEAD_LETTER_CONTAINER);
    const { name, events } = await firstBlob(container);

    expect(name).toMatch(/^MARQUEE\/GONE\/\d{4}\/\d+\/\d+\/\d+\/[0-9a-f-]{36}\.json$/);
    expect(events).toMatchObject([
      {
        id: 'e-1',
        type: 'SeatsHeld',
        deadLetterReason: 'UndeliverableDueToClientError',
        deliveryAttempts: 1,
        lastDeliveryOutcome: 'MessagingEntityNotFound',
        publishTime: expect.stringMatching(/^\d{4}-/),
      },
    ]);
    await topic.close();
    await bus.close();
  });
});

async function firstBlob(container: ContainerClient): Promise<{ name: string; events: unknown }> {
  for (;;) {
    if (await container.exists()) {
      for await (const { name } of container.listBlobsFlat()) {
        const buffer = await container.getBlobClient(name).downloadToBuffer();
        return { name, events: JSON.parse(buffer.toString()) };
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
