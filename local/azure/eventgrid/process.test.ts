import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { AzureKeyCredential, EventGridPublisherClient } from '@azure/eventgrid';
import { ServiceBusClient } from '@azure/service-bus';
import { BlobServiceClient, type ContainerClient } from '@azure/storage-blob';
import { type RunningServiceBus, startServiceBus } from '../servicebus/server';
import { freePort, type StandInProcess, spawnStandIn } from '../testing/childProcess';
import { DEAD_LETTER_CONTAINER } from './blobDeadLetters';
import { startEventGrid } from './server';

const publisherTo = (endpoint: string): EventGridPublisherClient<'CloudEvent'> =>
  new EventGridPublisherClient(endpoint, 'CloudEvent', new AzureKeyCredential('local'), {
    allowInsecureConnection: true,
  });

describe('a topic that is killed', () => {
  let dataDir: string;
  let bus: RunningServiceBus;
  let topic: StandInProcess;

  afterEach(async () => {
    await topic.stop('SIGKILL');
    await bus.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('loses no event that it has accepted', async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'eventgrid-'));
    bus = await startServiceBus({ port: 0, queues: ['reservation'] });
    const { port, connectionString } = bus;
    await bus.close();
    const subscriptions = path.join(dataDir, 'subscriptions.json');
    writeFileSync(subscriptions, JSON.stringify({ SeatsHeld: ['reservation'] }));
    const topicPort = await freePort();
    const start = async () => {
      topic = spawnStandIn('eventgrid', [
        ...['--port', String(topicPort), '--data', dataDir],
        ...['--subscriptions', subscriptions, '--service-bus', connectionString],
      ]);
      await topic.printed(/listens on .*; event types: 1\./);
    };
    await start();
    const publisher = publisherTo(`http://127.0.0.1:${topicPort}/api/events`);
    await publisher.send([{ id: 'e-1', type: 'SeatsHeld', source: '/t', data: {} }]);

    await topic.stop('SIGKILL');
    bus = await startServiceBus({ port, queues: ['reservation'] });
    await start();

    const client = new ServiceBusClient(connectionString);
    const [message] = await client
      .createReceiver('reservation', { receiveMode: 'receiveAndDelete' })
      .receiveMessages(1, { maxWaitTimeInMs: 10_000 });
    await client.close();
    expect(message?.body).toMatchObject({ id: 'e-1' });
    expect(await topic.stop()).toBe(0);
  });
});

it.each([
  ['{', /subscriptions\.json: Expected/],
  ['[]', /subscriptions\.json: it is no object\.\n$/],
  ['{"SeatsHeld":"reservation"}', /subscriptions\.json: "SeatsHeld" must have a list of queue names\.\n$/],
])('subscriptions of %s are refused in one line', async (text, message) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'eventgrid-'));
  const file = path.join(folder, 'subscriptions.json');
  writeFileSync(file, text);
  const topic = spawnStandIn('eventgrid', [
    '--subscriptions',
    file,
    '--service-bus',
    'any',
    '--data',
    folder,
  ]);
  expect(await topic.ended).toBe(1);
  rmSync(folder, { recursive: true });
  expect(topic.output()).toMatch(/^Event Grid: --subscriptions [^\n]*\n$/);
  expect(topic.output()).toMatch(message);
});

describe('an event that cannot be delivered', () => {
  let azurite: ChildProcess;

  afterEach(async () => {
    const gone = once(azurite, 'exit');
    azurite.kill('SIGKILL');
    await gone;
  });

  it('becomes a dead letter in Blob storage, with why', async () => {
    const port = await freePort();
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

    expect(name).toMatch(/^TOPIC\/GONE\/\d{4}\/\d+\/\d+\/\d+\/[0-9a-f-]{36}\.json$/);
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
