import fc from 'fast-check';
import { NUMBERINGS, numbersFor, rowNames } from './numbering';
import { readRow, writeRow } from './rowText';

test.each<[string, (number | string)[], (number | string)[]]>([
  ['1-4', [1, 2, 3, 4], []],
  ['1-2 | 3-4', [1, 2, 3, 4], [2]],
  ['1-5/2|6-2/2', [1, 3, 5, 6, 4, 2], [5]],
  ['4-1', [4, 3, 2, 1], []],
  ['1, 2,12a', [1, 2, '12a'], []],
  ['| 1 2 |', [1, 2], []],
  ['007', ['007'], []],
  ['', [], []],
])('reads %s', (text, numbers, gapsAfter) => {
  expect(readRow(text)).toEqual({ numbers, gapsAfter });
});

test.each(['1-', 'a-c', '12345678', '1-900', '1-5/0', '1;2'])('does not read %s', (text) => {
  expect(readRow(text)).toHaveProperty('unreadable');
});

test('whatever is written is read again as it was', () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 999_999 }), fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/));
  const row = fc
    .uniqueArray(fc.oneof({ arbitrary: fc.integer({ min: 0, max: 30 }), weight: 3 }, number), {
      selector: String,
      minLength: 1,
    })
    .chain((numbers) =>
      fc.record({
        numbers: fc.constant(numbers),
        gapsAfter: fc.subarray(numbers.slice(0, -1)),
      }),
    );
  fc.assert(fc.property(row, (one) => expect(readRow(writeRow(one))).toEqual(one)));
});

test.each([
  ['all', 'left', '1 2 3 4 5'],
  ['all', 'right', '5 4 3 2 1'],
  ['odd', 'left', '1 3 5 7 9'],
  ['even', 'right', '10 8 6 4 2'],
  ['odd-even-out', 'left', '5 3 1 2 4'],
  ['odd-even-out', 'right', '4 2 1 3 5'],
  ['odd-even-in', 'left', '1 3 5 4 2'],
] as const)('five seats numbered %s from the %s are %s', (numbering, from, numbers) => {
  expect(numbersFor(5, { numbering, from, start: 1 }).join(' ')).toBe(numbers);
});

test('of any count and start no number is there twice, and none is below the start', () => {
  const numbered = fc.record({
    numbering: fc.constantFrom(...NUMBERINGS),
    from: fc.constantFrom('left' as const, 'right' as const),
    start: fc.nat(200),
  });
  fc.assert(
    fc.property(fc.nat(500), numbered, (count, how) => {
      const numbers = numbersFor(count, how);
      expect(new Set(numbers).size).toBe(count);
      expect(numbers.every((number) => number >= how.start)).toBe(true);
    }),
  );
});

test.each<[string, number, boolean, string]>([
  ['1', 3, false, '1 2 3'],
  ['A', 3, false, 'A B C'],
  ['Y', 4, false, 'Y Z AA AB'],
  ['H', 3, true, 'H J K'],
  ['M', 3, true, 'M N P'],
  ['B09', 2, false, 'B09 B10'],
  ['가', 2, false, '가 가2'],
])('rows from %s are called', (first, count, isWithoutIO, names) => {
  expect(rowNames(first, count, isWithoutIO).join(' ')).toBe(names);
});
