import fc from 'fast-check';
import { samplePerformance, seated, standing } from '../../../../tests/samples/house';
import { findSeat } from '../../catalogue/domain/seatingPlan';
import { priced } from './price';

const sections = [seated('A', [12, 10], 'VIP'), seated('B', [5], 'R'), standing('스탠딩', 9, 'S')];
const houseAt = (priceTiers: Readonly<Record<string, number>>) => samplePerformance({ sections, priceTiers });

test('each seat costs what its tier costs, and all cost that together', () => {
  const house = houseAt({ VIP: 170_000, R: 130_000, S: 99_000 });
  expect(priced(house, ['스탠딩-1', 'A-1-1'])).toEqual({
    seats: ['스탠딩-1', 'A-1-1'],
    lines: [
      { seatId: '스탠딩-1', tier: 'S', priceTypeId: 'standard', price: 99_000 },
      { seatId: 'A-1-1', tier: 'VIP', priceTypeId: 'standard', price: 170_000 },
    ],
    amount: 269_000,
  });
});

test('seats of which one is not in the house are not sold for nothing', () => {
  expect(() => priced(houseAt({ VIP: 170_000 }), ['A-1-1', 'Z-1-1'])).toThrow('The house has no seat Z-1-1.');
});

const tierPrices: fc.Arbitrary<Record<string, number>> = fc.record(
  { VIP: fc.nat(), R: fc.nat(), S: fc.nat() },
  { requiredKeys: [] },
);
const SEATS = ['A-1-1', 'A-2-10', 'B-1-5', '스탠딩-9', 'Z-1-1'];

test('in whatever order, seats cost the sum of what each costs; with one that has no price they have none', () => {
  fc.assert(
    fc.property(tierPrices, fc.shuffledSubarray(SEATS), (priceTiers, seats) => {
      const tiers = seats.map((seatId) => findSeat(sections, seatId)?.tier ?? '');
      const sum = tiers.reduce((total, tier) => total + (priceTiers[tier] ?? Number.NaN), 0);
      const price = () => priced(houseAt(priceTiers), seats).amount;
      if (Number.isNaN(sum)) expect(price).toThrow(RangeError);
      else expect(price()).toBe(sum);
    }),
    { numRuns: 300 },
  );
});
