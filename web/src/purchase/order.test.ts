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
  cancellations: [],
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

const sections = [
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
];
const lineOf = (seatId: string, price: number, priceTypeId = 'standard') => ({
  seatId,
  tier: 'VIP',
  priceTypeId,
  price,
});

test('lines follow the house, row by row and by number, each with its price', () => {
  const lines = [lineOf('VIP-B-2', 3), lineOf('VIP-A-10', 2), lineOf('VIP-A-9', 1), lineOf('FLOOR-4', 4)];
  expect(linesOf(sections, { lines }, 'ko').map(({ seatId, price }) => [seatId, price])).toEqual([
    ['VIP-A-9', 1],
    ['VIP-A-10', 2],
    ['VIP-B-2', 3],
    ['FLOOR-4', 4],
  ]);
  expect(linesOf([], { lines: [lineOf('X-1-1', 5)] }, 'ko')).toEqual([
    { seatId: 'X-1-1', place: undefined, price: 5 },
  ]);
});

test('a line says whose price it is and what is to be brought, in the language that is spoken', () => {
  const name = { ko: '경로', en: 'Senior' };
  const priceTypes = [
    { priceTypeId: 'senior', name, percentOff: 50, proof: { ko: '신분증', en: 'An identity card' } },
    { priceTypeId: 'youth', name: { ko: '청소년', en: 'Youth' }, amountOff: 1 },
  ];
  const lines = [lineOf('VIP-A-1', 5, 'senior'), lineOf('VIP-A-2', 9, 'youth'), lineOf('VIP-A-3', 10)];
  const said = linesOf(sections, { lines, priceTypes }, 'en').map(({ priceType }) => priceType);
  expect(said).toEqual([
    { name: 'Senior', proof: 'An identity card' },
    { name: 'Youth', proof: undefined },
    undefined,
  ]);
});
