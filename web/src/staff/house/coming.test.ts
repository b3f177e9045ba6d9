import { type Coming, inOrder, matching } from './coming';

const at = (startsAt: string, title = 'The Lamplighter'): Coming =>
  ({ performanceId: startsAt, startsAt, title }) as Coming;
const NOW = Date.parse('2026-12-24T12:00:00Z');

test('the next performance is first, one that has just begun is still there, and one of yesterday is not', () => {
  const all = [at('2026-12-26T10:00:00Z'), at('2026-12-24T10:00:00Z'), at('2026-12-23T10:00:00Z')];
  expect(inOrder(all, NOW).map(({ startsAt }) => startsAt)).toEqual([
    '2026-12-24T10:00:00Z',
    '2026-12-26T10:00:00Z',
  ]);
});

test.each([
  ['', ['a', 'b']],
  ['lamp', ['a']],
  ['dec 24', ['a']],
  ['moon', ['b']],
  ['lamp 25', []],
])('%j finds %j', (query, found) => {
  const all = [
    { id: 'a', words: 'The Lamplighter, Thu, 24 Dec' },
    { id: 'b', words: 'Rooftops of the Moon, Fri, 25 Dec' },
  ];
  expect(matching(all, query, ({ words }) => words).map(({ id }) => id)).toEqual(found);
});
