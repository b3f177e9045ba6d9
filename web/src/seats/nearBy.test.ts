import { nearBy } from './nearBy';
import type { Section } from './together';

/** A row is written as it is seen: `.` is free, `x` is somebody's. */
const house = (...rows: readonly string[]): Section => ({
  sectionId: 'A',
  kind: 'seated',
  tier: 'R',
  price: 1,
  seats: rows.flatMap((row, index) =>
    [...row].map((mark, at) => ({
      seatId: `A-${index + 1}-${at + 1}`,
      row: String(index + 1),
      number: at + 1,
      status: mark === '.' ? ('available' as const) : ('sold' as const),
    })),
  ),
});
const other: Section = { ...house('......'), sectionId: 'B', seats: [] };

test('beside those that are kept, when there is room', () => {
  expect(nearBy([other, house('......')], { kept: ['A-1-3'], gone: ['A-1-4'] })).toEqual(['A-1-2', 'A-1-3']);
});

test('a seat that is gone is none, though the map still calls it free', () => {
  expect(nearBy([house('...')], { kept: ['A-1-2'], gone: ['A-1-3'] })).toEqual(['A-1-1', 'A-1-2']);
  expect(nearBy([house('..')], { kept: ['A-1-1'], gone: ['A-1-2'] })).toBeUndefined();
});

test('else all together, as near as can be', () => {
  const rows = house('......', 'xx.xxx', '.....x', '......');
  expect(nearBy([rows], { kept: ['A-2-3'], gone: ['A-2-4'] })).toEqual(['A-1-3', 'A-1-4']);
  const full = house('xxxxxx', 'xx.xxx', '.x.xx.', '......');
  expect(nearBy([full], { kept: ['A-2-3'], gone: ['A-2-4'] })).toEqual(['A-4-3', 'A-4-4']);
});

test('what is kept elsewhere stays, and only what is gone is looked for', () => {
  expect(nearBy([house('x...')], { kept: ['B-9-9'], gone: ['A-1-1'] })).toEqual(['B-9-9', 'A-1-2']);
});

test('across an aisle nobody sits together', () => {
  const aisle = { ...house('....'), aislesAfter: new Set(['A-1-2']) };
  expect(nearBy([aisle], { kept: ['A-1-2'], gone: ['A-1-3'] })).toEqual(['A-1-1', 'A-1-2']);
});
