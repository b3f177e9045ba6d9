import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { faultsInEvents, type Reactions, type Subscriptions } from '../docs/eventsPage';
import { events, pages } from '../docs/generate';
import { eventContract } from '../shared/messaging/envelope';

test('docs/events.md says what the code does; if not, run npm run generate', () => {
  expect(readFileSync('docs/events.md', 'utf8')).toBe(pages()['docs/events.md']);
});

test('every event is consumed, and every handler is fed', () => {
  expect(faultsInEvents(events.contracts, events.subscriptions, events.reactions)).toEqual([]);
});

test('every event says which context it comes from', () => {
  const sources = new Set(events.contracts.map(({ source }) => source));
  expect([...sources].sort()).toEqual([
    '/marquee/admission',
    '/marquee/lending',
    '/marquee/membership',
    '/marquee/musical',
    '/marquee/reservation',
    '/marquee/{context}',
  ]);
});

test('no event says who its customer is: a queue and its dead letters hold no name and no address', () => {
  for (const { type, data } of events.contracts) {
    const members = Object.keys((z.toJSONSchema(data) as { properties?: object }).properties ?? {});
    expect([type, members.filter((name) => /^(customer|name|e?-?mail|phone|locale)$/i.test(name))]).toEqual([
      type,
      [],
    ]);
  }
});

const made = eventContract('ThingMade', '/marquee/things', z.object({}));

test.each<[string, Subscriptions, Reactions, string]>([
  ['an event without a queue', { ThingMade: [] }, {}, 'nobody consumes ThingMade'],
  ['an event that is not in the table', {}, {}, 'nobody consumes ThingMade'],
  ['a queue without a handler', { ThingMade: ['b'] }, { b: {} }, 'no handler in b for ThingMade'],
  ['a queue of nobody', { ThingMade: ['b'] }, {}, 'no handler in b for ThingMade'],
  [
    'a handler without an event',
    { ThingMade: ['a'] },
    { a: { ThingMade: 'x' }, b: { ThingMade: 'y' } },
    'nobody feeds the handler in b for ThingMade',
  ],
  [
    'an event without a contract',
    { ThingMade: ['a'], ThingLost: ['a'] },
    { a: { ThingMade: 'x', ThingLost: 'y' } },
    'no contract describes ThingLost',
  ],
])('%s is found', (_what, subscriptions, reactions, fault) => {
  expect(faultsInEvents([made], subscriptions, reactions)).toContain(fault);
});

test('an event that two contracts describe is found; one that fits is none', () => {
  const fits = { ThingMade: ['a'] };
  const handled = { a: { ThingMade: 'x' } };
  expect(faultsInEvents([made], fits, handled)).toEqual([]);
  expect(faultsInEvents([made, made], fits, handled)).toEqual(['two contracts describe ThingMade']);
});
