import fc from 'fast-check';
import { amountOf, linesOf } from './saleLine';

test('a sale of the version before shares its amount equally, with the rest on the first line', () => {
  const line = { tier: '', priceTypeId: 'standard' };
  expect(linesOf({ seats: ['A-1-1', 'A-1-2', 'A-1-3'], amount: 500_000 })).toEqual([
    { ...line, seatId: 'A-1-1', price: 166_668 },
    { ...line, seatId: 'A-1-2', price: 166_666 },
    { ...line, seatId: 'A-1-3', price: 166_666 },
  ]);
  expect(linesOf({ seats: [], amount: 0 })).toEqual([]);
});

test('lines that are known stay what they are', () => {
  const lines = [{ seatId: 'A-1-1', tier: 'VIP', priceTypeId: 'senior', price: 85_000 }];
  expect(linesOf({ seats: ['A-1-1'], lines, bookingFee: 2_000, amount: 87_000 })).toBe(lines);
});

test('whatever is shared, the lines and the fee add up to the amount, and no line differs by more than the rest', () => {
  const seats = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(seats, fc.nat(), fc.nat({ max: 50_000 }), (names, price, bookingFee) => {
      const lines = linesOf({ seats: names, amount: price + bookingFee, bookingFee });
      expect(lines.map(({ seatId }) => seatId)).toEqual(names);
      expect(amountOf(lines, bookingFee)).toBe(price + bookingFee);
      const [{ price: first } = { price: 0 }, ...others] = lines;
      for (const { price: other } of others) expect(first - other).toBe(price % names.length);
    }),
  );
});
