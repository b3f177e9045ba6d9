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
  source: '/test',
  data: { reservationId: 'r-1' },
  time: new Date('2026-11-20T10:00:00Z'),
  ...more,
});

const text = (length: number): object => ({ text: 'x'.repeat(length) });

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
      source: '/test',
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

it('brings every other type to the queue that is to have it', async () => {
  await topic.close();
  topic = await startEventGrid({
    port: 0,
    subscriptions: SUBSCRIPTIONS,
    otherTypesTo: 'notification',
    serviceBusConnectionString: bus.connectionString,
    topicKey: 'local',
  });
  await publisher().send([event('SeatsHeld'), event('NobodyCares')]);
  expect((await receive('notification', 1)).map(({ body }) => body.type)).toEqual(['NobodyCares']);
  expect(topic.engine.operations()).toMatchObject({ published: 2, dropped: 0 });
});

describe('what is refused', () => {
  it.each([
    ['another key', () => publisher('stolen').send([event('SeatsHeld')]), 401],
    ['more than 1 MB', () => publisher().send([event('SeatsHeld', { data: text(1_100_000) })]), 413],
  ])('%s', async (_, send, statusCode) => {
    await expect(send()).rejects.toMatchObject({ statusCode });
    expect(topic.engine.operations().published).toBe(0);
  });

  const BATCH = 'application/cloudevents-batch+json; charset=utf-8';
  const GOOD = { id: '1', source: '/t', type: 'SeatsHeld', specversion: '1.0' };
  it.each([
    ['no key', BATCH, [GOOD], {}, 401, 'Unauthorized'],
    ['broken JSON', BATCH, '[{', { 'aeg-sas-key': 'local' }, 400, 'BadRequest'],
    ['no array', BATCH, GOOD, { 'aeg-sas-key': 'local' }, 400, 'BadRequest'],
    ['no id', BATCH, [GOOD, { ...GOOD, id: '' }], { 'aeg-sas-key': 'local' }, 400, 'BadRequest'],
    ['no type', BATCH, [{ ...GOOD, type: undefined }], { 'aeg-sas-key': 'local' }, 400, 'BadRequest'],
    [
      'another version',
      BATCH,
      [{ ...GOOD, specversion: '0.3' }],
      { 'aeg-sas-key': 'local' },
      400,
      'BadRequest',
    ],
    ['an odd time', BATCH, [{ ...GOOD, time: 'soon' }], { 'aeg-sas-key': 'local' }, 400, 'BadRequest'],
    ['plain JSON', 'application/json', [GOOD], { 'aeg-sas-key': 'local' }, 415, 'UnsupportedMediaType'],
  ])('%s', async (_, contentType, body, headers, status, code) => {
    const response = await fetch(topic.endpoint, {
      method: 'POST',
      headers: { 'content-type': contentType, ...(headers as Record<string, string>) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code, details: [{ code }] } });
    expect(topic.engine.operations().published).toBe(0);
  });
});

it('takes a single event, and a token in place of the key', async () => {
  const response = await fetch(topic.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents+json', authorization: 'Bearer any' },
    body: JSON.stringify({ id: '1', source: '/t', type: 'SeatsHeld', specversion: '1.0' }),
  });
  expect(response.status).toBe(200);
  expect(await receive('reservation', 1)).toMatchObject([{ body: { id: '1' } }]);
});

it('tells its operations over HTTP', async () => {
  await publisher().send([event('ReservationExpired')]);
  await receive('musical', 1);
  await receive('notification', 1);
  const response = await fetch(new URL('/_stand-in/operations', topic.endpoint));
  expect(await response.json()).toMatchObject({ published: 1, delivered: 2, pending: 0 });
});

it('keeps events while Service Bus is away and delivers them when it is back', async () => {
  const { port } = bus;
  await bus.close();
  await publisher().send(Array.from({ length: 20 }, (_, n) => event('SeatsHeld', { id: `e${n}` })));
  expect(topic.engine.pending()).toBe(20);
  bus = await startServiceBus({ port, queues: ['musical', 'reservation', 'notification'] });
  const ids = (await receive('reservation', 20)).map(({ body }) => body.id);
  expect(new Set(ids).size).toBe(20);
});

it('does not let one large event hold up its batch', async () => {
  await publisher().send([
    event('SeatsHeld', { id: 'large', data: text(300_000) }),
    event('SeatsHeld', { id: 'small', data: text(200_000) }),
    event('SeatsHeld', { id: 'also small', data: text(200_000) }),
  ]);
  const ids = (await receive('reservation', 2)).map(({ body }) => body.id);
  expect(ids.toSorted()).toEqual(['also small', 'small']);
});
