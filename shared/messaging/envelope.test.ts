import fc from 'fast-check';
import { z } from 'zod';
import { eventIdOf } from '../kernel/ids';
import { withTraceparent } from '../telemetry/trace';
import { type EventEnvelope, eventContract, labelOf, newEvent, readEvent } from './envelope';

const thingMade = eventContract(
  'ThingMade',
  '/marquee/things',
  z.object({ thingId: z.string(), size: z.int() }),
);
const cause = {
  causeId: 'c1',
  subject: 't1',
  time: '2026-11-21T10:00:00.000Z',
  data: { thingId: 't1', size: 3 },
};
const event = newEvent(thingMade, cause);

test('a new event is a CloudEvent of its contract, and its id follows from its cause and type', () => {
  expect(event).toEqual({
    specversion: '1.0',
    id: eventIdOf('c1', 'ThingMade'),
    source: '/marquee/things',
    type: 'ThingMade',
    subject: 't1',
    time: '2026-11-21T10:00:00.000Z',
    datacontenttype: 'application/json',
    data: { thingId: 't1', size: 3 },
  });
});

test('an event carries the trace context of its cause', () => {
  const make = () => newEvent(thingMade, cause);
  expect(withTraceparent('00-a-b-01', make).traceparent).toBe('00-a-b-01');
  expect(make()).not.toHaveProperty('traceparent');
});

test('an event given another trace keeps it', () => {
  const make = () => newEvent(thingMade, { ...cause, traceparent: '00-c-d-01' });
  expect(withTraceparent('00-a-b-01', make).traceparent).toBe('00-c-d-01');
});

test('an event of ours can be read, without the members that a later version added', () => {
  expect(readEvent(event, [thingMade])).toEqual({ status: 'read', event });
  const later = { ...event, partitionkey: 'p', data: { ...event.data, colour: 'red' } };
  expect(readEvent(later, [thingMade])).toEqual({ status: 'read', event });
});

test('what a message calls itself is read member by member', () => {
  expect(labelOf({ id: 'e1', type: 7, subject: 't1' })).toEqual({ id: 'e1', subject: 't1' });
  expect(labelOf('hello')).toEqual({});
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
  expect(readEvent(message, [thingMade])).toEqual({
    status: 'unreadable',
    why: expect.stringMatching(why),
  });
});

test('whatever message comes, it is judged and nothing is thrown', () => {
  const almost = fc
    .record({ type: fc.constantFrom('ThingMade', 'x'), data: fc.anything(), id: fc.anything() })
    .map((changes) => ({ ...event, ...changes }));
  fc.assert(
    fc.property(fc.oneof(fc.anything(), almost), (message) => {
      const reading = readEvent(message, [thingMade]);
      if (reading.status === 'unreadable') return expect(reading.why).not.toBe('');
      expect(thingMade.data.safeParse((message as EventEnvelope).data).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});
