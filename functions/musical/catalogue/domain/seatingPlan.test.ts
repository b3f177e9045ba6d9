import fc from 'fast-check';
import { seated, standing } from '../../../../tests/samples/house';
import { faultInHouse } from './performance.decide';
import { blocksOf, capacityOf, findSeat, priceOf, type Section, seatIdOf } from './seatingPlan';

const house: readonly Section[] = [
  seated('A', [12, 10], 'VIP'),
  { sectionId: 'A-left', kind: 'seated', tier: 'R', rows: [{ row: 'box-2', seats: 4 }] },
  { sectionId: '1층-가', kind: 'seated', tier: 'R', rows: [{ row: '나열', seats: 5 }] },
  standing('스탠딩', 100, 'S'),
];

test.each([
  ['A-1-12', { sectionId: 'A', tier: 'VIP', row: '1', number: 12 }],
  ['A-left-box-2-4', { sectionId: 'A-left', tier: 'R', row: 'box-2', number: 4 }],
  ['1층-가-나열-5', { sectionId: '1층-가', tier: 'R', row: '나열', number: 5 }],
  ['스탠딩-100', { sectionId: '스탠딩', tier: 'S', number: 100 }],
])('the house has the seat %s', (seatId, expected) => {
  const { block, ...seat } = findSeat(house, seatId) ?? {};
  expect(seat).toEqual({ seatId, ...expected });
  expect(block && seatIdOf(block, expected.number)).toBe(seatId);
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
])('the house has no seat with %s', (_what, seatId) => {
  expect(findSeat(house, seatId)).toBeUndefined();
});

const label = fc.constantFrom('A', 'A-1', '1', '1-1', '가', '가-나', '-', '--', '2');
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
    rows: fc.array(fc.record({ row: label, seats: fc.integer({ min: 1, max: 12 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
);

test('in every house that is accepted each seat has an id of its own and is found by it, whatever hyphens its names have', () => {
  fc.assert(
    fc.property(fc.array(section, { minLength: 1, maxLength: 4 }), (sections) => {
      fc.pre(faultInHouse(sections, { R: 1 }) === undefined);
      const ids = new Set<string>();
      for (const block of sections.flatMap(blocksOf)) {
        for (let number = 1; number <= block.seats; number++) {
          const seatId = seatIdOf(block, number);
          const { sectionId, row } = block;
          expect(findSeat(sections, seatId)).toMatchObject({ seatId, sectionId, number, block });
          expect(findSeat(sections, seatId)?.row).toBe(row);
          ids.add(seatId);
        }
      }
      expect(ids.size).toBe(capacityOf(sections));
    }),
    { numRuns: 300 },
  );
});

test('seats cost what their tiers cost together', () => {
  const prices = { VIP: 170_000, R: 130_000, S: 99_000 };
  expect(priceOf(house, prices, ['A-1-1', 'A-left-box-2-1', '스탠딩-1'])).toBe(399_000);
  expect(priceOf(house, prices, [])).toBe(0);
});

test('seats of which one is not in the house are not sold for nothing', () => {
  expect(() => priceOf(house, { VIP: 170_000 }, ['A-1-1', 'Z-1-1'])).toThrow('The house has no seat Z-1-1.');
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
      expect(seatIdOf(found.block, found.number)).toBe(seatId);
      expect(found.number >= 1 && found.number <= found.block.seats).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

const SEATS = house.flatMap(blocksOf).flatMap((b) => [seatIdOf(b, 1), seatIdOf(b, b.seats)]);
const prices: fc.Arbitrary<Record<string, number>> = fc.record(
  { VIP: fc.nat(), R: fc.nat(), S: fc.nat() },
  { requiredKeys: [] },
);

test('in whatever order, seats cost the sum of what each costs; with one that has no price they have none', () => {
  fc.assert(
    fc.property(prices, fc.shuffledSubarray([...SEATS, 'Z-1-1']), (priceTiers, seats) => {
      const tiers = seats.map((seatId) => findSeat(house, seatId)?.tier ?? '');
      const sum = tiers.reduce((total, tier) => total + (priceTiers[tier] ?? Number.NaN), 0);
      const price = () => priceOf(house, priceTiers, seats);
      if (Number.isNaN(sum)) expect(price).toThrow(RangeError);
      else expect(price()).toBe(sum);
    }),
    { numRuns: 300 },
  );
});
