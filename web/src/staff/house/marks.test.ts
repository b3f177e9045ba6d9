import { seatMapOf } from '../../api/seatMap';
import type { Availability, Plan } from '../../api/types';
import { countsOf, offered, statesOf } from './marks';

const plan: Plan = {
  version: 'v1',
  performanceId: 'p1',
  venue: { name: 'Marquee', timeZone: 'Asia/Seoul' },
  currency: 'KRW',
  priceTiers: { R: 100_000, F: 50_000 },
  capacity: 10,
  sections: [
    {
      sectionId: 'A',
      kind: 'seated',
      tier: 'R',
      rows: [
        { row: '1', numbers: [5, 3, 1] },
        { row: '2', seats: 3 },
      ],
    },
    { sectionId: 'F', kind: 'standing', tier: 'F', capacity: 4 },
  ],
};
const staff: Availability = {
  plan: 'v1',
  available: 3,
  capacity: 10,
  byTier: {},
  marks: { A: { '1': '0r2', '2': 'w1?' }, F: '002w' },
};

const seatsOf = (availability: Availability) => {
  const map = seatMapOf(plan, availability);
  if (map === undefined) throw new Error('another plan');
  return map.sections;
};
const stateOf = (admitted?: Set<string>) =>
  Object.fromEntries(statesOf(seatsOf(staff), staff.marks, admitted));

test('every seat stands as its mark says, by its place in the row and not by its number', () => {
  expect(stateOf()).toEqual({
    'A-1-5': 'free',
    'A-1-3': 'reserved',
    'A-1-1': 'sold',
    'A-2-1': 'withheld',
    'A-2-2': 'held',
    'A-2-3': 'sold',
    'F-1': 'free',
    'F-2': 'free',
    'F-3': 'sold',
    'F-4': 'withheld',
  });
});

test('where somebody was let in the seat is taken, and each seat counts once', () => {
  const states = statesOf(seatsOf(staff), staff.marks, new Set(['A-1-1', 'F-3']));
  expect(states.get('A-1-1')).toBe('admitted');
  expect(countsOf(states)).toEqual({ free: 3, held: 1, reserved: 1, sold: 1, withheld: 2, admitted: 2 });
});

test.each([
  ['free', ['A-1-5', 'F-1', 'F-2']],
  ['withheld', ['A-2-1', 'F-4']],
] as const)('of what is %s just those seats can be had', (offer, had) => {
  const seats = seatsOf(offered(staff, offer)).flatMap((section) => section.seats);
  expect(seats.filter(({ status }) => status === 'available').map(({ seatId }) => seatId)).toEqual(had);
});
