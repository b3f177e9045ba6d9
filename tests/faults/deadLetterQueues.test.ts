import { ServiceBusClient } from '@azure/service-bus';
import { type DeadLetterQueues, deadLetterQueues } from '../../functions/operations/deadLetterQueues';
import { QUEUES } from '../../functions/operations/explainDeadLetter';
import { askForPending } from '../../functions/operations/usecases/askForPending';
import { tendDeadLetters } from '../../functions/operations/usecases/tendDeadLetters';
import { type RunningServiceBus, startServiceBus } from '../../local/azure/servicebus/server';
import { UNCLAIMED_QUEUE } from '../../shared/messaging/unclaimed';
import { pendingStore } from '../../shared/pending/pending';
import { openContainers } from '../samples/containers';

let bus: RunningServiceBus;
let client: ServiceBusClient;
let letters: DeadLetterQueues;
const opened: ServiceBusClient[] = [];

beforeEach(async () => {
  bus = await startServiceBus({
    port: 0,
    queues: [...QUEUES, UNCLAIMED_QUEUE],
  });
  const open = () => {
    const one = new ServiceBusClient(bus.connectionString);
    opened.push(one);
    return one;
  };
  client = open();
  letters = deadLetterQueues(open, async () => 'the store was away');
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
  await bus.close();
});

const event = (id: string, type: string, data: object = { reservationId: 'r1', performanceId: 'm1.p1' }) => ({
  specversion: '1.0',
  id,
  source: '/marquee/musical',
  type,
  subject: 'r1',
  time: '2026-11-21T10:00:00.000Z',
  datacontenttype: 'application/json',
  data,
});

const send = (queue: string, body: object, messageId: string) =>
  client.createSender(queue).sendMessages({ body, messageId, contentType: 'application/json' });

async function sendDead(queue: string, body: object, messageId: string): Promise<void> {
  await send(queue, body, messageId);
  const receiver = client.createReceiver(queue);
  const [message] = await receiver.receiveMessages(1, { maxWaitTimeInMs: 5_000 });
  if (message === undefined) throw new Error('it is in the queue');
  await receiver.deadLetterMessage(message, {
    deadLetterReason: 'MaxDeliveryCountExceeded',
    deadLetterErrorDescription: '',
  });
  await receiver.close();
}

async function receive(queue: string) {
  const receiver = client.createReceiver(queue, { receiveMode: 'receiveAndDelete' });
  const messages = await receiver.receiveMessages(10, { maxWaitTimeInMs: 1_000 });
  await receiver.close();
  return messages.map(({ messageId, body }) => `${messageId} ${body.id}`);
}

const listed = async () => (await letters.list()).map(({ letter }) => `${letter.queue} ${letter.eventId}`);

test('a replay puts a letter back as the message it was, and only the one that is meant', async () => {
  await sendDead('reservation', event('e1', 'SeatsSold'), 'message-1');
  await sendDead('reservation', event('e2', 'SeatsSold'), 'message-2');
  expect(await letters.replay('reservation', ['e1'])).toBe(1);
  expect(await receive('reservation')).toEqual(['message-1 e1']);
  expect(await listed()).toEqual(['reservation e2']);
});

test('a discarded letter is gone, and the others stay', async () => {
  await sendDead('musical', event('e1', 'PaymentApproved'), 'message-1');
  await sendDead('musical', event('e2', 'PaymentApproved'), 'message-2');
  expect(await letters.discard('musical', 'e1')).toBe(1);
  expect(await listed()).toEqual(['musical e2']);
  expect(await receive('musical')).toEqual([]);
});

test('an event that no context hears of waits for one, and goes to those that take its type by then', async () => {
  await send(UNCLAIMED_QUEUE, event('e1', 'SeatsPainted'), 'message-1');
  await send(UNCLAIMED_QUEUE, event('e2', 'ReservationExpired'), 'message-2');
  const [painted] = await letters.list();
  expect(painted?.letter.reason).toContain('No context hears of events of type SeatsPainted');
  await expect(letters.replay(UNCLAIMED_QUEUE, ['e1'])).rejects.toThrow(
    'No context hears of events of type SeatsPainted yet',
  );
  expect(await letters.replay(UNCLAIMED_QUEUE, ['e2'])).toBe(1);
  expect(await receive('musical')).toEqual(['message-2 e2']);
  expect(await receive('notification')).toEqual(['message-2 e2']);
  expect(await listed()).toEqual(['unclaimed e1']);
});

test('a letter is shown with its reservation and without personal data, and what a person asks for is done', async () => {
  const { container, clock } = openContainers(Date.parse('2026-11-21T10:05:00.000Z'));
  const pending = pendingStore(container('pending'));
  const lines: object[] = [];
  const note = (message: string, fields: object = {}) => void lines.push({ message, ...fields });
  const deps = {
    clock: { now: () => clock.nowMs },
    sleep: async () => {},
    random: () => 0,
    log: { info: note, warn: note, error: note },
    pending,
    deadLetters: letters,
    everySeconds: 60,
  };
  const data = {
    reservationId: 'r1',
    performanceId: 'm1.p1',
    customer: { name: 'Kim', email: 'kim@example.com' },
  };
  await sendDead('reservation', event('e1', 'SeatsSold', data), 'message-1');
  await tendDeadLetters(deps);
  const item = (await pending.read('dead-letter', 'reservation:e1'))?.value;
  expect(item).toMatchObject({ reservationId: 'r1', body: { queue: 'reservation', type: 'SeatsSold' } });
  expect(item?.reason).toContain('the store was away');
  expect(JSON.stringify(item)).not.toMatch(/Kim|kim@/);
  expect((await pending.progressOf('operations'))?.value.figures).toEqual({ deadLetters: 1 });

  const ask = {
    kind: 'dead-letter',
    id: 'reservation:e1',
    action: 'discard',
    by: 'lee',
    reason: 'a test',
  } as const;
  await askForPending(deps, ask);
  await tendDeadLetters(deps);
  expect(await pending.page({ limit: 10 })).toEqual([]);
  expect(await listed()).toEqual([]);
  expect(lines).toContainEqual(
    expect.objectContaining({ audit: true, action: 'discard', caller: 'lee', why: 'a test' }),
  );
  await expect(askForPending(deps, ask)).rejects.toMatchObject({ code: 'not-found' });
  await expect(askForPending(deps, { ...ask, kind: 'refund' })).rejects.toMatchObject({
    code: 'wrong-state',
  });
});
