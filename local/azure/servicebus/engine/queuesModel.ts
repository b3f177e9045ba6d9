import fc from 'fast-check';
import type { ReceiveMode } from './model';

export const QUEUES = ['a', 'b'];
export const ENTITIES = QUEUES.flatMap((queue) => [queue, `${queue}/$deadletterqueue`]);
const START = Date.parse('2026-11-20T10:00:00Z');

/** How both queues behave. */
export type Rules = {
  readonly lockDurationMs: number;
  readonly maxDeliveryCount: number;
  readonly defaultTimeToLiveMs?: number;
  readonly deadLetteringOnMessageExpiration: boolean;
};
export type Settlement = 'complete' | 'abandon' | 'release' | 'deadLetter' | 'renewLock';
export type Step =
  | { readonly step: 'send'; readonly queue: string; readonly count: number; readonly timeToLiveMs?: number }
  | {
      readonly step: 'schedule';
      readonly queue: string;
      readonly inMs: number;
      readonly timeToLiveMs?: number;
    }
  | { readonly step: 'cancel'; readonly ago: number }
  | { readonly step: 'receive'; readonly entity: string; readonly max: number; readonly mode: ReceiveMode }
  | { readonly step: 'settle'; readonly how: Settlement; readonly ago: number }
  | { readonly step: 'replay'; readonly queue: string }
  | { readonly step: 'wait'; readonly ms: number }
  | { readonly step: 'reopen'; readonly isKilled: boolean; readonly locksEnd: boolean }
  | { readonly step: 'look' };

export const rules: fc.Arbitrary<Rules> = fc.record(
  {
    lockDurationMs: fc.constant(30_000),
    maxDeliveryCount: fc.integer({ min: 1, max: 3 }),
    defaultTimeToLiveMs: fc.constant(45_000),
    deadLetteringOnMessageExpiration: fc.boolean(),
  },
  { requiredKeys: ['lockDurationMs', 'maxDeliveryCount', 'deadLetteringOnMessageExpiration'] },
);

const queue = fc.constantFrom(...QUEUES);
const timeToLiveMs = fc.constantFrom(10_000, 40_000);
const entity = fc.constantFrom(...ENTITIES, ...QUEUES);
const mode = fc.constantFrom<ReceiveMode>('peekLock', 'peekLock', 'peekLock', 'receiveAndDelete');
const how = fc.constantFrom<Settlement>(
  'complete',
  'abandon',
  'abandon',
  'release',
  'deadLetter',
  'renewLock',
);
const one = <Name extends Step['step']>(step: Name) => fc.constant(step);

/** Whatever may happen to two queues and their dead letters. `ago` counts back from the last token or number given. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      { step: one('send'), queue, count: fc.integer({ min: 1, max: 3 }), timeToLiveMs },
      { requiredKeys: ['step', 'queue', 'count'] },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record(
      { step: one('schedule'), queue, inMs: fc.constantFrom(-5_000, 0, 5_000, 35_000), timeToLiveMs },
      { requiredKeys: ['step', 'queue', 'inMs'] },
    ),
  },
  { weight: 1, arbitrary: fc.record({ step: one('cancel'), ago: fc.nat({ max: 2 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({ step: one('receive'), entity, max: fc.integer({ min: 1, max: 3 }), mode }),
  },
  { weight: 8, arbitrary: fc.record({ step: one('settle'), how, ago: fc.nat({ max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ step: one('replay'), queue }) },
  {
    weight: 3,
    arbitrary: fc.record({
      step: one('wait'),
      ms: fc.constantFrom(1, 5_000, 10_000, 29_999, 30_000, 70_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ step: one('reopen'), isKilled: fc.boolean(), locksEnd: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ step: one('look') }) },
);

/** A message as the model keeps it. */
export type Message = {
  readonly text: string;
  readonly queue: string;
  readonly timeToLiveMs: number | undefined;
  isDead: boolean;
  state: 'ready' | 'locked' | 'scheduled';
  enqueuedAt: number;
  deliveryCount: number;
  /** Until when it is locked, or when it is to appear. */
  until: number;
  lockToken?: string;
  reason?: string;
};

/** What the queues should hold, in the order of arrival. */
export class QueuesModel {
  nowMs = START;
  messages: Message[] = [];
  private sent = 0;

  constructor(private readonly rules: Rules) {}

  nextText = (): string => `message ${++this.sent}`;

  add(queue: string, text: string, timeToLiveMs: number | undefined, at?: number): Message {
    const limits = [timeToLiveMs, this.rules.defaultTimeToLiveMs].filter((ms) => ms !== undefined);
    const message: Message = {
      text,
      queue,
      timeToLiveMs: limits.length === 0 ? undefined : Math.min(...limits),
      isDead: false,
      state: at === undefined ? 'ready' : 'scheduled',
      enqueuedAt: this.nowMs,
      deliveryCount: 0,
      until: at ?? 0,
    };
    this.messages.push(message);
    return message;
  }

  remove(message: Message): void {
    this.messages = this.messages.filter((each) => each !== message);
  }

  in(entity: string): Message[] {
    return this.messages.filter(
      ({ queue, isDead }) => entity === (isDead ? `${queue}/$deadletterqueue` : queue),
    );
  }

  /** What a receiver gets now, oldest first and nothing that is locked. */
  take(entity: string, max: number, mode: ReceiveMode): Message[] {
    const taken = this.in(entity)
      .filter(({ state }) => state === 'ready')
      .slice(0, max);
    for (const message of taken) {
      if (mode === 'receiveAndDelete') this.remove(message);
      else this.lock(message);
    }
    return taken;
  }

  lock(message: Message): void {
    message.state = 'locked';
    message.until = this.nowMs + this.rules.lockDurationMs;
  }

  settle(message: Message, how: Settlement): void {
    switch (how) {
      case 'complete':
        this.remove(message);
        break;
      case 'abandon':
        this.fail(message);
        break;
      case 'release':
        message.state = 'ready';
        break;
      case 'deadLetter':
        this.bury(message, 'unreadable');
        break;
      case 'renewLock':
        this.lock(message);
        break;
      default:
        how satisfies never;
    }
  }

  private fail(message: Message): void {
    message.state = 'ready';
    message.deliveryCount += 1;
    const isLast = message.deliveryCount >= this.rules.maxDeliveryCount;
    if (isLast && !message.isDead) this.bury(message, 'MaxDeliveryCountExceeded');
  }

  private bury(message: Message, reason: string): void {
    message.state = 'ready';
    message.isDead = true;
    message.reason = reason;
  }

  /** Does what came due until now, in the order of time. */
  passTime(): void {
    for (;;) {
      const [next] = this.messages
        .filter((message) => this.dueAt(message) <= this.nowMs)
        .sort((a, b) => this.dueAt(a) - this.dueAt(b));
      if (next === undefined) return;
      if (next.state === 'locked') this.fail(next);
      else if (next.state === 'scheduled') this.appear(next);
      else if (this.rules.deadLetteringOnMessageExpiration) this.bury(next, 'TTLExpiredException');
      else this.remove(next);
    }
  }

  private appear(message: Message): void {
    this.remove(message);
    this.messages.push(
      Object.assign(message, { state: 'ready', enqueuedAt: Math.max(message.enqueuedAt, message.until) }),
    );
  }

  private dueAt({
    state,
    until,
    isDead,
    enqueuedAt,
    timeToLiveMs = Number.POSITIVE_INFINITY,
  }: Message): number {
    if (state !== 'ready') return until;
    return isDead ? Number.POSITIVE_INFINITY : enqueuedAt + timeToLiveMs;
  }
}
