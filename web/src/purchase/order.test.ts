import type { Reservation } from '../api/types';
import { orderOf, paymentKeyIn } from './order';
import { linesOf } from './priceLines';
import { standInAddress } from './toPaymentPage';

const reservation: Reservation = {
  reservationId: 'r1',
  status: 'held',
  performanceId: 'p1',
  seats: ['VIP-B-2', 'VIP-A-10', 'VIP-A-9', 'FLOOR-4'],
  lines: [],
  bookingFee: 0,
  amount: 570_000,
  currency: 'KRW',
  title: '등대지기',
  placedAt: '2026-11-20T10:00:00.000Z',
  updatedAt: '2026-11-20T10:00:00.000Z',
  version: 2,
};

test('an order carries the reservation and comes back to this app', () => {
  const order = orderOf(reservation, 'http://127.0.0.1:8080');
  expect(order).toEqual({
    orderId: 'r1',
    orderName: '등대지기',
    amount: 570_000,
    currency: 'KRW',
    successUrl: 'http://127.0.0.1:8080/reservations/r1/done',
    failUrl: 'http://127.0.0.1:8080/reservations/r1/pay',
  });
  const address = new URL(standInAddress('http://127.0.0.1:9900/pay', order));
  expect(Object.fromEntries(address.searchParams)).toEqual({ ...order, amount: '570000' });
  expect(orderOf({ ...reservation, title: 'ㅁ'.repeat(200) }, '').orderName).toHaveLength(100);
});

test('a payment is taken from the address only when it is of this reservation', () => {
  expect(paymentKeyIn({ paymentKey: 'k1', orderId: 'r1', amount: '1' }, 'r1')).toBe('k1');
  expect(paymentKeyIn({ paymentKey: 'k1', orderId: 'r2' }, 'r1')).toBeUndefined();
  expect(paymentKeyIn({ orderId: 'r1' }, 'r1')).toBeUndefined();
  expect(paymentKeyIn({}, 'r1')).toBeUndefined();
});

const house = {
  priceTiers: { VIP: 170_000, STANDING: 60_000 },
  sections: [
    {
      sectionId: 'VIP',
      kind: 'seated' as const,
      tier: 'VIP',
      rows: [
        { row: 'A', seats: 10 },
        { row: 'B', seats: 10 },
      ],
    },
    { sectionId: 'FLOOR', kind: 'standing' as const, tier: 'STANDING', capacity: 10 },
  ],
};

test('lines follow the house, row by row and by number, each with its price', () => {
  expect(linesOf(house, reservation).map(({ seatId, price }) => [seatId, price])).toEqual([
    ['VIP-A-9', 170_000],
    ['VIP-A-10', 170_000],
    ['VIP-B-2', 170_000],
    ['FLOOR-4', 60_000],
  ]);
});

test('prices that do not add up to what was agreed are not told', () => {
  expect(linesOf(house, { ...reservation, amount: 1 }).map(({ price }) => price)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  const [line] = linesOf({ sections: [], priceTiers: {} }, { seats: ['X-1-1'], amount: 1 });
  expect(line).toEqual({ seatId: 'X-1-1', place: undefined });
});

test('what a reservation was sold for is told, whatever the prices of today; the fee is of the sum', () => {
  const seats = ['VIP-A-9', 'FLOOR-4'];
  const lines = [
    { seatId: 'FLOOR-4', price: 50_000 },
    { seatId: 'VIP-A-9', price: 120_000 },
  ];
  const of = { seats, lines, bookingFee: 4_000, amount: 174_000 };
  expect(linesOf(house, of).map(({ price }) => price)).toEqual([120_000, 50_000]);
  expect(linesOf(house, { ...of, bookingFee: 0 }).map(({ price }) => price)).toEqual([undefined, undefined]);
});
