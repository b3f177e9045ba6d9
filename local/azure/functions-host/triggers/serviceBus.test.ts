import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ServiceBusClient } from '@azure/service-bus';
import { type RunningServiceBus, startServiceBus } from '../../servicebus/server';
import { fixture, type HostProcess, startHostProcess } from '../fixtures/hostProcess';
import { parseEntity } from './serviceBus';

const queues = [
  { name: 'one', maxDeliveryCount: 3, lockDurationMs: 1_000 },
  { name: 'many', maxDeliveryCount: 3, lockDurationMs: 1_000 },
  'next',
  'last',
];
let dataDir: string;
let bus: RunningServiceBus;
let client: ServiceBusClient;
let host: HostProcess;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'bus-'));
  bus = await startServiceBus({ port: 0, queues, dataDir });
  client = new ServiceBusClient(bus.connectionString);
  host = await startHostProcess(fixture('servicebus'), { BUS: bus.connectionString, QUEUE: 'one' });
});
afterAll(async () => {
  expect(await host.stop()).toBe(0);
  await client.close();
  await bus.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const send = (
  queue: string,
  messages: Parameters<ReturnType<ServiceBusClient['createSender']>['sendMessages']>[0],
) => client.createSender(queue).sendMessages(messages);

test('a JSON message arrives parsed, with its metadata and its trace', async () => {
  const traceParent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await send('one', {
    body: { describe: true },
    messageId: 'm-1',
    correlationId: 'c-1',
    subject: 's-1',
    contentType: 'application/json',
    applicationProperties: { 'Diagnostic-Id': traceParent, Attempt: 2 },
  });
  const [, json] = await host.printed(/metadata (.*)/);
  expect(JSON.parse(json ?? '')).toMatchObject({
    messageId: 'm-1',
    correlationId: 'c-1',
    subject: 's-1',
    label: 's-1',
    contentType: 'application/json',
    deliveryCount: 1,
    sequenceNumber: expect.any(Number),
    lockToken: expect.stringMatching(/^[0-9a-f-]{36}$/),
    enqueuedTimeUtc: expect.stringMatching(/^\d{4}-.*Z$/),
    applicationProperties: { 'diagnostic-Id': traceParent, attempt: 2 },
    userProperties: { 'diagnostic-Id': traceParent, attempt: 2 },
    traceParent,
  });
  await host.printed(
    /Executing 'Functions\.single' \(Reason='\(null\)', Id=.*\)\n.*Trigger Details: MessageId: m-1, SequenceNumber: \d+, DeliveryCount: 1, /,
  );
});

test.each([
  ['text', 'plain text'],
  ['an array', [1, 2]],
])('a body of %s arrives as such', async (_, body) => {
  await send('one', { body });
  await host.printed(new RegExp(`handled ${JSON.stringify(body).replace(/[[\]]/g, '\\$&')}`));
});

test('a message whose function threw comes again until it succeeds', async () => {
  await send('one', { body: { id: 'again', throws: 2 } });
  await host.printed(/handled \{"id":"again"/);
  expect(
    host
      .output()
      .match(/single \{"message":\{"id":"again".*"deliveryCount":\d/g)
      ?.map((line) => line.slice(-1)),
  ).toEqual(['1', '2', '3']);
});

test('after the maximum it is a dead letter, which a trigger can read', async () => {
  await send('one', { body: { id: 'hopeless', throws: 99 } });
  await host.printed(
    /dead \{"message":\{"id":"hopeless","throws":99\},"reason":"MaxDeliveryCountExceeded"\}/,
  );
});

test('a function that outlasts the lock keeps it', async () => {
  await send('one', { body: { id: 'slow', waitMs: 2_500 } });
  await host.printed(/handled \{"id":"slow"/);
  expect(host.output().match(/single \{"message":\{"id":"slow"/g)).toHaveLength(1);
});

test('at most maxConcurrentCalls run at once', async () => {
  await send(
    'one',
    Array.from({ length: 12 }, (_, i) => ({ body: { id: `p${i}`, waitMs: 100 } })),
  );
  for (let i = 0; i < 12; i++) await host.printed(new RegExp(`handled \\{"id":"p${i}"`));
  const most = [...host.output().matchAll(/"inParallel":(\d+)/g)].map(([, n]) => Number(n));
  expect(Math.max(...most)).toBe(4);
});

test('cardinality many: a batch succeeds or comes again as a whole', async () => {
  await send('many', [
    { body: { n: 1, throws: true }, messageId: 'b-1' },
    { body: { n: 2 }, messageId: 'b-2' },
  ]);
  await host.printed(/(batch \{"messages":\[.*"n":1[\s\S]*){2}/);
  await host.printed(/(batch \{"messages":\[.*"n":2[\s\S]*){2}/);
});

test('output bindings send on, by extraOutputs and by return, in one trace', async () => {
  const body = JSON.stringify([{ n: 1 }, 'two']);
  const trace = '0af7651916cd43dd8448eb211c80319d';
  const headers = { traceparent: `00-${trace}-b7ad6b7169203331-01` };
  expect((await fetch(host.url('/api/send'), { method: 'POST', body, headers })).status).toBe(202);
  await host.printed(/last \{"forwarded":\{"n":1\}\}/);
  await host.printed(/last \{"forwarded":"two"\}/);
  await host.printed(new RegExp(`trace 00-${trace}-\\w{16}-01[\\s\\S]*trace 00-${trace}-`));
});

test('when the bus goes away and comes back, so does the trigger', async () => {
  const { port } = bus;
  await client.close();
  await bus.close();
  bus = await startServiceBus({ port, queues, dataDir });
  client = new ServiceBusClient(bus.connectionString);
  await send('one', { body: { id: 'after the break' } });
  await host.printed(/handled \{"id":"after the break"/);
});

test('a message under way when its host is killed is handled by another', async () => {
  const settings = { BUS: bus.connectionString, QUEUE: 'one' };
  await send('one', { body: { id: 'orphan', waitMs: 1_500 } });
  await host.printed(/single \{"message":\{"id":"orphan"/);
  await host.stop('SIGKILL');
  host = await startHostProcess(fixture('servicebus'), settings);
  await host.printed(/handled \{"id":"orphan"/);
});

test('a stop waits for the message under way', async () => {
  await send('one', { body: { id: 'last wish', waitMs: 700 } });
  await host.printed(/single \{"message":\{"id":"last wish"/);
  expect(await host.stop()).toBe(0);
  expect(host.output()).toMatch(/handled \{"id":"last wish"/);
  host = await startHostProcess(fixture('servicebus'), { BUS: bus.connectionString, QUEUE: 'one' });
});

test.each([
  [{ queueName: 'a' }, { entity: 'a', subscription: undefined, deadLetter: false }],
  [{ queueName: 'a/$DeadLetterQueue' }, { entity: 'a', subscription: undefined, deadLetter: true }],
  [
    { topicName: 't', subscriptionName: 's' },
    { entity: 't', subscription: 's', deadLetter: false },
  ],
  [
    { topicName: 't', subscriptionName: 's/$deadletterqueue' },
    { entity: 't', subscription: 's', deadLetter: true },
  ],
])('%j is read from %j', (trigger, expected) => {
  expect(parseEntity(trigger)).toEqual(expected);
});
