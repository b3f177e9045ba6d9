import { inStatus, sampleSale } from '../../../tests/samples/reservation';
import { linesOf, type SaleLine } from '../../musical/contract';
import { type Booked, soldSeats } from './booked';
import { moneyDatesOf, settlementCount } from './dayMoney';

const DAY = { from: '2026-11-21T15:00:00.000Z', until: '2026-11-22T15:00:00.000Z' };
const BEFORE = '2026-11-21T14:59:59.999Z';
const AT = DAY.from;
const LAST = '2026-11-22T14:59:59.999Z';
const AFTER = DAY.until;

const paid = (approvedAt: string, changes: Partial<Booked> = {}): Booked => ({
  ...inStatus.completed,
  payment: { approvedAt },
  ...changes,
});

const cancelled = (refundedAt: string, settledOtherwise?: { amount: number }): Booked =>
  paid(BEFORE, {
    status: 'cancelled',
    cancellation: {
      ...{ fee: 34_000, refund: 306_000, requestedAt: BEFORE, refundedAt },
      ...(settledOtherwise === undefined ? {} : { settledOtherwise }),
    },
  });

const settlementOf = (...booked: readonly Booked[]) => {
  const count = settlementCount(DAY);
  booked.forEach(count.add);
  return count.items();
};
const nothing = { currency: 'KRW', captured: 0, refunded: 0, fees: 0, settledOtherwise: 0 };

test('a day is settled from its first millisecond to its last', () => {
  expect(settlementOf(paid(BEFORE), paid(AT), paid(LAST), paid(AFTER))).toEqual([
    { ...nothing, method: 'provider', captured: 680_000 },
  ]);
});

test('what was captured on one day and refunded on another moves on both', () => {
  expect(settlementOf(cancelled(AT))).toEqual([
    { ...nothing, method: 'provider', refunded: 306_000, fees: 34_000 },
  ]);
  expect(settlementOf(cancelled(AFTER))).toEqual([]);
});

test('what staff paid back otherwise is no refund', () => {
  expect(settlementOf(cancelled(AT, { amount: 206_000 }))).toEqual([
    { ...nothing, method: 'provider', refunded: 100_000, fees: 34_000, settledOtherwise: 206_000 },
  ]);
});

test('a fee that is the whole price is kept when the tickets were void', () => {
  const kept = { fee: 340_000, refund: 0, requestedAt: BEFORE, voidedAt: AT };
  expect(settlementOf(paid(BEFORE, { status: 'cancelled', cancellation: kept }))).toEqual([
    { ...nothing, method: 'provider', fees: 340_000 },
  ]);
});

test('each way of payment and currency has a line of its own, whichever there are', () => {
  const card = paid(AT, { payment: { means: 'card', approvedAt: AT } });
  const by = (method: string, currency = 'KRW') =>
    paid(AT, { payment: { method, approvedAt: AT }, sale: { ...sampleSale, currency } });
  expect(
    settlementOf(by('cash'), by('cash', 'USD'), by('none'), by('cash'), paid(AT), card).map(
      ({ method, currency, captured }) => [method, currency, captured],
    ),
  ).toEqual([
    ['card', 'KRW', 340_000],
    ['cash', 'KRW', 680_000],
    ['cash', 'USD', 340_000],
    ['none', 'KRW', 340_000],
    ['provider', 'KRW', 340_000],
  ]);
});

const part = (seatId: string, refundedAt: string, changes: object = {}) => ({
  n: 1,
  ...{ seats: [seatId], fee: 17_000, refund: 153_000, status: 'refunded', requestedAt: BEFORE, refundedAt },
  ...changes,
});

test('some of the seats came back: their money alone, and once, also when the rest comes back later', () => {
  const parts = [part('A-1-1', BEFORE), part('A-1-2', AT, { status: 'put-back' })];
  const reduced = paid(BEFORE, { parts });
  expect(settlementOf(paid(BEFORE, { parts: [part('A-1-1', AT)] }))).toEqual([
    { ...nothing, method: 'provider', refunded: 153_000, fees: 17_000 },
  ]);
  expect(settlementOf(reduced)).toEqual([]);
  expect(soldSeats(reduced).map(({ isReturned, refunded }) => [isReturned, refunded])).toEqual([
    [true, 153_000],
    [false, 0],
  ]);
  const ended = { ...cancelled(AT), parts };
  expect(settlementOf(ended)).toEqual([{ ...nothing, method: 'provider', refunded: 153_000, fees: 17_000 }]);
  expect(soldSeats(ended).map(({ refunded }) => refunded)).toEqual([153_000, 153_000]);
});

test('who is reseated to a seat that was cancelled before keeps what it cost', () => {
  const [first, second] = linesOf(sampleSale) as [SaleLine, SaleLine];
  const reseated = { ...second, seatId: 'A-1-1', reseats: [{ n: 2, from: 'A-1-2', tier: 'VIP' }] };
  const sale = { ...sampleSale, seats: ['A-1-1', 'A-1-1'], lines: [first, reseated] };
  const one = paid(BEFORE, { sale, parts: [part('A-1-1', BEFORE)] });
  expect(soldSeats(one).map(({ refunded }) => refunded)).toEqual([153_000, 0]);
  const both = { ...one, parts: [part('A-1-1', BEFORE), part('A-1-1', BEFORE, { n: 3, refund: 100_000 })] };
  expect(soldSeats(both).map(({ refunded }) => refunded)).toEqual([153_000, 100_000]);
});

test('what is under way or was never paid moves nothing', () => {
  expect(
    settlementOf(...Object.values({ ...inStatus, paid: inStatus.placed, completed: inStatus.placed })),
  ).toEqual([]);
  expect(moneyDatesOf(inStatus.cancelled)).toEqual([]);
});

test('it is found by each date on which money of it moved', () => {
  expect(moneyDatesOf(cancelled(AFTER))).toEqual(['2026-11-21', '2026-11-22']);
  expect(moneyDatesOf(paid(AT))).toEqual(['2026-11-21']);
  expect(moneyDatesOf(inStatus.held)).toEqual([]);
});
