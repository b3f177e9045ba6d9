import { language } from '../texts';
import place from '../texts/en/place';
import { seatsInWords } from './seatName';

const rows = ['A', 'B'].map((row) => ({ row, seats: 20 }));
const sections = [
  { sectionId: 'VIP', kind: 'seated' as const, tier: 'VIP', rows },
  {
    sectionId: 'BOX',
    kind: 'seated' as const,
    tier: 'VIP',
    rows: [{ row: '1', numbers: [1, 3, 5, 6, '4', 'L'] }],
  },
  {
    sectionId: 'L',
    name: '왼쪽 · Left',
    floor: '2층 · Circle',
    kind: 'seated' as const,
    tier: 'S',
    rows: [{ row: '1', label: 'AA', seats: 4, labels: { 2: '2a' } }],
  },
  { sectionId: 'FLOOR', kind: 'standing' as const, tier: 'FLOOR', capacity: 9 },
];

language.value = 'en';

test.each([
  [['VIP-A-5'], 'Section VIP, row A, seat 5'],
  [['VIP-A-6', 'VIP-A-5'], 'Section VIP, row A, seats 5, 6'],
  [['VIP-A-7', 'VIP-A-6', 'VIP-A-5', 'VIP-A-10'], 'Section VIP, row A, seats 5–7, 10'],
  [['BOX-1-L', 'BOX-1-4', 'BOX-1-6', 'BOX-1-5'], 'Section BOX, row 1, seats 5, 6, 4, L'],
  [['L-1-2', 'L-1-1'], 'Circle, Left, row AA, seats 1, 2a'],
  [['VIP-B-1', 'VIP-A-20'], 'Section VIP, row A, seat 20 · Section VIP, row B, seat 1'],
  [['VIP-A-1', 'FLOOR-3', 'X-1'], 'Section VIP, row A, seat 1 · X-1 · Section FLOOR, standing place 3'],
])('%j are %s', (seatIds, words) => {
  expect(seatsInWords(place, sections, seatIds)).toBe(words);
});
