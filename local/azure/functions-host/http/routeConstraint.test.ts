import { toConstraint } from './routeConstraint';

test.each([
  ['int', '12', true],
  ['int', '1.5', false],
  ['int', '99999999999', false],
  ['long', '99999999999', true],
  ['bool', 'TRUE', true],
  ['bool', '1', false],
  ['guid', '3f2504e0-4f89-11d3-9a0c-0305e82c3301', true],
  ['guid', '3f2504e0', false],
  ['alpha', 'abc', true],
  ['alpha', 'ab1', false],
  ['minlength(3)', 'ab', false],
  ['maxlength(3)', 'abcd', false],
  ['length(2,3)', 'abc', true],
  ['length(2)', 'abc', false],
  ['min(18)', '18', true],
  ['min(18)', '17', false],
  ['max(18)', '19', false],
  ['range(1,5)', '6', false],
  ['datetime', '2026-12-31', true],
  ['datetime', 'tomorrow-ish', false],
  ['double', '-1.5e3', true],
  ['decimal', '1.5', true],
  ['regex(^\\d{3}$)', '123', true],
  ['regex(^\\d{3}$)', '1234', false],
])('%s of %s is %s', (constraint, value, expected) => {
  expect(toConstraint(constraint)(value)).toBe(expected);
});
