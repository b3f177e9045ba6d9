import { pricesForHouse, untiered, type Venue } from './houseOfRun';
import { BLANK_PRICES } from './priceDraft';

const VENUE = {
  venueId: 'v1',
  name: '마키',
  timeZone: 'Asia/Seoul',
  capacity: 12,
  tierLabels: { VIP: { label: '브이', colour: '#112233' }, R: { colour: 'red' } },
  sections: [
    {
      sectionId: 'A',
      kind: 'seated',
      tier: 'VIP',
      rows: [{ row: '1', seats: 2, tiers: [{ tier: 'R', seats: 2 }] }],
    },
    { sectionId: 'B', kind: 'seated', rows: [{ row: '1', seats: 5 }] },
    { sectionId: 'C', kind: 'seated', rows: [{ row: '1', seats: 1, tiers: [{ tier: 'S', seats: 1 }] }] },
    { sectionId: 'F', kind: 'standing', capacity: 4 },
  ],
} as Venue;

test('each tier of the house has a row, with the names and colours of its plan', () => {
  const { tiers } = pricesForHouse(VENUE, BLANK_PRICES);
  expect(tiers.map(({ tier, ko, colour }) => [tier, ko, colour])).toEqual([
    ['VIP', '브이', '#112233'],
    ['R', '', ''],
    ['S', '', ''],
  ]);
});

test('what was typed stays', () => {
  const first = pricesForHouse(VENUE, BLANK_PRICES);
  const typed = { ...first, tiers: first.tiers.map((row) => ({ ...row, price: '9' })) };
  expect(pricesForHouse(VENUE, typed)).toEqual(typed);
});

test('sections in which a seat has no tier are asked for', () => {
  expect(untiered(VENUE).map(({ sectionId }) => sectionId)).toEqual(['B', 'F']);
});
