import { BLANK_TIER, BLANK_TYPE, minorUnits, priceTiersOf, priceTypesOf, tierRows, typeRows } from './prices';

test.each([
  ['170,000', 'KRW', 170_000],
  ['12.5', 'EUR', 1_250],
  ['12.50', 'KRW', undefined],
  ['12.505', 'EUR', undefined],
  ['', 'KRW', undefined],
  ['-5', 'KRW', undefined],
])('%s of %s is %s', (typed, currency, amount) => {
  expect(minorUnits(typed, currency)).toBe(amount);
});

test('what the API said is sent again as it was', () => {
  const tiers = { VIP: { price: 170_000, name: { ko: '브이아이피', en: 'VIP' }, colour: '#6a3d8f' }, R: 99 };
  expect(priceTiersOf(tierRows(tiers, 'KRW'), 'KRW')).toEqual({ ...tiers, R: { price: 99 } });
  const types = [
    {
      priceTypeId: 'child',
      name: { ko: '어린이', en: 'Child' },
      tiers: ['R'],
      membersOnly: true,
      percentOff: 30,
    },
    { priceTypeId: 'x', name: { ko: '할인', en: 'Off' }, proof: { ko: '증', en: 'Card' }, amountOff: 1_000 },
  ];
  const rows = typeRows(types, 'EUR');
  expect(priceTypesOf(rows, 'EUR')).toEqual(types);
  const forAll = rows.map((row) => ({ ...row, tiers: ' , ', membersOnly: false }));
  const [first] = priceTypesOf(forAll, 'EUR') ?? [];
  expect(first).not.toHaveProperty('membersOnly');
  expect(first).not.toHaveProperty('tiers');
  expect(
    priceTypesOf([{ ...BLANK_TYPE, id: 'x', ko: '가', off: '1', tiers: 'VIP,R ' }], 'KRW'),
  ).toMatchObject([{ tiers: ['VIP', 'R'] }]);
});

test('what is not whole is not sent', () => {
  const whole = { ...BLANK_TIER, tier: 'VIP', price: '1' };
  expect(priceTiersOf([whole], 'KRW')).toEqual({ VIP: { price: 1 } });
  expect(priceTiersOf([whole, whole], 'KRW')).toBeUndefined();
  expect(priceTiersOf([{ ...whole, price: 'free' }], 'KRW')).toBeUndefined();
  expect(priceTypesOf([{ ...BLANK_TYPE, id: 'x', ko: '가', off: '101' }], 'KRW')).toBeUndefined();
});
