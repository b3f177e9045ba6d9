import { planIdOf } from '../../functions/musical/catalogue/domain/plan';
import type { SeatingPlan } from '../../functions/musical/catalogue/domain/seatingPlan';
import { blocksOf } from '../../functions/musical/catalogue/domain/seatingPlan';
import { readMarks, readPlan, readSeatMap } from '../../functions/musical/seats/usecases/readSeatMap';
import { seatMapOf } from '../src/api/seatMap';

const sections: SeatingPlan = [
  {
    sectionId: 'A',
    name: '가운데 · Centre',
    kind: 'seated',
    tier: 'R',
    rows: [
      { row: '1', seats: 6, gapsAfter: [3] },
      {
        row: '2',
        seats: 4,
        numbers: [3, 1, 2, 4],
        label: 'AA',
        labels: { '1': '1a' },
        tiers: [
          { tier: 'VIP', seats: 2 },
          { tier: 'R', seats: 2 },
        ],
        kinds: [
          { kinds: [], seats: 1 },
          { kinds: ['wheelchair', 'aisle'], seats: 1 },
        ],
      },
    ],
  },
  { sectionId: 'F', kind: 'standing', tier: 'FLOOR', capacity: 5 },
];
const performance = {
  performanceId: 'p1',
  sections,
  currency: 'KRW',
  priceTiers: { VIP: 170_000, R: 140_000, FLOOR: 60_000 },
};
const marks = ['.s.h.f', '.rs.', 'ss..s'];
const blocks = Object.fromEntries(
  sections
    .flatMap(blocksOf)
    .map(({ blockId }, index) => [blockId, { marks: marks[index] ?? '', until: index < 2 ? 'zzzzzz' : '' }]),
);

const deps = {
  clock: { now: () => 0 },
  performanceOf: async () => ({ value: performance, etag: '1' }),
  availabilityOf: async () => ({
    value: { performanceId: 'p1', plan: planIdOf(sections), blocks },
    etag: '1',
  }),
  renderOnce: (_what: string, _etag: string, render: () => string) => render(),
} as unknown as Parameters<typeof readSeatMap>[0];

const answer = async (read: typeof readSeatMap) => JSON.parse(String((await read(deps, 'p1')).text()));

test('plan and marks together are the seat map that the server would give', async () => {
  const [plan, availability, map] = [
    await answer(readPlan as typeof readSeatMap),
    await answer(readMarks),
    await answer(readSeatMap),
  ];
  expect(map.available).toBeLessThan(map.capacity);
  expect(seatMapOf(plan, availability)).toEqual(map);
  expect(seatMapOf({ ...plan, version: 'another' }, availability)).toBeUndefined();
});
