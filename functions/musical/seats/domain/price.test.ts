import fc from 'fast-check';
import { sampleAllocation, samplePerformance, seated, standing } from '../../../../tests/samples/house';
import type { PriceType } from '../../catalogue/domain/prices';
import { findSeat } from '../../catalogue/domain/seatingPlan';
import { saleTermsSchema } from '../../contract';
import { atPriceTypes, linesBefore, priced } from './price';
import { amountOf, linesOf, type PriceTypesAsked } from './saleLine';

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
    bookingFee: 0,
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

test('what was sold before there were lines has them at today’s prices where they add up, else in equal parts, and never another sum', () => {
  const some = fc.shuffledSubarray(SEATS, { minLength: 1 });
  fc.assert(
    fc.property(tierPrices, some, fc.nat(), fc.boolean(), (priceTiers, seats, sum, isOfToday) => {
      const house = houseAt(priceTiers);
      const isPriced = seats.every(
        (seatId) => priceTiers[findSeat(sections, seatId)?.tier ?? ''] !== undefined,
      );
      const amount = isOfToday && isPriced ? priced(house, seats).amount : sum;
      const lines = linesBefore(house, { seats, amount });
      expect(amountOf(lines, 0)).toBe(amount);
      const areOfToday = isPriced && amount === priced(house, seats).amount;
      expect(lines).toEqual(areOfToday ? priced(house, seats).lines : linesOf({ seats, amount }));
      expect(linesBefore(undefined, { seats, amount })).toEqual(linesOf({ seats, amount }));
    }),
    { numRuns: 300 },
  );
});

const name = { ko: '할인', en: 'Reduced' };
const proof = { ko: '신분증', en: 'An identity card' };
const TYPES: readonly PriceType[] = [
  { priceTypeId: 'senior', name, percentOff: 50, proof },
  { priceTypeId: 'third', name, percentOff: 33.3 },
  { priceTypeId: 'coupon', name, amountOff: 200_000 },
  { priceTypeId: 'free', name, percentOff: 100 },
  { priceTypeId: 'student', name, amountOff: 10_000, tiers: ['R', 'S'] },
];
/** A hold of these seats, on the price types of that moment. */
function holdOf(seats: readonly string[], bookingFeePerSeat = 1_000) {
  const performance = { ...houseAt({ VIP: 170_001, R: 130_000, S: 99_000 }), priceTypes: TYPES };
  const terms = saleTermsSchema.parse(performance);
  return { ...sampleAllocation({ seats, terms }), ...priced({ ...performance, bookingFeePerSeat }, seats) };
}
const SOLD = ['A-1-1', 'B-1-1', '스탠딩-1'];
const pricesAt = (asked: PriceTypesAsked, seats = SOLD) => {
  const sold = atPriceTypes(holdOf(seats), asked);
  return 'pointer' in sold ? sold : sold.lines?.map(({ priceTypeId, price }) => `${priceTypeId} ${price}`);
};

test.each<[PriceTypesAsked, string[]]>([
  [{}, ['standard 170001', 'standard 130000', 'standard 99000']],
  [{ 'A-1-1': 'standard' }, ['standard 170001', 'standard 130000', 'standard 99000']],
  [{ 'A-1-1': 'senior' }, ['senior 85000', 'standard 130000', 'standard 99000']],
  [{ 'A-1-1': 'third', 'B-1-1': 'third' }, ['third 113390', 'third 86710', 'standard 99000']],
  [{ 'A-1-1': 'coupon', 'B-1-1': 'free' }, ['coupon 0', 'free 0', 'standard 99000']],
  [{ student: 1 }, ['standard 170001', 'student 120000', 'standard 99000']],
  [{ senior: 1, student: 2 }, ['senior 85000', 'student 120000', 'student 89000']],
  [{ standard: 1, senior: 2 }, ['senior 85000', 'senior 65000', 'standard 99000']],
])('asked for %j, the seats cost %j, rounded down and never below nothing', (asked, prices) => {
  expect(pricesAt(asked)).toEqual(prices);
});

test.each<[PriceTypesAsked, string, string]>([
  [{ 'A-1-2': 'senior' }, '/priceTypes/A-1-2', 'This seat is not among those that are reserved.'],
  [{ 'A-1-1': 'child' }, '/priceTypes/A-1-1', 'There is no price type child.'],
  [{ child: 1 }, '/priceTypes/child', 'There is no price type child.'],
  [{ 'A-1-1': 'student' }, '/priceTypes/A-1-1', 'The price type student is not for the tier VIP.'],
  [{ student: 3 }, '/priceTypes/student', 'The price type student is not for the tier VIP.'],
  [{ student: 2, senior: 2 }, '/priceTypes/senior', 'There are not 2 seats left for the price type senior.'],
])('asked for %j, %s is wrong', (asked, pointer, detail) => {
  expect(pricesAt(asked)).toEqual({ pointer, detail });
});

test('the amount is the lines with the fee, and only the price types of the lines are kept', () => {
  const hold = holdOf(SOLD);
  expect(hold).toMatchObject({ bookingFee: 3_000, amount: 402_001 });
  expect(atPriceTypes(hold, { 'A-1-1': 'senior' })).toMatchObject({
    bookingFee: 3_000,
    amount: 85_000 + 130_000 + 99_000 + 3_000,
    terms: { title: 'Midnight', priceTypes: [TYPES[0]] },
  });
  expect(atPriceTypes(hold)).toMatchObject({ amount: 402_001 });
  expect(atPriceTypes(hold)).not.toHaveProperty('terms.priceTypes');
});

test('whatever is asked for, each line is a whole price between nothing and that of its tier, and they add up', () => {
  const ids = fc.constantFrom('standard', ...TYPES.map(({ priceTypeId }) => priceTypeId));
  const asked = fc.oneof(
    fc.dictionary(fc.constantFrom(...SOLD), ids),
    fc.dictionary(ids, fc.integer({ min: 1, max: 3 })),
  );
  fc.assert(
    fc.property(asked, fc.nat({ max: 2_000 }), (priceTypes, fee) => {
      const hold = holdOf(SOLD, fee);
      const sold = atPriceTypes(hold, priceTypes);
      if ('pointer' in sold) return expect(Object.keys(priceTypes)).toContain(sold.pointer.split('/')[2]);
      let sum = 3 * fee;
      for (const [index, { seatId, tier, price }] of (sold.lines ?? []).entries()) {
        const standard = hold.lines[index];
        expect(standard).toMatchObject({ seatId, tier });
        expect(Number.isInteger(price) && price >= 0 && price <= (standard?.price ?? 0)).toBe(true);
        sum += price;
      }
      expect(sold.amount).toBe(sum);
    }),
    { numRuns: 500 },
  );
});
