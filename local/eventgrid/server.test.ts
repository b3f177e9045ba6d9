import { AzureKeyCredential, EventGridPublisherClient, type SendCloudEventInput } from '@azure/eventgrid';
import { ServiceBusClient, type ServiceBusReceivedMessage } from '@azure/service-bus';
import { type RunningServiceBus, startServiceBus } from '../servicebus/server';
import { type RunningEventGrid, startEventGrid } from './server';

const SUBSCRIPTIONS = { SeatsHeld: ['reservation'], ReservationExpired: ['musical', 'notification'] };
let bus: RunningServiceBus;
let topic: RunningEventGrid;
let client: ServiceBusClient;

beforeEach(async () => {
  bus = await startServiceBus({ port: 0, queues: ['musical', 'reservation', 'notification'] });
  client = new ServiceBusClient(bus.connectionString);
  topic = await startEventGrid({
    port: 0,
    subscriptions: SUBSCRIPTIONS,
    serviceBusConnectionString: bus.connectionString,
    topicKey: 'local',
  });
});

afterEach(async () => {
  await client.close();
  await topic.close();
  await bus.close();
});

const publisher = (key = 'local'): EventGridPublisherClient<'CloudEvent'> =>
  new EventGridPublisherClient(topic.endpoint, 'CloudEvent', new AzureKeyCredential(key), {
    allowInsecureConnection: true,
  });

const event = (type: string, more: object = {}): SendCloudEventInput<unknown> => ({
  id: `e-${type}`,
  type,
  source: '/marquee/test',
  data: { reservationId: 'r-1' },
  time: new Date('2026-11-20T10:00:00Z'),
  ...more,
});

async function receive(queue: string, count: number): Promise<ServiceBusReceivedMessage[]> {
  const receiver = client.createReceiver(queue, { receiveMode: 'receiveAndDelete' });
  const messages: ServiceBusReceivedMessage[] = [];
  while (messages.length < count) {
    const more = await receiver.receiveMessages(count - messages.length, { maxWaitTimeInMs: 5000 });
    if (more.length === 0) break;
    messages.push(...more);
  }
  return messages;
}

it('brings an event to the queue its type is routed to, as structured JSON', async () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  await publisher().send([event('SeatsHeld', { subject: 'r-1', extensionAttributes: { traceparent } })]);

  const [message] = await receive('reservation', 1);

  expect(message).toMatchObject({
    contentType: 'application/cloudevents+json',
    body: {
      specversion: '1.0',
      id: 'e-SeatsHeld',
      type: 'SeatsHeld',
      source: '/marquee/test',
      subject: 'r-1',
      time: '2026-11-20T10:00:00.000Z',
      data: { reservationId: 'r-1' },
      traceparent,
    },
    applicationProperties: { 'Diagnostic-Id': traceparent, 'aeg-output-event-id': 'e-SeatsHeld' },
  });
  expect(message?.messageId).not.toBe('e-SeatsHeld');
});

it('brings an event to each queue that wants it, and drops what none wants', async () => {
  await publisher().send([event('ReservationExpired'), event('NobodyCares')]);
  expect(await receive('musical', 1)).toHaveLength(1);
  expect(await receive('notification', 1)).toHaveLength(1);
  expect(topic.engine.operations()).toMatchObject({ published: 2, dropped: 1 });
});
