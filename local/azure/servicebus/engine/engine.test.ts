import { openServiceBus, type ServiceBusEngine } from './engine';
import type { LockedMessage } from './model';

const START = Date.parse('2026-11-20T10:00:00Z');
let now = START;
let engine: ServiceBusEngine;

beforeEach(() => {
  now = START;
  engine = openServiceBus({
    clock: { now: () => now },
    queues: [
      { name: 'musical', lockDurationMs: 30_000, maxDeliveryCount: 3 },
      { name: 'mortal', defaultTimeToLiveMs: 60_000, deadLetteringOnMessageExpiration: true },
    ],
  });
});

afterEach(() => engine.close());

const payload = (text: string): { payload: Uint8Array } => ({ payload: Buffer.from(text) });
const text = (message: { payload: Uint8Array } | undefined): string =>
  message ? Buffer.from(message.payload).toString() : '(nothing)';
const texts = (messages: readonly { payload: Uint8Array }[]): string[] => messages.map(text);

function passLockDuration(): void {
  now += 30_000;
}

function receiveOne(entity: string): LockedMessage {
  const [message] = engine.receive(entity, 1);
  if (!message) throw new Error(`Nothing is available in ${entity}.`);
  return message;
}

it('gives messages in the order of their numbers, each to one receiver', () => {
  const numbers = engine.send('musical', [payload('a'), payload('b'), payload('c')]);
  expect(numbers).toEqual([1, 2, 3]);
  expect(texts(engine.receive('musical', 2))).toEqual(['a', 'b']);
  expect(texts(engine.receive('musical', 2))).toEqual(['c']);
  expect(engine.receive('musical', 2)).toEqual([]);
});

it('knows only its queues, in any case', () => {
  expect(() => engine.send('nowhere', [payload('a')])).toThrow(
    expect.objectContaining({ code: 'entity-not-found' }),
  );
  engine.send('MUSICAL', [payload('a')]);
  expect(engine.has('Musical/$DeadLetterQueue')).toBe(true);
  expect(engine.has('nowhere')).toBe(false);
  expect(engine.counts('musical').active).toBe(1);
});

describe('locks', () => {
  it('end at their time: the message is available again, counted, and the old token is worth nothing', () => {
    engine.send('musical', [payload('a')]);
    const { lockToken, lockedUntil } = receiveOne('musical');
    expect(lockedUntil).toBe(START + 30_000);
    now = START + 29_999;
    expect(engine.receive('musical', 1)).toEqual([]);
    now = START + 30_000;
    expect(receiveOne('musical').deliveryCount).toBe(1);
    expect(() => engine.complete(lockToken)).toThrow(expect.objectContaining({ code: 'lock-lost' }));
  });

  it('end even when nobody looks before the settlement', () => {
    engine.send('musical', [payload('a')]);
    const { lockToken } = receiveOne('musical');
    now = START + 30_000;
    expect(() => engine.complete(lockToken)).toThrow(expect.objectContaining({ code: 'lock-lost' }));
    expect(engine.counts('musical')).toMatchObject({ active: 1, locked: 0 });
  });

  it('last longer when renewed', () => {
    engine.send('musical', [payload('a')]);
    const { lockToken } = receiveOne('musical');
    now = START + 20_000;
    expect(engine.renewLock(lockToken)).toBe(START + 50_000);
    now = START + 49_999;
    engine.complete(lockToken);
    expect(engine.counts('musical')).toMatchObject({ active: 0, locked: 0 });
  });

  it('end without a failed delivery when released, one by one or all', () => {
    engine.send('musical', [payload('a')]);
    engine.release(receiveOne('musical').lockToken);
    receiveOne('musical');
    engine.releaseAll();
    expect(receiveOne('musical').deliveryCount).toBe(0);
  });

  it.each(['complete', 'abandon', 'release', 'deadLetter', 'defer', 'renewLock'] as const)(
    '%s refuses a token that is used up',
    (settle) => {
      engine.send('musical', [payload('a')]);
      const { lockToken } = receiveOne('musical');
      engine.complete(lockToken);
      expect(() => engine[settle](lockToken)).toThrow(expect.objectContaining({ code: 'lock-lost' }));
    },
  );
});

describe('the dead-letter queue', () => {
  it.each([
    ['abandoned', (token: string) => engine.abandon(token)],
    ['left to expire', passLockDuration],
  ])('gets what was %s the maximum of times', (_, fail) => {
    engine.send('musical', [payload('poison')]);
    for (const deliveryCount of [0, 1, 2]) {
      const message = receiveOne('musical');
      expect(message.deliveryCount).toBe(deliveryCount);
      fail(message.lockToken);
    }
    expect(engine.receive('musical', 1)).toEqual([]);
    const letter = receiveOne('musical/$deadletterqueue');
    expect(text(letter)).toBe('poison');
    expect(letter).toMatchObject({
      deliveryCount: 3,
      deadLetterSource: 'musical',
      properties: { DeadLetterReason: 'MaxDeliveryCountExceeded' },
    });
  });

  it('gets what a receiver puts there, with why, and keeps its number', () => {
    const [sequenceNumber] = engine.send('musical', [payload('odd')]);
    engine.abandon(receiveOne('musical').lockToken, { seen: 1 });
    engine.deadLetter(receiveOne('musical').lockToken, {
      reason: 'unreadable',
      description: 'no such event',
    });
    expect(receiveOne('musical/$deadletterqueue')).toMatchObject({
      sequenceNumber,
      properties: { seen: 1, DeadLetterReason: 'unreadable', DeadLetterErrorDescription: 'no such event' },
    });
  });

  it('cannot be sent to', () => {
    const refused = expect.objectContaining({ code: 'bad-request' });
    expect(() => engine.send('musical/$deadletterqueue', [payload('a')])).toThrow(refused);
    expect(() =>
      engine.schedule('musical/$deadletterqueue', [{ ...payload('a'), enqueueAt: START }]),
    ).toThrow(refused);
  });

  it('has no maximum of its own', () => {
    engine.send('musical', [payload('odd')]);
    engine.deadLetter(receiveOne('musical').lockToken);
    for (let i = 0; i < 5; i++) engine.abandon(receiveOne('musical/$deadletterqueue').lockToken);
    expect(engine.counts('musical').deadLettered).toBe(1);
  });
});

