import fc from 'fast-check';
import { continuationAfter, listKeyAfter, pageOf } from './continuation';
import { Problem } from './problem';

const listKey = fc
  .record({
    day: fc
      .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    isDayOnly: fc.boolean(),
    id: fc.stringMatching(/^[\w.-]{1,60}$/),
  })
  .map(({ day, isDayOnly, id }) => `${isDayOnly ? day.slice(0, 10) : day} ${id}`);

test('a page goes on where the page before ended', () => {
  fc.assert(
    fc.property(listKey, (key) => {
      const { continuation } = pageOf(
        [key],
        1,
        (item) => item,
        (item) => item,
      );
      expect(listKeyAfter(continuation)).toBe(key);
    }),
  );
});

test('the first page has no continuation, the last one gives none', () => {
  expect(listKeyAfter(undefined)).toBeUndefined();
  expect(
    pageOf(
      ['2026-12-24 a'],
      2,
      (item) => item,
      (item) => item,
    ),
  ).toEqual({ items: ['2026-12-24 a'] });
});

/** What a query would take for more than a text, were it not a parameter, and what no page ends with. */
const odd = fc.constantFrom('', ' ', "2026-12-24 ' OR 1=1", '2026-12-24', '2026-12-24 a\n', '2026-12-24 a b');

test('whatever is sent as a continuation, it is a place in the list or refused with a problem', () => {
  const sent = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.base64String(),
    fc.oneof(fc.string({ unit: 'binary' }), odd, listKey).map(continuationAfter),
  );
  fc.assert(
    fc.property(sent, (continuation) => {
      try {
        expect(listKeyAfter(continuation)).toMatch(/^\d{4}-\d\d-\d\d\S* [\w.-]+$/);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        expect(error.definition.status).toBe(400);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['nothing', ''],
  ['a day without an id', '2026-12-24'],
  ['an id without a day', 'a'],
  ['more than one id', '2026-12-24 a b'],
  ['a line more', '2026-12-24 a\nb'],
])('no page ends with %s', (_what, key) => {
  expect(() => listKeyAfter(continuationAfter(key))).toThrow(
    expect.objectContaining({ code: 'invalid-request' }),
  );
});
