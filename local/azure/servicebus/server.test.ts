import { once } from 'node:events';
import { connect } from 'node:net';
import { ServiceBusClient, type ServiceBusReceivedMessage } from '@azure/service-bus';
import { type RunningServiceBus, startServiceBus } from './server';

const ODD = { deadLetterReason: 'odd', deadLetterErrorDescription: 'of no known type' };

let bus: RunningServiceBus;
let client: ServiceBusClient;

beforeEach(async () => {
  bus = await startServiceBus({
    port: 0,
    queues: ['musical', { name: 'brief', lockDurationMs: 300 }, { name: 'strict', maxDeliveryCount: 2 }],
  });
  client = new ServiceBusClient(bus.connectionString, { retryOptions: { maxRetries: 0, timeoutInMs: 5000 } });
});

afterEach(async () => {
  await client.close();
  await bus.close();
});

async function receiveOne(
  queue = 'musical',
  subQueueType?: 'deadLetter',
): Promise<ServiceBusReceivedMessage> {
  const receiver = client.createReceiver(queue, subQueueType ? { subQueueType } : {});
  const [message] = await receiver.receiveMessages(1, { maxWaitTimeInMs: 3000 });
  if (!message) throw new Error(`Nothing came from ${queue}.`);
  return message;
}

describe('sending and receiving', () => {
  it('brings a message whole', async () => {
    await client.createSender('musical').sendMessages({
      body: { seats: ['A-1-1'], amount: 170_000 },
      messageId: 'm-1',
      correlationId: 'c-1',
      subject: 'ReservationPlaced',
      contentType: 'application/json',
      applicationProperties: { 'Diagnostic-Id': '00-aa-bb-01', attempt: 3, urgent: true },
    });

    const message = await receiveOne();

    expect(message).toMatchObject({
      body: { seats: ['A-1-1'], amount: 170_000 },
      messageId: 'm-1',
      correlationId: 'c-1',
      subject: 'ReservationPlaced',
      contentType: 'application/json',
      applicationProperties: { 'Diagnostic-Id': '00-aa-bb-01', attempt: 3, urgent: true },
      deliveryCount: 0,
      state: 'active',
    });
    expect(message.sequenceNumber?.toNumber()).toBe(1);
    expect(message.enqueuedTimeUtc).toBeInstanceOf(Date);
    expect(message.lockedUntilUtc?.getTime()).toBeGreaterThan(Date.now());
  });

  it.each([
    ['text', 'seats please', 'seats please'],
    ['bytes', Buffer.from([0, 1, 254, 255]), Buffer.from([0, 1, 254, 255])],
    ['nothing', null, null],
    ['a list', [1, 'two'], [1, 'two']],
  ])('brings %s', async (_, body, expected) => {
    await client.createSender('musical').sendMessages({ body });
    expect((await receiveOne()).body).toEqual(expected);
  });

  it('takes arrays and batches, in order', async () => {
    const sender = client.createSender('musical');
    const batch = await sender.createMessageBatch();
    for (const n of [3, 4]) expect(batch.tryAddMessage({ body: n })).toBe(true);
    await sender.sendMessages([{ body: 1 }, { body: 2 }]);
    await sender.sendMessages(batch);

    const messages = await client.createReceiver('musical').receiveMessages(4, { maxWaitTimeInMs: 3000 });
    expect(messages.map(({ body }) => body)).toEqual([1, 2, 3, 4]);
  });

  it('gives a message to one receiver only, and none is left once it is completed', async () => {
    await client.createSender('musical').sendMessages({ body: 1 });
    const receiver = client.createReceiver('musical');
    const [message] = await receiver.receiveMessages(1);
    const other = client.createReceiver('musical');
    expect(await other.receiveMessages(1, { maxWaitTimeInMs: 200 })).toEqual([]);
    await receiver.completeMessage(message as ServiceBusReceivedMessage);
    expect(bus.engine.counts('musical')).toMatchObject({ active: 0, locked: 0, deadLettered: 0 });
  });

  it('removes on delivery in receiveAndDelete', async () => {
    await client.createSender('musical').sendMessages([{ body: 1 }, { body: 2 }]);
    const receiver = client.createReceiver('musical', { receiveMode: 'receiveAndDelete' });
    const messages = await receiver.receiveMessages(2, { maxWaitTimeInMs: 3000 });
    expect(messages.map(({ body }) => body)).toEqual([1, 2]);
    expect(bus.engine.counts('musical')).toMatchObject({ active: 0, locked: 0 });
  });
});

