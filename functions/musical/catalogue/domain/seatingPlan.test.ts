import fc from 'fast-check';
import { seated, standing } from '../../../../tests/samples/house';
import { faultInPlan } from './checkPlan';
import { blocksOf, capacityOf, findSeat, numberAt, type Row, type Section, seatIdAt } from './seatingPlan';

const house: readonly Section[] = [
  seated('A', [12, 10], 'VIP'),
  { sectionId: 'A-left', kind: 'seated', tier: 'R', rows: [{ row: 'box-2', seats: 4 }] },
  { sectionId: '1층-가', kind: 'seated', tier: 'R', rows: [{ row: '나열', seats: 5 }] },
  standing('스탠딩', 100, 'S'),
  { sectionId: 'ODD', kind: 'seated', tier: 'R', rows: [{ row: '1', numbers: [1, 3, '12a', 4, 2, '01'] }] },
];

test.each([
  ['A-1-12', { sectionId: 'A', tier: 'VIP', row: '1', number: 12 }],
  ['A-left-box-2-4', { sectionId: 'A-left', tier: 'R', row: 'box-2', number: 4 }],
  ['1층-가-나열-5', { sectionId: '1층-가', tier: 'R', row: '나열', number: 5 }],
  ['스탠딩-100', { sectionId: '스탠딩', tier: 'S', number: 100 }],
  ['ODD-1-3', { sectionId: 'ODD', tier: 'R', row: '1', number: 3 }],
  ['ODD-1-12a', { sectionId: 'ODD', tier: 'R', row: '1', number: '12a' }],
  ['ODD-1-01', { sectionId: 'ODD', tier: 'R', row: '1', number: '01' }],
])('the house has the seat %s', (seatId, expected) => {
  const { block, index = -1, ...seat } = findSeat(house, seatId) ?? {};
  expect(seat).toEqual({ seatId, ...expected });
  expect(block && seatIdAt(block, index)).toBe(seatId);
});

test.each([
  ['a number past the end of the row', 'A-1-13'],
  ['number 0', 'A-1-0'],
  ['a number with a leading zero: it would be a second name of one seat', 'A-1-01'],
  ['a number with a sign', 'A-1-+1'],
  ['a number with an exponent', 'A-1-1e0'],
  ['digits of another script', '스탠딩-１'],
  ['an unknown row', 'A-3-1'],
  ['an unknown section', 'B-1-1'],
  ['a row without a number', 'A-1'],
  ['a standing place past the end', '스탠딩-101'],
  ['nothing', ''],
  ['a hyphen', '-'],
  ['no hyphen', 'A'],
  ['a number that the row leaves out', 'ODD-1-5'],
  ['another case of a label', 'ODD-1-12A'],
])('the house has no seat with %s', (_what, seatId) => {
  expect(findSeat(house, seatId)).toBeUndefined();
});

test('a name without a hyphen is no seat, though a standing section begins so', () => {
  expect(findSeat([standing('1', 90)], '15')).toBeUndefined();
});

const label = fc.constantFrom('A', 'A-1', '1', '1-1', '가', '가-나', '-', '--', '2');
const number = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom('1', '7', '12a', 'a', '가'));
const row: fc.Arbitrary<Row> = fc.oneof(
  fc.record({ row: label, seats: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ row: label, numbers: fc.array(number, { minLength: 1, maxLength: 6 }) }),
);
const section: fc.Arbitrary<Section> = fc.oneof(
  fc.record({
    sectionId: label,
    kind: fc.constant('standing'),
    tier: fc.constant('R'),
    capacity: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({
    sectionId: label,
    kind: fc.constant('seated'),
    tier: fc.constant('R'),
    rows: fc.array(row, { minLength: 1, maxLength: 4 }),
  }),
);

test('in every house that is accepted each seat has an id of its own and is found by it, whatever hyphens its names have', () => {
  fc.assert(
    fc.property(fc.array(section, { minLength: 1, maxLength: 4 }), (sections) => {
      fc.pre(faultInPlan(sections) === undefined);
      const ids = new Set<string>();
      for (const block of sections.flatMap(blocksOf)) {
        for (let index = 0; index < block.seats; index++) {
          const seatId = seatIdAt(block, index);
          const { sectionId } = block.section;
          const found = findSeat(sections, seatId);
          expect(found).toMatchObject({ seatId, sectionId, number: numberAt(block, index), index, block });
          expect(found?.row).toBe(block.row?.row);
          ids.add(seatId);
        }
      }
      expect(ids.size).toBe(capacityOf(sections));
    }),
    { numRuns: 300 },
  );
});

/** An id of the house, changed a little or not at all, or any text. */
const almostSeatId = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.constantFrom('A-1-12', 'A-left-box-2-4', '1층-가-나열-5', '스탠딩-100'),
      fc.constantFrom('', '0', '-', ' ', '\n', '１', 'e0', '.0'),
      fc.nat({ max: 14 }),
    )
    .map(([id, added, at]) => id.slice(0, at) + added + id.slice(at)),
);

test('whatever is sent as a seat id, the house has a seat of exactly this name or none', () => {
  fc.assert(
    fc.property(almostSeatId, (seatId) => {
      const found = findSeat(house, seatId);
      if (found === undefined) return;
      expect(seatIdAt(found.block, found.index)).toBe(seatId);
      expect(found.index >= 0 && found.index < found.block.seats).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
