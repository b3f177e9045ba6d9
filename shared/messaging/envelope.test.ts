import fc from 'fast-check';
import { z } from 'zod';
import { withTraceparent } from '../telemetry/trace';
import { type EventEnvelope, eventContract, newEvent, whyUnreadable } from './envelope';

const thingMade = eventContract(
  'ThingMade',
  '/marquee/things',
  z.object({ thingId: z.string(), size: z.int() }),
);
const clock = { now: () => Date.parse('2026-11-21T10:00:00.000Z') };
const event = newEvent(thingMade, { id: 'e1', subject: 't1', data: { thingId: 't1', size: 3 } }, clock);

test('a new event is a CloudEvent of its contract, at the time of the clock', () => {
  expect(event).toEqual({
    specversion: '1.0',
    id: 'e1',
    source: '/marquee/things',
    type: 'ThingMade',
    subject: 't1',
    time: '2026-11-21T10:00:00.000Z',
    datacontenttype: 'application/json',
    data: { thingId: 't1', size: 3 },
  });
});

test('an event carries the trace context of its cause', () => {
  const make = () =>
    newEvent(thingMade, { id: 'e1', subject: 't1', data: { thingId: 't1', size: 3 } }, clock);
  expect(withTraceparent('00-a-b-01', make).traceparent).toBe('00-a-b-01');
  expect(make()).not.toHaveProperty('traceparent');
});

test('an event of ours can be read, also with members that a later version added', () => {
  expect(whyUnreadable(event, [thingMade])).toBeUndefined();
  expect(
    whyUnreadable({ ...event, partitionkey: 'p', data: { ...event.data, colour: 'red' } }, [thingMade]),
  ).toBeUndefined();
});

test.each<[string, unknown, RegExp]>([
  ['a text', 'hello', /^not a CloudEvent/],
  ['nothing', undefined, /^not a CloudEvent/],
  ['an event without an id', { ...event, id: '' }, /^not a CloudEvent[\s\S]*id/],
  ['an event of another version', { ...event, specversion: '0.3' }, /^not a CloudEvent[\s\S]*specversion/],
  [
    'an event that is no JSON',
    { ...event, datacontenttype: 'text/xml' },
    /^not a CloudEvent[\s\S]*datacontenttype/,
  ],
  [
    'an event nobody here reacts to',
    { ...event, type: 'ThingLost' },
    /^no handler for events of type ThingLost$/,
  ],
  [
    'an event whose data lacks a member',
    { ...event, data: { thingId: 't1' } },
    /^data of ThingMade is wrong[\s\S]*size/,
  ],
  ['an event without data', { ...event, data: undefined }, /^data of ThingMade is wrong/],
])('%s cannot be read, and the operator is told why', (_what, message, why) => {
  expect(whyUnreadable(message, [thingMade])).toMatch(why);
});

test('whatever message comes, it is judged and nothing is thrown', () => {
  const almost = fc
    .record({ type: fc.constantFrom('ThingMade', 'x'), data: fc.anything(), id: fc.anything() })
    .map((changes) => ({ ...event, ...changes }));
  fc.assert(
    fc.property(fc.oneof(fc.anything(), almost), (message) => {
      const why = whyUnreadable(message, [thingMade]);
      if (why === undefined)
        expect(thingMade.data.safeParse((message as EventEnvelope).data).success).toBe(true);
      else expect(why).not.toBe('');
    }),
    { numRuns: 300 },
  );
});