describe('settling', () => {
  it('abandons: the message comes again, counted, with the properties given', async () => {
    await client.createSender('musical').sendMessages({ body: 1, applicationProperties: { kept: 'yes' } });
    const receiver = client.createReceiver('musical');
    const [first] = await receiver.receiveMessages(1);
    await receiver.abandonMessage(first as ServiceBusReceivedMessage, { why: 'not yet' });
    const [second] = await receiver.receiveMessages(1, { maxWaitTimeInMs: 3000 });
    expect(second).toMatchObject({
      body: 1,
      deliveryCount: 1,
      applicationProperties: { kept: 'yes', why: 'not yet' },
    });
  });

  it('makes a dead letter of a message that failed too often', async () => {
    await client.createSender('strict').sendMessages({ body: 'poison', messageId: 'p' });
    const receiver = client.createReceiver('strict');
    for (const deliveryCount of [0, 1]) {
      const [message] = await receiver.receiveMessages(1, { maxWaitTimeInMs: 3000 });
      expect(message?.deliveryCount).toBe(deliveryCount);
      await receiver.abandonMessage(message as ServiceBusReceivedMessage);
    }
    expect(await receiveOne('strict', 'deadLetter')).toMatchObject({
      body: 'poison',
      messageId: 'p',
      deliveryCount: 2,
      deadLetterReason: 'MaxDeliveryCountExceeded',
      deadLetterSource: 'strict',
    });
  });

  it('dead-letters with reason, description and properties', async () => {
    await client.createSender('musical').sendMessages({ body: 'odd' });
    const receiver = client.createReceiver('musical');
    const [message] = await receiver.receiveMessages(1);
    await receiver.deadLetterMessage(message as ServiceBusReceivedMessage, {
      deadLetterReason: 'unreadable',
      deadLetterErrorDescription: 'no such event',
      line: 7,
    });
    const letters = client.createReceiver('musical', { subQueueType: 'deadLetter' });
    const [letter] = await letters.receiveMessages(1, { maxWaitTimeInMs: 3000 });
    expect(letter).toMatchObject({
      body: 'odd',
      deadLetterReason: 'unreadable',
      deadLetterErrorDescription: 'no such event',
      applicationProperties: { line: 7 },
    });
    await letters.completeMessage(letter as ServiceBusReceivedMessage);
    expect(bus.engine.counts('musical').deadLettered).toBe(0);
  });

  it('refuses to settle once the lock has run out, and delivers the message again', async () => {
    await client.createSender('brief').sendMessages({ body: 1 });
    const receiver = client.createReceiver('brief', { maxAutoLockRenewalDurationInMs: 0 });
    const other = client.createReceiver('brief');
    const [message] = await receiver.receiveMessages(1);
    const [again] = await other.receiveMessages(1, { maxWaitTimeInMs: 5000 });
    expect(again).toMatchObject({ body: 1, deliveryCount: 1 });
    await expect(receiver.completeMessage(message as ServiceBusReceivedMessage)).rejects.toMatchObject({
      code: 'MessageLockLost',
    });
    await other.completeMessage(again as ServiceBusReceivedMessage);
  });

  it('renews a lock', async () => {
    await client.createSender('musical').sendMessages({ body: 1 });
    const receiver = client.createReceiver('musical');
    const [message] = await receiver.receiveMessages(1);
    const before = message?.lockedUntilUtc?.getTime() ?? 0;
    const until = await receiver.renewMessageLock(message as ServiceBusReceivedMessage);
    expect(until.getTime()).toBeGreaterThanOrEqual(before);
    await receiver.completeMessage(message as ServiceBusReceivedMessage);
    await expect(receiver.renewMessageLock(message as ServiceBusReceivedMessage)).rejects.toThrow();
  });

  it('settles after the receiver has closed', async () => {
    await client.createSender('musical').sendMessages({ body: 1 });
    const receiver = client.createReceiver('musical');
    const other = client.createReceiver('musical');
    const [message] = await receiver.receiveMessages(1);
    await receiver.close();
    await other.completeMessage(message as ServiceBusReceivedMessage);
    expect(bus.engine.counts('musical')).toMatchObject({ active: 0, locked: 0 });
  });

  it('sets a message aside and finds it by number', async () => {
    await client.createSender('musical').sendMessages({ body: 'later' });
    const receiver = client.createReceiver('musical');
    const [message] = await receiver.receiveMessages(1);
    await receiver.deferMessage(message as ServiceBusReceivedMessage);
    expect(await receiver.receiveMessages(1, { maxWaitTimeInMs: 200 })).toEqual([]);
    const [deferred] = await receiver.receiveDeferredMessages(message?.sequenceNumber as Long);
    expect(deferred).toMatchObject({ body: 'later', state: 'deferred' });
    await receiver.completeMessage(deferred as ServiceBusReceivedMessage);
    expect(bus.engine.counts('musical')).toMatchObject({ deferred: 0, locked: 0 });
  });
});

