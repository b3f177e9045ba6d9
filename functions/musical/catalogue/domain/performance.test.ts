import { sampleFields, samplePerformance, seated, standing } from '../../../../tests/samples/house';
import { sampleMusical } from '../../../../tests/samples/musical';
import { cancellationPolicySchema } from '../../contract';
import { defaultCancellationPolicy, whyNotOnSale } from './performance';
import { schedulePerformance } from './performance.decide';
import { type DrawnSection, MAX_CAPACITY, type Row } from './seatingPlan';

const openAt = '2026-11-01T05:00:00.000Z';
const closeAt = '2026-12-24T09:30:00.000Z';
const startsAt = '2026-12-24T10:30:00.000Z';
const onSale = samplePerformance({ startsAt, salesOpenAt: openAt, salesCloseAt: closeAt });
const { salesOpenAt: _open, salesCloseAt: _close, ...withoutTimes } = onSale;

test.each([
  ['before sales open', onSale, '2026-11-01T04:59:59.999Z', `Sales open at ${openAt}.`],
  [
    'before the presale',
    { ...onSale, presaleOpenAt: '2026-10-30T05:00:00.000Z' },
    '2026-10-30T04:59:59.999Z',
    `Sales open at ${openAt}, for members at 2026-10-30T05:00:00.000Z.`,
  ],
  [
    'the moment the presale opens',
    { ...onSale, presaleOpenAt: '2026-10-30T05:00:00.000Z' },
    '2026-10-30T05:00:00.000Z',
    undefined,
  ],
  ['the moment sales open', onSale, openAt, undefined],
  ['a moment before sales close', onSale, '2026-12-24T09:29:59.999Z', undefined],
  ['the moment sales close', onSale, closeAt, `Sales closed at ${closeAt}.`],
  ['without sales times, long before', withoutTimes, '2020-01-01T00:00:00.000Z', undefined],
  ['without sales times, a moment before the start', withoutTimes, '2026-12-24T10:29:59.999Z', undefined],
  ['without sales times, at the start', withoutTimes, startsAt, `Sales closed at ${startsAt}.`],
  [
    'when it is cancelled',
    { ...onSale, status: 'cancelled' as const },
    openAt,
    'The performance is cancelled.',
  ],
  [
    'when it is cancelled and not open yet',
    { ...onSale, status: 'cancelled' as const },
    '2026-01-01T00:00:00.000Z',
    'The performance is cancelled.',
  ],
])('%s, a performance is on sale or says why not', (_when, performance, now, expected) => {
  expect(whyNotOnSale(performance, now)).toBe(expected);
});

const faultOf = (sections: readonly DrawnSection[]) => {
  const fields = sampleFields({ priceTiers: { VIP: 170_000, R: 130_000 } });
  const edit = schedulePerformance('p1', sampleMusical, { ...fields, sections });
  return edit.kind === 'invalid' ? edit.fault.pointer : undefined;
};
const rows = (...rows: readonly Row[]): DrawnSection => ({ sectionId: 'A', kind: 'seated', tier: 'R', rows });

test.each<[string, readonly DrawnSection[], string | undefined]>([
  ['rows and places with prices', [seated('A', [10], 'VIP'), standing('S', 5)], undefined],
  ['as many places as there may be', [standing('S', MAX_CAPACITY)], undefined],
  ['one place too many', [standing('S', MAX_CAPACITY), seated('A', [1])], '/sections'],
  ['no section', [], '/sections'],
  ['a tier without a price', [seated('A', [1]), seated('B', [1], 'S')], '/sections/1/tier'],
  [
    'a tier with the name of something every object has',
    [seated('A', [1], 'constructor')],
    '/sections/0/tier',
  ],
  ['two sections of one name', [seated('A', [1]), standing('A', 3)], '/sections'],
  ['two rows of one name', [rows({ row: '1', seats: 3 }, { row: '1', seats: 4 })], '/sections'],
  ['two rows whose seats would have the same ids', [seated('A', [3]), standing('A-1', 3)], '/sections'],
  [
    'numbers as they stand, and an aisle',
    [rows({ row: '1', numbers: [1, 3, 5, 6, 4, 2], gapsAfter: [5] })],
    undefined,
  ],
  ['two seats of one number', [rows({ row: '1', numbers: [1, 2, 1] })], '/sections'],
  ['two seats of one number, once as a text', [rows({ row: '1', numbers: [1, '1'] })], '/sections'],
  [
    'an aisle after a seat that is not there',
    [rows({ row: '1', numbers: [1, 3], gapsAfter: [2] })],
    '/sections/0/rows/0/gapsAfter',
  ],
  [
    'kinds of a seat that is not there',
    [{ ...rows({ row: '1', seats: 2 }), kinds: { 'A-1-3': 'aisle' } } as DrawnSection],
    '/sections/0/kinds/A-1-3',
  ],
  [
    'a label of a seat that is not there',
    [rows({ row: '1', seats: 2, labels: { 3: 'x' } })],
    '/sections/0/rows/0/labels/3',
  ],
  ['too few positions', [rows({ row: '1', seats: 2, positions: [[0, 0]] })], '/sections/0/rows/0/positions'],
  [
    'runs of tiers that do not reach the end',
    [rows({ row: '1', seats: 2, tiers: [{ tier: 'R', seats: 1 }] })],
    '/sections/0/rows/0/tiers',
  ],
  [
    'seats of which one run has no price',
    [
      rows({
        row: '1',
        seats: 2,
        tiers: [
          { tier: 'R', seats: 1 },
          { tier: 'S', seats: 1 },
        ],
      }),
    ],
    '/sections/0/tier',
  ],
])('a house with %s is accepted, or the fault is pointed at', (_what, sections, pointer) => {
  expect(faultOf(sections)).toBe(pointer);
});

test('the default policy is a valid one, and only won have a fixed fee', () => {
  const won = cancellationPolicySchema.parse(defaultCancellationPolicy('KRW'));
  const euro = cancellationPolicySchema.parse(defaultCancellationPolicy('EUR'));
  expect(won.tiers.map(({ feePerSeat }) => feePerSeat)).toEqual([4000, undefined, undefined, undefined]);
  expect(euro.tiers.map(({ feePerSeat }) => feePerSeat)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