describe('time to live', () => {
  it('ends in the dead-letter queue where the queue says so', () => {
    engine.send('mortal', [payload('old')]);
    now = START + 60_000;
    expect(engine.receive('mortal', 1)).toEqual([]);
    expect(receiveOne('mortal/$deadletterqueue').properties).toMatchObject({
      DeadLetterReason: 'TTLExpiredException',
    });
  });

  it('ends in nothing elsewhere, but not while the message is locked', () => {
    engine.send('musical', [{ ...payload('old'), timeToLiveMs: 10_000 }]);
    const { lockToken } = receiveOne('musical');
    now = START + 15_000;
    engine.advance();
    engine.abandon(lockToken);
    expect(engine.receive('musical', 1)).toEqual([]);
    expect(engine.counts('musical')).toMatchObject({ active: 0, deadLettered: 0 });
  });
});

describe('schedule', () => {
  it('releases a message at its time, as if it had been sent then', () => {
    const [scheduled = 0] = engine.schedule('musical', [{ ...payload('later'), enqueueAt: START + 5000 }]);
    engine.send('musical', [payload('now')]);
    expect(texts(engine.receive('musical', 5))).toEqual(['now']);
    expect(engine.nextDueAt()).toBe(START + 5000);
    now = START + 5000;
    const message = receiveOne('musical');
    expect(message).toMatchObject({ enqueuedAt: START + 5000, state: 'active' });
    expect(message.sequenceNumber).toBeGreaterThan(scheduled);
  });

  it('forgets what is cancelled in time, and refuses what is not', () => {
    const [number = 0] = engine.schedule('musical', [{ ...payload('never'), enqueueAt: START + 5000 }]);
    engine.cancelScheduled('musical', [number]);
    now = START + 5000;
    expect(engine.receive('musical', 1)).toEqual([]);
    expect(() => engine.cancelScheduled('musical', [number])).toThrow(
      expect.objectContaining({ code: 'message-not-found' }),
    );
  });
});

it('shows messages in any state from a number on, without touching them', () => {
  engine.send('musical', [payload('a'), payload('b')]);
  engine.schedule('musical', [{ ...payload('c'), enqueueAt: START + 5000 }]);
  engine.receive('musical', 1);
  const seen = engine.peek('musical', 1, 10);
  expect(texts(seen)).toEqual(['a', 'b', 'c']);
  expect(seen.map(({ state }) => state)).toEqual(['active', 'active', 'scheduled']);
  expect(texts(engine.peek('musical', 2, 1))).toEqual(['b']);
  expect(receiveOne('musical').deliveryCount).toBe(0);
});

it('keeps deferred messages for who knows their number, also after a failed delivery', () => {
  const [number = 0] = engine.send('musical', [payload('a')]);
  engine.defer(receiveOne('musical').lockToken);
  expect(engine.receive('musical', 1)).toEqual([]);
  const [again] = engine.receiveDeferred('musical', [number]);
  engine.abandon(again?.lockToken ?? '');
  expect(engine.receive('musical', 1)).toEqual([]);
  expect(texts(engine.receiveDeferred('musical', [number], 'receiveAndDelete'))).toEqual(['a']);
});

it('tells listeners where something became available', () => {
  const heard: string[] = [];
  engine.onAvailable((entity) => heard.push(entity));
  engine.send('musical', [payload('a')]);
  engine.deadLetter(receiveOne('musical').lockToken);
  expect(heard).toEqual(['musical', 'musical/$deadletterqueue']);
});

it('counts each send and each delivery', () => {
  engine.send('musical', [payload('a'), payload('b')]);
  engine.abandon(receiveOne('musical').lockToken);
  engine.receive('musical', 5);
  expect(engine.operations()).toMatchObject({ send: 2, receive: 3, abandon: 1 });
});

it('does the same when the same is done', () => {
  const run = (): unknown => {
    const one = openServiceBus({ clock: { now: () => START }, queues: [{ name: 'q' }] });
    one.send('q', [payload('a'), payload('b')]);
    const [first] = one.receive('q', 1);
    one.abandon(first?.lockToken ?? '');
    const second = one.receive('q', 2);
    one.close();
    return second;
  };
  expect(run()).toEqual(run());
});
