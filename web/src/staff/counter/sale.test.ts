import { costOf, type Draft, EMPTY, saleBodyOf } from './sale';

const seat = (row: string, number: number, more: object = {}) => ({
  seatId: `A-${row}-${number}`,
  row,
  number,
  status: 'available' as const,
  ...more,
});
const sections = [
  {
    sectionId: 'A',
    kind: 'seated' as const,
    tier: 'R',
    price: 99_999,
    seats: [seat('1', 1), seat('1', 2), seat('2', 1, { tier: 'S', price: 50_000 })],
  },
  {
    sectionId: 'F',
    kind: 'standing' as const,
    tier: 'F',
    price: 30_000,
    seats: [1, 2, 3].map((number) => ({
      seatId: `F-${number}`,
      number,
      status: number === 1 ? ('sold' as const) : ('available' as const),
    })),
  },
];
const name = { ko: '학생', en: 'Student' };
const terms = { priceTypes: [{ priceTypeId: 'student', name, percentOff: 50 }], bookingFeePerSeat: 1_000 };
const choice = { partySize: 2, seats: ['A-1-1', 'A-2-1'], standing: {} };
const draft = (changes: Partial<Draft> = {}): Draft => ({
  ...EMPTY,
  name: ' Kim ',
  method: 'cash',
  ...changes,
});

test('each seat costs its tier’s price, less for whom it is less, rounded down, and the fee comes on top', () => {
  const cost = costOf(choice, sections, terms, draft({ priceTypes: { 'A-1-1': 'student' } }));
  expect(cost.lines.map(({ id, price }) => [id, price])).toEqual([
    ['A-1-1', 49_999],
    ['A-2-1', 50_000],
  ]);
  expect([cost.bookingFee, cost.amount, cost.places]).toEqual([2_000, 101_999, 2]);
});

test('what is complimentary costs nothing at all', () => {
  const { lines, bookingFee, amount } = costOf(choice, sections, terms, draft({ method: 'complimentary' }));
  expect([lines.map(({ price }) => price), bookingFee, amount]).toEqual([[0, 0], 0, 0]);
});

test('standing places of a section are one line, with one price type', () => {
  const standing = { partySize: 2, seats: [], standing: { F: 2 } };
  const student = draft({ priceTypes: { F: 'student' } });
  expect(costOf(standing, sections, terms, student).lines).toEqual([
    { id: 'F', kind: 'standing', places: 2, tier: 'F', price: 30_000 },
  ]);
  expect(saleBodyOf('p1', standing, sections, 'free', student)).toMatchObject({
    sectionId: 'F',
    quantity: 2,
    priceTypes: { student: 2 },
  });
});

test('standing places beside seats go by name, and so do their price types', () => {
  const both = { partySize: 2, seats: ['A-1-1'], standing: { F: 2 } };
  const body = saleBodyOf('p1', both, sections, 'free', draft({ priceTypes: { F: 'student' } }));
  expect(body.seats?.toSorted()).toEqual(['A-1-1', 'F-2', 'F-3']);
  expect(body.priceTypes).toEqual({ 'F-2': 'student', 'F-3': 'student' });
});

test('what was not filled in is not sent, and names have no blanks around them', () => {
  const body = saleBodyOf('p1', choice, sections, 'free', draft({ phone: ' ', reference: ' 42 ' }));
  expect(body).toEqual({
    performanceId: 'p1',
    seats: ['A-1-1', 'A-2-1'],
    customer: { name: 'Kim' },
    payment: { method: 'cash', reference: '42' },
  });
});

test('what is withheld is sold by name, standing places too', () => {
  const standing = { partySize: 1, seats: [], standing: { F: 1 } };
  expect(saleBodyOf('p1', standing, sections, 'withheld', draft())).toMatchObject({
    fromWithheld: true,
    seats: ['F-2'],
  });
});
