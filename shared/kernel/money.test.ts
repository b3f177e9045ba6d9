import fc from 'fast-check';
import { percentOf } from './money';

test.each([
  [340_000, 10, 34_000],
  [12_345, 10, 1_234],
  [99, 30, 29],
  [1, 99.99, 0],
  [10_000, 0.57, 57],
  [100, 29, 29],
  [115, 10, 11],
  [20_000_000_000, 100, 20_000_000_000],
  [20_000_000_000, 99.99, 19_998_000_000],
  [0, 50, 0],
])('of %i, %f percent are %i, rounded down', (amount, percent, expected) => {
  expect(percentOf(amount, percent)).toBe(expected);
});

const amount = fc.oneof(fc.nat({ max: 20_000 }), fc.integer({ min: 0, max: 20_000_000_000 }));
const hundredths = fc.integer({ min: 0, max: 10_000 });

test('for a percentage of up to two decimals, it is what whole numbers give; never more than the amount', () => {
  fc.assert(
    fc.property(amount, hundredths, (all, part) => {
      expect(percentOf(all, part / 100)).toBe(Number((BigInt(all) * BigInt(part)) / 10_000n));
      expect(percentOf(all, part / 100)).toBeLessThanOrEqual(all);
    }),
    { numRuns: 1_000 },
  );
});
