import { bodyOf, faultsOf, writtenOf } from './planFields';

const plan = {
  planId: 'p1',
  name: 'Friends',
  monthlyFee: 1_250,
  currency: 'EUR',
  benefits: { presale: true, percentOff: 10 },
};

test('what was read is written as people write it, and sent as it was', () => {
  expect(writtenOf(plan)).toMatchObject({ fee: '12.50', percentOff: '10' });
  const { planId: _, ...fields } = plan;
  expect(bodyOf(writtenOf(plan))).toEqual(fields);
});

test('a plan without benefits sends none', () => {
  expect(bodyOf({ ...writtenOf(undefined), name: ' Plain ', fee: '9,000' })).toEqual({
    name: 'Plain',
    monthlyFee: 9_000,
    currency: 'KRW',
    benefits: {},
  });
});

test.each([
  [{ name: ' ' }, ['name']],
  [{ fee: '' }, ['fee']],
  [{ fee: '0' }, ['fee']],
  [{ fee: '12.505' }, ['fee']],
  [{ currency: 'euro' }, ['currency']],
  [{ percentOff: '0' }, ['percentOff']],
  [{ percentOff: '101' }, ['percentOff']],
  [{ percentOff: '100' }, []],
  [{ percentOff: '' }, []],
])('%j is told as %j', (written, faults) => {
  expect(faultsOf({ ...writtenOf(plan), ...written })).toEqual(faults);
});
