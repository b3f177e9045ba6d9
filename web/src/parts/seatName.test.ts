import place from '../texts/en/place';
import { seatsInWords } from './seatName';

const rows = ['A', 'B'].map((row) => ({ row, seats: 20 }));
const sections = [
  { sectionId: 'VIP', kind: 'seated' as const, tier: 'VIP', rows },
  { sectionId: 'FLOOR', kind: 'standing' as const, tier: 'FLOOR', capacity: 9 },
];

test.each([
  [['VIP-A-5'], 'Section VIP, row A, seat 5'],
  [['VIP-A-6', 'VIP-A-5'], 'Section VIP, row A, seats 5, 6'],
  [['VIP-A-7', 'VIP-A-6', 'VIP-A-5', 'VIP-A-10'], 'Section VIP, row A, seats 5–7, 10'],
  [['VIP-B-1', 'VIP-A-20'], 'Section VIP, row A, seat 20 · Section VIP, row B, seat 1'],
  [['VIP-A-1', 'FLOOR-3', 'X-1'], 'Section VIP, row A, seat 1 · X-1 · FLOOR, standing place 3'],
])('%j are %s', (seatIds, words) => {
  expect(seatsInWords(place, sections, seatIds)).toBe(words);
});
