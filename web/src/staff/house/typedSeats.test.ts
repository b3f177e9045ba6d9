import { typedSeats } from './typedSeats';

const row = (sectionId: string, name: string, numbers: readonly (number | string)[]) =>
  numbers.map((number) => ({
    seatId: `${sectionId}-${name}-${number}`,
    row: name,
    number,
    status: 'available' as const,
  }));
const seated = { kind: 'seated' as const, tier: 'R', price: 1 };
const house = [
  { ...seated, sectionId: 'A', seats: [...row('A', '1', [1, 2, 3, 4]), ...row('A', '10', [1, 2])] },
  { ...seated, sectionId: 'BOX', seats: row('BOX', '1', [5, 3, 1, '2a']) },
  {
    ...seated,
    kind: 'standing' as const,
    sectionId: 'F',
    seats: [1, 2, 3].map((number) => ({ seatId: `F-${number}`, number, status: 'available' as const })),
  },
];

test.each([
  ['A-1-2', ['A-1-2']],
  ['a 1 2', ['A-1-2']],
  ['A 1 2 4', ['A-1-2', 'A-1-4']],
  ['A 1 2-4', ['A-1-2', 'A-1-3', 'A-1-4']],
  ['A 10 1–2', ['A-10-1', 'A-10-2']],
  ['box 1 5-1', ['BOX-1-5', 'BOX-1-3', 'BOX-1-1']],
  ['BOX-1-2A', ['BOX-1-2a']],
  ['A 1 1, A 10 2, A-1-1', ['A-1-1', 'A-10-2']],
  ['F 2', ['F-2']],
  ['F 1-3', ['F-1', 'F-2', 'F-3']],
])('%s is %j', (text, seats) => {
  expect(typedSeats(text, house)).toEqual({ seats, unknown: [] });
});

test('what is no seat is told back as it was typed, and the rest is found', () => {
  expect(typedSeats('A 1 9, C-1-1, A 1 3', house)).toEqual({ seats: ['A-1-3'], unknown: ['A 1 9', 'C-1-1'] });
});

test('a house of one section needs no name of it', () => {
  expect(typedSeats('1 2', house.slice(0, 1)).seats).toEqual(['A-1-2']);
});