describe('looking and planning', () => {
  it('peeks at queues and dead letters', async () => {
    await client.createSender('musical').sendMessages([{ body: 'a' }, { body: 'b' }]);
    const receiver = client.createReceiver('musical');
    const [message] = await receiver.receiveMessages(1);
    await receiver.deadLetterMessage(message as ServiceBusReceivedMessage, ODD);
    const letters = client.createReceiver('musical', { subQueueType: 'deadLetter' });
    expect((await receiver.peekMessages(10)).map(({ body }) => body)).toEqual(['b']);
    expect(await letters.peekMessages(10)).toMatchObject([{ body: 'a', deadLetterReason: 'odd' }]);
    expect(await letters.peekMessages(10)).toEqual([]);
  });

  it('schedules and cancels', async () => {
    const sender = client.createSender('musical');
    const never = await sender.scheduleMessages([{ body: 'never' }], new Date(Date.now() + 3_600_000));
    await sender.scheduleMessages([{ body: 'soon' }], new Date(Date.now() + 300));
    await sender.sendMessages({ body: 'sent', scheduledEnqueueTimeUtc: new Date(Date.now() + 300) });
    await sender.cancelScheduledMessages(never);
    const messages = await client.createReceiver('musical').receiveMessages(2, { maxWaitTimeInMs: 5000 });
    expect(messages.map(({ body }) => body).sort()).toEqual(['sent', 'soon']);
    expect(bus.engine.counts('musical').scheduled).toBe(0);
    await expect(sender.cancelScheduledMessages(never)).rejects.toThrow();
  });
});

describe('subscribing', () => {
  it('completes what the handler survives and abandons what it does not', async () => {
    const bodies = Array.from({ length: 30 }, (_, n) => n);
    const done: number[] = [];
    const finished = new Promise<void>((resolve) => {
      client.createReceiver('musical').subscribe({
        processMessage: async ({ body, deliveryCount }) => {
          if (body % 3 === 0 && deliveryCount === 0) throw new Error('not yet');
          if (done.push(body) === bodies.length) resolve();
        },
        processError: async () => {},
      });
    });
    await client.createSender('musical').sendMessages(bodies.map((body) => ({ body })));
    await finished;
    expect(done.toSorted((a, b) => a - b)).toEqual(bodies);
  });

  it('never runs out: more messages than a session remembers', async () => {
    const total = 5000;
    let count = 0;
    const finished = new Promise<void>((resolve) => {
      client.createReceiver('musical').subscribe(
        {
          processMessage: async () => {
            count += 1;
            if (count === total) resolve();
          },
          processError: async () => {},
        },
        { maxConcurrentCalls: 64 },
      );
    });
    const sender = client.createSender('musical');
    for (let sent = 0; sent < total; sent += 500) {
      await sender.sendMessages(Array.from({ length: 500 }, (_, n) => ({ body: sent + n })));
    }
    await finished;
    expect(count).toBe(total);
  });

  it('shares the messages among receivers', async () => {
    const counts = [0, 0];
    await new Promise<void>((resolve) => {
      for (const index of [0, 1]) {
        client.createReceiver('musical').subscribe({
          processMessage: async () => {
            counts[index] = (counts[index] ?? 0) + 1;
            if (counts.reduce((sum, n) => sum + n) === 100) resolve();
          },
          processError: async () => {},
        });
      }
      void client.createSender('musical').sendMessages(Array.from({ length: 100 }, (_, n) => ({ body: n })));
    });
    expect(Math.min(...counts)).toBeGreaterThan(10);
  });
});

describe('refusing', () => {
  it('says that an entity does not exist', async () => {
    const missing = { code: 'MessagingEntityNotFound' };
    await expect(client.createSender('nowhere').sendMessages({ body: 1 })).rejects.toMatchObject(missing);
    await expect(client.createReceiver('nowhere').receiveMessages(1)).rejects.toMatchObject(missing);
  });

  it('takes 256 KB and no more', async () => {
    const sender = client.createSender('musical');
    await sender.sendMessages({ body: Buffer.alloc(255 * 1024) });
    await expect(sender.sendMessages({ body: Buffer.alloc(256 * 1024) })).rejects.toMatchObject({
      code: 'MessageSizeExceeded',
    });
    expect((await receiveOne()).body).toHaveLength(255 * 1024);
  });
});

it('survives a client that does not speak AMQP', async () => {
  const complaint = jest.spyOn(console, 'error').mockImplementation(() => {});
  const socket = connect(bus.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.end('GET / HTTP/1.1\r\n\r\n');
  await once(socket, 'close');
  complaint.mockRestore();
  await client.createSender('musical').sendMessages({ body: 1 });
  expect((await receiveOne()).body).toBe(1);
});

describe('connections that end', () => {
  it('give back what they held, at once, one delivery later', async () => {
    const other = new ServiceBusClient(bus.connectionString);
    await client.createSender('musical').sendMessages({ body: 1 });
    await other.createReceiver('musical').receiveMessages(1);
    await other.close();
    expect(await receiveOne()).toMatchObject({ body: 1, deliveryCount: 1 });
  });
});

type Long = NonNullable<ServiceBusReceivedMessage['sequenceNumber']>;
