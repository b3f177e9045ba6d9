import { seatRequestFor } from './seatRequest';

const FREE = 'available' as const;
const places = (...statuses: ('available' | 'held' | 'sold')[]) =>
  statuses.map((status, index) => ({ seatId: `FLOOR-${index + 1}`, number: index + 1, status }));
const floor = {
  sectionId: 'FLOOR',
  kind: 'standing' as const,
  tier: 'FLOOR',
  price: 1,
  seats: places(FREE, 'sold', FREE, FREE, 'held', FREE),
};
const choice = (seats: string[], standing: Record<string, number> = {}) => ({
  partySize: 2,
  seats,
  standing,
});
const GONE = new Set<string>();

test('seats go by name, standing places alone by number', () => {
  expect(seatRequestFor(choice(['A-1-1', 'A-1-2']), [floor])).toEqual({ seats: ['A-1-1', 'A-1-2'] });
  expect(seatRequestFor(choice([], { FLOOR: 3 }), [floor])).toEqual({ sectionId: 'FLOOR', quantity: 3 });
});

test('beside seats, standing places go by name: free ones, from a place by chance, and none that is gone', () => {
  const asked = choice(['A-1-1'], { FLOOR: 2 });
  expect(seatRequestFor(asked, [floor], GONE, () => 0)).toEqual({ seats: ['A-1-1', 'FLOOR-1', 'FLOOR-3'] });
  expect(seatRequestFor(asked, [floor], GONE, () => 0.99)).toEqual({
    seats: ['A-1-1', 'FLOOR-6', 'FLOOR-1'],
  });
  const gone = new Set(['FLOOR-1']);
  expect(seatRequestFor(asked, [floor], gone, () => 0)).toEqual({ seats: ['A-1-1', 'FLOOR-3', 'FLOOR-4'] });
});

test('fewer standing places than are wanted are sold out, not fewer tickets', () => {
  expect(() => seatRequestFor(choice(['A-1-1'], { FLOOR: 5 }), [floor])).toThrow('sold-out');
});
