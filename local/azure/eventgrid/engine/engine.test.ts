import { seededRandom } from '../../chaos';
import { type EventGridEngine, type EventGridEngineOptions, openEventGrid } from './engine';
import type { CloudEvent, DeadLetter, DeliveryResult } from './model';
import { MAX_ATTEMPTS, TIME_TO_LIVE_MS } from './retryPolicy';

const START = Date.parse('2026-11-20T10:00:00Z');
const OK: DeliveryResult = { delivered: true };
const AWAY: DeliveryResult = { delivered: false, outcome: 'ServiceUnavailable', permanent: false };
const TOO_LARGE: DeliveryResult = { delivered: false, outcome: 'MessageSizeExceeded', permanent: true };
const QUIET = { duplicate: 0, delayMs: 0, random: () => 0 };

let now = START;
let engine: EventGridEngine;

beforeEach(() => {
  now = START;
});

afterEach(() => engine.close());

function open(chaos: EventGridEngineOptions['chaos'] = QUIET): EventGridEngine {
  engine = openEventGrid({
    clock: { now: () => now },
    chaos,
    subscriptions: { SeatsHeld: ['reservation'], ReservationExpired: ['musical', 'notification'] },
  });
  return engine;
}

const event = (type: string, id = type): CloudEvent => ({ id, type, source: '/test', specversion: '1.0' });

/** Takes what is due and reports the same result for all of it. */
function attempt(result: DeliveryResult): DeadLetter[] {
  const due = engine.takeDue(100);
  return engine.report(
    due,
    due.map(() => result),
  );
}

it('routes an event to each queue its type is subscribed to, and drops what nobody wants', () => {
  open().publish([event('ReservationExpired'), event('SeatsHeld'), event('constructor')]);
  expect(engine.takeDue(10).map((d) => [d.event.type, d.queue])).toEqual([
    ['ReservationExpired', 'musical'],
    ['ReservationExpired', 'notification'],
    ['SeatsHeld', 'reservation'],
  ]);
  expect(engine.operations()).toMatchObject({ published: 3, dropped: 1 });
});

it('gives a delivery out once, and forgets it once it is delivered', () => {
  open().publish([event('SeatsHeld')]);
  const due = engine.takeDue(10);
  expect(engine.takeDue(10)).toEqual([]);
  expect(engine.pending()).toBe(1);
  expect(engine.report(due, [OK])).toEqual([]);
  expect(engine.pending()).toBe(0);
  expect(engine.operations()).toMatchObject({ delivered: 1, failed: 0 });
});

it('tries again at the times of its schedule', () => {
  open().publish([event('SeatsHeld')]);
  const delays: number[] = [];
  for (let i = 0; i < 7; i++) {
    attempt(AWAY);
    const dueAt = engine.nextDueAt() ?? 0;
    delays.push(dueAt - now);
    now = dueAt - 1;
    expect(engine.takeDue(10)).toEqual([]);
    now = dueAt;
  }
  expect(delays).toEqual([100, 500, 1000, 2000, 5000, 10_000, 10_000]);
  attempt(OK);
  expect(engine.pending()).toBe(0);
});

it.each([
  ['after the last attempt', AWAY, MAX_ATTEMPTS, 0, 'MaxDeliveryAttemptsExceeded'],
  ['at the end of its life', AWAY, 1, TIME_TO_LIVE_MS, 'TimeToLiveExceeded'],
  ['when trying again cannot help', TOO_LARGE, 1, 0, 'UndeliverableDueToClientError'],
])('gives up %s', (_, result, attempts, age, reason) => {
  open().publish([event('SeatsHeld')]);
  now += age;
  for (let i = 1; i < attempts; i++) {
    expect(attempt(result)).toEqual([]);
    now = engine.nextDueAt() ?? 0;
  }
  const letters = attempt(result);
  expect(letters).toMatchObject([{ reason, attempts, publishedAt: START, event: { id: 'SeatsHeld' } }]);
  engine.deadLettered(letters);
  expect(engine.pending()).toBe(0);
  expect(engine.operations()).toMatchObject({ deadLettered: 1 });
});

it('keeps a dead letter that could not be written down', () => {
  open().publish([event('SeatsHeld')]);
  engine.notDeadLettered(attempt(TOO_LARGE));
  expect(engine.takeDue(10)).toEqual([]);
  now = engine.nextDueAt() ?? 0;
  expect(attempt(TOO_LARGE)).toHaveLength(1);
});

it('delivers twice as often as chaos asks, each copy in its own time and so out of order', () => {
  open({ duplicate: 0.5, delayMs: 1000, random: seededRandom(7) });
  const ids = Array.from({ length: 200 }, (_, n) => `e${n}`);
  engine.publish(ids.map((id) => event('SeatsHeld', id)));
  expect(engine.pending()).toBeGreaterThan(260);
  expect(engine.pending()).toBeLessThan(340);
  now = START + 500;
  const early = engine.takeDue(1000).map((d) => d.event.id);
  now = START + 1000;
  const late = engine.takeDue(1000).map((d) => d.event.id);
  expect(early.length).toBeGreaterThan(100);
  expect(late.length).toBeGreaterThan(100);
  expect(early).not.toEqual(early.toSorted((a, b) => ids.indexOf(a) - ids.indexOf(b)));
  expect(new Set([...early, ...late])).toEqual(new Set(ids));
});
