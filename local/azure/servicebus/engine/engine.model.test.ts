import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { openServiceBus, type ServiceBusEngine } from './engine';
import type { ReceiveMode, StoredMessage } from './model';
import {
  ENTITIES,
  type Message,
  QUEUES,
  QueuesModel,
  type Rules,
  rules,
  type Settlement,
  type Step,
  step,
} from './queuesModel';

const textOf = ({ payload }: { payload: Uint8Array }): string => Buffer.from(payload).toString();
const newMessage = (text: string, timeToLiveMs: number | undefined) => ({
  payload: Buffer.from(text),
  ...(timeToLiveMs === undefined ? {} : { timeToLiveMs }),
});

/** The engine and the model side by side. Every step goes to both, and both must agree. */
class SideBySide {
  private readonly model: QueuesModel;
  private readonly opened: ServiceBusEngine[] = [];
  /** Every token ever given out, the last one first. */
  private readonly tokens: string[] = [];
  private readonly scheduled: { readonly number: number; readonly message: Message }[] = [];

  constructor(
    private readonly file: string,
    private readonly rules: Rules,
  ) {
    this.model = new QueuesModel(rules);
    this.open();
  }

  private open(): void {
    const queues = QUEUES.map((name) => ({ name, ...this.rules }));
    this.opened.push(openServiceBus({ file: this.file, queues, clock: { now: () => this.model.nowMs } }));
  }

  private get engine(): ServiceBusEngine {
    return this.opened.at(-1) as ServiceBusEngine;
  }

  take(given: Step): void {
    this.model.passTime();
    switch (given.step) {
      case 'send':
        this.send(given.queue, Array.from({ length: given.count }, this.model.nextText), given.timeToLiveMs);
        break;
      case 'schedule':
        this.schedule(given.queue, this.model.nowMs + given.inMs, given.timeToLiveMs);
        break;
      case 'cancel':
        this.cancel(given.ago);
        break;
      case 'receive':
        this.receive(given.entity, given.max, given.mode);
        break;
      case 'settle':
        this.settle(given.how, this.tokens[given.ago] ?? 'never given');
        break;
      case 'replay':
        this.replay(given.queue);
        break;
      case 'wait':
        this.model.nowMs += given.ms;
        break;
      case 'reopen':
        this.reopen(given.isKilled, given.locksEnd);
        break;
      case 'look':
        this.look();
        break;
      default:
        given satisfies never;
    }
  }

  private send(queue: string, texts: readonly string[], timeToLiveMs?: number): void {
    this.engine.send(
      queue,
      texts.map((text) => newMessage(text, timeToLiveMs)),
    );
    for (const text of texts) this.model.add(queue, text, timeToLiveMs);
  }

  private schedule(queue: string, enqueueAt: number, timeToLiveMs?: number): void {
    const text = this.model.nextText();
    const [number = 0] = this.engine.schedule(queue, [{ ...newMessage(text, timeToLiveMs), enqueueAt }]);
    this.scheduled.unshift({ number, message: this.model.add(queue, text, timeToLiveMs, enqueueAt) });
  }

  private cancel(ago: number): void {
    const { number, message } = this.scheduled[ago] ?? {};
    const cancel = () => this.engine.cancelScheduled(message?.queue ?? 'a', [number ?? 0]);
    const isThere = message?.state === 'scheduled' && this.model.messages.includes(message);
    if (!isThere) {
      expect(cancel).toThrow(expect.objectContaining({ code: 'message-not-found' }));
      return;
    }
    cancel();
    this.model.remove(message);
  }

  private receive(entity: string, max: number, mode: ReceiveMode): string[] {
    const received = this.engine.receive(entity, max, mode);
    const expected = this.model.take(entity, max, mode);
    expect(received.map(asShown)).toEqual(expected.map(asExpected));
    if (mode === 'receiveAndDelete') return [];
    received.forEach(({ lockToken, lockedUntil }, i) => {
      const message = expected[i] as Message;
      expect(lockedUntil).toBe(message.until);
      expect(this.tokens).not.toContain(lockToken);
      message.lockToken = lockToken;
      this.tokens.unshift(lockToken);
    });
    return received.map(textOf);
  }

  private settle(how: Settlement, token: string): void {
    const settle = () =>
      how === 'deadLetter'
        ? this.engine.deadLetter(token, { reason: 'unreadable' })
        : this.engine[how](token);
    const message = this.model.messages.find(
      ({ lockToken, state }) => lockToken === token && state === 'locked',
    );
    if (message === undefined) {
      expect(settle).toThrow(expect.objectContaining({ code: 'lock-lost' }));
      return;
    }
    const answer = settle();
    this.model.settle(message, how);
    if (how === 'renewLock') expect(answer).toBe(message.until);
  }

  /** What an operator does. The oldest dead letter is sent again, then completed. */
  private replay(queue: string): void {
    const texts = this.receive(`${queue}/$deadletterqueue`, 1, 'peekLock');
    if (texts.length === 0) return;
    this.send(queue, texts);
    this.settle('complete', this.tokens[0] as string);
  }

  private reopen(isKilled: boolean, locksEnd: boolean): void {
    if (!isKilled) this.opened.pop()?.close();
    this.open();
    if (!locksEnd) return;
    this.engine.releaseAll();
    for (const message of this.model.messages)
      if (message.state === 'locked') this.model.settle(message, 'release');
  }

  /** Both hold the same messages, in the same order and state. Nothing is lost and nothing is there twice. */
  look(): void {
    this.model.passTime();
    for (const entity of ENTITIES) {
      const shown = this.engine.peek(entity, 0, 1000);
      expect(shown.map(asShown)).toEqual(this.model.in(entity).map(asExpected));
    }
    for (const queue of QUEUES) {
      const count = (state: Message['state']) =>
        this.model.in(queue).filter((message) => message.state === state).length;
      expect(this.engine.counts(queue)).toEqual({
        active: count('ready'),
        locked: count('locked'),
        scheduled: count('scheduled'),
        deferred: 0,
        deadLettered: this.model.in(`${queue}/$deadletterqueue`).length,
      });
    }
  }

  /** Closes also what was left open as by a kill. */
  close(): void {
    for (const engine of this.opened) engine.close();
  }
}

const asShown = (message: StoredMessage) => ({
  text: textOf(message),
  enqueuedAt: message.enqueuedAt,
  deliveryCount: message.deliveryCount,
  isScheduled: message.state === 'scheduled',
  reason: message.properties.DeadLetterReason,
});
const asExpected = ({ text, enqueuedAt, deliveryCount, state, reason }: Message) => ({
  text,
  enqueuedAt,
  deliveryCount,
  isScheduled: state === 'scheduled',
  reason,
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'engine-model-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('whatever is done in whatever order, the queues give, keep and bury what the model says', () => {
  let run = 0;
  fc.assert(
    fc.property(rules, fc.array(step, { maxLength: 50, size: 'max' }), (given, steps) => {
      const both = new SideBySide(path.join(folder, `${++run}.db`), given);
      try {
        for (const each of steps) both.take(each);
        both.look();
      } finally {
        both.close();
      }
    }),
    { numRuns: 400 },
  );
});
