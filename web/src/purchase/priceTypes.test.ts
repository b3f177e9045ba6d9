import { chosen, offeredFor } from './priceTypes';

const name = { ko: '할인', en: 'Reduced' };
const priceTypes = [
  { priceTypeId: 'senior', name, percentOff: 50, tiers: ['VIP'] },
  { priceTypeId: 'coupon', name, amountOff: 200_000 },
];
const line = { seatId: 'A-1-1', tier: 'VIP', priceTypeId: 'standard', price: 170_001 };
const hold = {
  lines: [line, { ...line, seatId: 'A-1-2' }, { ...line, seatId: 'A-1-3' }],
  bookingFee: 3_000,
  priceTypes,
};

test('what is chosen costs what the server will say: rounded down, never below nothing, with the fee', () => {
  const { lines, amount } = chosen(hold, { 'A-1-1': 'senior', 'A-1-2': 'coupon' });
  expect(lines.map(({ price }) => price)).toEqual([85_000, 0, 170_001]);
  expect(amount).toBe(258_001);
  expect(chosen(hold, {}).amount).toBe(513_003);
});

test('a price type is offered for its tiers, or for all', () => {
  const offered = (tier: string) => offeredFor(tier, priceTypes).map(({ priceTypeId }) => priceTypeId);
  expect(offered('VIP')).toEqual(['senior', 'coupon']);
  expect(offered('R')).toEqual(['coupon']);
  expect(offeredFor('R')).toEqual([]);
});
