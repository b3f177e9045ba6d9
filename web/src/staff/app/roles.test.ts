import { mayWith } from './roles';

test.each([
  [['admin'], ['door'], true],
  [['admin'], [], true],
  [['box-office'], ['admin', 'box-office'], true],
  [['door'], ['box-office'], false],
  [['door'], [], false],
  [[], ['door'], false],
] as const)('%j opens what is for %j: %s', (roles, needed, may) => {
  expect(mayWith(roles, needed)).toBe(may);
});
