import { minorUnitDigits } from './currency';

test.each([
  ['KRW', 0],
  ['JPY', 0],
  ['VND', 0],
  ['ISK', 0],
  ['EUR', 2],
  ['HUF', 2],
  ['IDR', 2],
  ['COP', 2],
  ['TWD', 2],
  ['KWD', 3],
  ['TND', 3],
  ['ZZZ', undefined],
  ['WON', undefined],
  ['XXX', undefined],
  ['XAU', undefined],
  ['krw', undefined],
  ['', undefined],
])('the minor unit of %p has %p digits', (currency, digits) => {
  expect(minorUnitDigits(currency)).toBe(digits);
});

test('where languages write fewer digits than the minor unit has, the standard counts', () => {
  const digitsWritten = (currency: string) =>
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  const all = Intl.supportedValuesOf('currency').filter((code) => minorUnitDigits(code) !== undefined);
  const differing = all.filter((code) => minorUnitDigits(code) !== digitsWritten(code));
  expect(all.length).toBeGreaterThan(150);
  expect(differing).toEqual(expect.arrayContaining(['COP', 'HUF', 'IDR', 'IQD', 'PKR']));
});
