import fc from 'fast-check';
import { inStatus, sampleSale } from '../../../tests/samples/reservation';
import { type Booked, moneyOf, shared, soldSeats } from './booked';
import { groupBySchema, salesCount } from './sales';

const SEOUL = 'Asia/Seoul';
const paidAt = (approvedAt: string) => ({ approvedAt });

const sold: Booked = { ...inStatus.completed, payment: paidAt('2026-11-21T14:59:59.999Z') };
const mixed: Booked = {
  ...sold,
  reservationId: 'mixed',
  performanceId: 'm1.p2',
  payment: paidAt('2026-11-21T15:00:00.000Z'),
  sale: {
    ...sampleSale,
    title: 'Dawn',
    lines: [
      { seatId: 'A-1-1', tier: 'VIP', priceTypeId: 'standard', price: 170_000 },
      { seatId: 'A-1-2', tier: 'R', priceTypeId: 'senior', price: 70_000 },
    ],
    bookingFee: 4_000,
    amount: 244_000,
  },
};
const cancelled: Booked = {
  ...mixed,
  reservationId: 'cancelled',
  status: 'cancelled',
  cancellation: { ...inStatus.cancelling.cancellation, fee: 44_000, refund: 200_000 },
};

const salesOf = (groupBy: 'hour' | 'day' | 'performance' | 'tier' | 'price-type', ...booked: Booked[]) => {
  const count = salesCount(groupBy, SEOUL);
  booked.forEach(count.add);
  return count.items();
};

const nothingBack = { returned: 0, refunded: 0 };

test('days and hours are the theatre’s: a millisecond before and at its midnight', () => {
  const before = {
    currency: 'KRW',
    reservations: 1,
    seats: 2,
    gross: 340_000,
    bookingFees: 0,
    ...nothingBack,
  };
  const after = { ...before, gross: 244_000, bookingFees: 4_000 };
  expect(salesOf('day', mixed, sold)).toEqual([
    { key: '2026-11-21', ...before },
    { key: '2026-11-22', ...after },
  ]);
  expect(salesOf('hour', mixed, sold).map(({ key }) => key)).toEqual([
    '2026-11-21 23:00',
    '2026-11-22 00:00',
  ]);
});

test('a reservation counts once in each group that has a seat of it', () => {
  expect(salesOf('tier', sold, mixed)).toEqual([
    {
      key: 'R',
      currency: 'KRW',
      reservations: 1,
      seats: 1,
      gross: 72_000,
      bookingFees: 2_000,
      ...nothingBack,
    },
    {
      key: 'VIP',
      currency: 'KRW',
      reservations: 2,
      seats: 3,
      gross: 512_000,
      bookingFees: 2_000,
      ...nothingBack,
    },
  ]);
  expect(salesOf('price-type', mixed).map(({ key, gross }) => [key, gross])).toEqual([
    ['senior', 72_000],
    ['standard', 172_000],
  ]);
});

test('what came back is counted where it was sold, and a performance is named', () => {
  expect(salesOf('performance', sold, cancelled)).toEqual([
    expect.objectContaining({ key: 'm1.p1', title: 'Midnight', startsAt: sampleSale.startsAt, returned: 0 }),
    expect.objectContaining({
      key: 'm1.p2',
      title: 'Dawn',
      seats: 2,
      returned: 2,
      gross: 244_000,
      refunded: 200_000,
    }),
  ]);
});

test('currencies are not added up', () => {
  const dollars: Booked = { ...sold, sale: { ...sampleSale, currency: 'USD' } };
  expect(salesOf('day', sold, dollars).map(({ currency, gross }) => [currency, gross])).toEqual([
    ['KRW', 340_000],
    ['USD', 340_000],
  ]);
});

test('nothing is sold of what was not paid for, and a refund counts when it is made', () => {
  const unpaid = [
    inStatus.placed,
    inStatus.held,
    inStatus.paying,
    inStatus.expired,
    inStatus.rejected,
    inStatus.cancelled,
  ];
  expect(unpaid.flatMap(soldSeats)).toEqual([]);
  expect(soldSeats(inStatus.cancelling).map(({ isReturned, refunded }) => [isReturned, refunded])).toEqual([
    [false, 0],
    [false, 0],
  ]);
});

const amount = fc.integer({ min: 0, max: 1_000_000_000 });
const anyBooked: fc.Arbitrary<Booked> = fc
  .record({
    prices: fc.array(amount, { minLength: 1, maxLength: 20 }),
    bookingFee: fc.integer({ min: 0, max: 50_000 }),
    kept: fc.double({ min: 0, max: 1, noNaN: true }),
    isCancelled: fc.boolean(),
    otherwise: fc.boolean(),
  })
  .map(({ prices, bookingFee, kept, isCancelled, otherwise }) => {
    const lines = prices.map((price, i) => ({
      seatId: `A-1-${i}`,
      tier: `T${i % 3}`,
      priceTypeId: `p${i % 2}`,
      price,
    }));
    const whole = prices.reduce((a, b) => a + b, bookingFee);
    // A payment that was not the whole price is refunded too.
    const captured = otherwise ? whole + 1 : whole;
    const fee = Math.floor(captured * kept);
    const sale = {
      ...sampleSale,
      seats: lines.map(({ seatId }) => seatId),
      lines,
      bookingFee,
      amount: whole,
    };
    const cancellation = { requestedAt: '2026-11-22T00:00:00.000Z', fee, refund: captured - fee };
    return isCancelled ? { ...sold, sale, status: 'cancelled', cancellation } : { ...sold, sale };
  });

test('however they are grouped, sales add up to what was captured and what went back, to the last unit', () => {
  fc.assert(
    fc.property(
      fc.array(anyBooked, { maxLength: 6 }),
      fc.constantFrom(...groupBySchema.options),
      (all, groupBy) => {
        const items = salesOf(groupBy, ...all);
        const sum = (of: (item: (typeof items)[number]) => number) =>
          items.reduce((a, item) => a + of(item), 0);
        const money = all.map(moneyOf);
        expect(sum(({ gross }) => gross)).toBe(money.reduce((a, { captured }) => a + captured, 0));
        expect(sum(({ refunded }) => refunded)).toBe(money.reduce((a, { returned }) => a + returned, 0));
        expect(sum(({ seats }) => seats)).toBe(all.reduce((a, { sale }) => a + (sale?.seats.length ?? 0), 0));
        expect(items.every(({ gross, refunded }) => refunded >= 0 && refunded <= gross)).toBe(true);
      },
    ),
  );
});

test('a whole without any weight falls on the first', () => {
  expect(shared(5, [0, 0])).toEqual([5, 0]);
  expect(shared(5, [])).toEqual([]);
  expect(shared(5, [1, 1])).toEqual([2, 3]);
});
