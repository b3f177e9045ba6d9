import { bodyOf, faultsOf, outOf, writtenOf } from './itemFields';

const item = { itemId: 'i1', name: 'Glasses', stock: 4, available: 1, loanHours: 6 };

test('an item is written out and read back', () => {
  expect(bodyOf(writtenOf(item))).toEqual({ name: 'Glasses', stock: 4, loanHours: 6 });
  expect(bodyOf({ ...writtenOf(item), description: ' Near ' })).toMatchObject({ description: 'Near' });
  expect(outOf(item)).toBe(3);
});

test.each([
  [{ name: ' ' }, ['name']],
  [{ stock: '' }, ['stock']],
  [{ stock: '1.5' }, ['stock']],
  [{ stock: '-1' }, ['stock']],
  [{ stock: '0' }, []],
  [{ stock: '100001' }, ['stock']],
  [{ loanHours: '0' }, ['loanHours']],
  [{ loanHours: '673' }, ['loanHours']],
])('%j has the faults %j', (written, faults) => {
  expect(faultsOf({ ...writtenOf(item), ...written })).toEqual(faults);
});
