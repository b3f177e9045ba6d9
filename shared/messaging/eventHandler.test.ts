import { z } from 'zod';
import { sampleInvocation } from '../../tests/samples/http';
import { StoreUnavailable } from '../cosmos/cosmos';
import { currentTraceparent } from '../telemetry/trace';
import { type EventEnvelope, eventContract, UnreadableEvent } from './envelope';
import { on, queueHandler, react, TooEarly } from './eventHandler';
import { Unpublished } from './publish';

const thingMade = eventContract('ThingMade', '/marquee/things', z.object({ thingId: z.string() }));
const thingLost = eventContract('ThingLost', '/marquee/things', z.object({ thingId: z.string() }));

const event = (type: string, changes: Partial<EventEnvelope> = {}): EventEnvelope => ({
  specversion: '1.0',
  id: 'e1',
  source: '/marquee/things',
  type,
  subject: 't1',
  time: '2026-11-21T10:00:00.000Z',
  datacontenttype: 'application/json',
  data: { thingId: 't1' },
  ...changes,
});

type Deps = { readonly heard: string[] };
const reactions = [
  on(thingMade, async ({ heard }: Deps, { data }) => void heard.push(`made ${data.thingId}`)),
  on(thingLost, async ({ heard }: Deps, { data }) => void heard.push(`lost ${data.thingId}`)),
];

test('an event goes to the reaction of its type and to no other', async () => {
  const heard: string[] = [];
  await react({ heard }, reactions, event('ThingLost'));
  expect(heard).toEqual(['lost t1']);
});

test('a reaction sees the data its contract knows and nothing else', async () => {
  let seen: unknown;
  const reaction = on(thingMade, async (_deps: Deps, { data }) => {
    seen = data;
  });
  await react({ heard: [] }, [reaction], event('ThingMade', { data: { thingId: 't1', colour: 'red' } }));
  expect(seen).toEqual({ thingId: 't1' });
});

test.each<[string, unknown]>([
  ['is no event', 'hello'],
  ['is of a type without a reaction', event('ThingFound')],
  ['has wrong data', event('ThingMade', { data: { thingId: 7 } })],
])(
  'a message that %s is thrown back, so that it becomes a dead letter, and no reaction sees it',
  async (_what, message) => {
    const heard: string[] = [];
    await expect(react({ heard }, reactions, message)).rejects.toThrow(UnreadableEvent);
    expect(heard).toEqual([]);
  },
);

/** Hands a message over for the `delivery`th time; the pauses made are noted, not waited for. */
async function delivered(error: unknown, delivery: unknown) {
  const pauses: number[] = [];
  const notes: string[] = [];
  const { context, lines } = sampleInvocation({ deliveryCount: delivery });
  const failing = on(thingMade, async () => {
    throw error;
  });
  const handler = queueHandler(
    { heard: [] },
    [failing],
    async (id, reason) => void notes.push(`${id}: ${reason}`),
    async (ms) => void pauses.push(ms),
  );
  const thrown = await Promise.resolve(handler(event('ThingMade'), context)).catch(
    (caught: unknown) => caught,
  );
  return { thrown, pauses, notes, lines };
}

test.each([
  ['busy store', new StoreUnavailable('busy')],
  ['topic that takes nothing', new Unpublished('SeatsHeld')],
])(
  'after a passing fault (%s) the message is kept for longer each time, then goes back to the queue',
  async (_what, error) => {
    const pauseOf = async (delivery: unknown) => {
      const { thrown, pauses } = await delivered(error, delivery);
      expect(thrown).toBe(error);
      return pauses;
    };
    expect(await pauseOf(1)).toEqual([500]);
    expect(await pauseOf(2)).toEqual([1_000]);
    expect(await pauseOf(4)).toEqual([4_000]);
    expect(await pauseOf(undefined)).toEqual([500]);
  },
);

test('the pauses grow to a minute', async () => {
  const busy = new StoreUnavailable('busy');
  expect((await delivered(busy, 7)).pauses).toEqual([32_000]);
  expect((await delivered(busy, 8)).pauses).toEqual([60_000]);
  expect((await delivered(busy, 1_000_000)).pauses).toEqual([60_000]);
});

test('a state that is too early is looked at again at once, and then like any other fault', async () => {
  const early = new TooEarly('not yet');
  expect(await delivered(early, 1)).toMatchObject({ thrown: early, pauses: [20] });
  expect(await delivered(early, 2)).toMatchObject({ thrown: early, pauses: [1_000] });
});

test('a topic that is away for longer makes no dead letter: whoever waits for the event asks for it again', async () => {
  const unpublished = new Unpublished('SeatsHeld');
  expect(await delivered(unpublished, 4)).toMatchObject({ thrown: unpublished });
  const { thrown, pauses, lines } = await delivered(unpublished, 5);
  expect([thrown, pauses]).toEqual([undefined, []]);
  expect(lines.join()).toContain('event could not be handled');
});

test('a failure is noted from the fifth delivery on', async () => {
  expect((await delivered(new Error('a defect'), 4)).notes).toEqual([]);
  expect((await delivered(new Error('a defect'), 5)).notes).toEqual(['e1: a defect']);
});

test('what no pause will mend goes back at once, and the log says which event it was', async () => {
  const { thrown, pauses, lines } = await delivered(new TypeError('a defect'), 3);
  expect(thrown).toEqual(new TypeError('a defect'));
  expect(pauses).toEqual([]);
  expect(lines.join()).toMatch(/"eventId":"e1".*"delivery":3.*"reason":"a defect"/);
});

test.each(['hello', null, undefined, { type: { toString: 1 } }, { traceparent: 5, data: 'x' }])(
  'a message that is no event at all (%j) goes back at once',
  async (message) => {
    const { context } = sampleInvocation({ deliveryCount: 9 });
    const fail = async () => {
      throw new Error('it was kept, or noted under an id it does not have');
    };
    const handler = queueHandler({ heard: [] }, reactions, fail, fail);
    await expect(Promise.resolve(handler(message, context))).rejects.toThrow(UnreadableEvent);
  },
);

test('what a reaction does carries the trace context of the event', async () => {
  let seen: string | undefined;
  const reaction = on(thingMade, async () => {
    seen = currentTraceparent();
  });
  await react({ heard: [] }, [reaction], event('ThingMade', { traceparent: '00-a-b-01' }));
  expect(seen).toBe('00-a-b-01');
});
