import { minorUnitDigits as sold } from '../../shared/kernel/currency';
import { minorUnitDigits as shown } from '../src/texts/minorUnits';

test('each currency is shown with the digits in which it is sold', () => {
  const currencies = Intl.supportedValuesOf('currency').filter((code) => sold(code) !== undefined);
  expect(currencies.length).toBeGreaterThan(150);
  expect(currencies.map((code) => [code, shown(code)])).toEqual(currencies.map((code) => [code, sold(code)]));
});
