import fc from 'fast-check';
import type { ReservationFeedItem } from '../../reservation/contract';
import { type Entry, entryOf, isNewer, spentOf } from './entry';

const item = (changes: Partial<ReservationFeedItem>): ReservationFeedItem => ({
  kind: 'reservation',
  reservationId: 'r1',
  customerId: 'kim',
  performanceId: 'm1.p1',
  version: 1,
  status: 'placed',
  placedAt: '2026-11-21T10:00:00.000Z',
  updatedAt: '2026-11-21T10:00:00.000Z',
  request: { seats: ['A-1-1'] },
  ...changes,
});
const sale = {
  seats: ['A-1-1'],
  amount: 170_000,
  currency: 'KRW',
  title: 'Midnight',
  startsAt: '2026-12-24T10:30:00.000Z',
};
const paid = { approvedAt: '2026-11-21T10:01:00.000Z' };
const history = [
  item({}),
  item({ version: 2, status: 'held', sale }),
  item({ version: 3, status: 'paid', sale, payment: paid }),
  item({ version: 4, status: 'completed', sale, payment: paid }),
  item({
    version: 5,
    status: 'cancelled',
    sale,
    payment: paid,
    cancellation: { fee: 17_000, refund: 153_000, refundedAt: '2026-11-22T10:00:00.000Z' },
  }),
];
const fold = (items: readonly ReservationFeedItem[]) =>
  items.reduce<Entry | undefined>(
    (known, next) => (isNewer(entryOf(next), known) ? entryOf(next) : known),
    undefined,
  );

test('the entry is that of the newest state, in whatever order and however often the changes come', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...history, ...history], { minLength: 1 }), (changes) => {
      const newest = Math.max(...changes.map(({ version }) => version));
      expect(fold(changes)).toEqual(fold(history.slice(0, newest)));
    }),
  );
});

test('of some of the seats that were cancelled it shows what is left, and what went back when it is known', () => {
  const line = (seatId: string) => ({ seatId, tier: 'VIP', priceTypeId: 'standard', price: 100_000 });
  const seats = ['A-1-1', 'A-1-2', 'A-1-3'];
  const three = { ...sale, seats, lines: seats.map(line), bookingFee: 6_000, amount: 306_000 };
  const part = (n: number, status: 'accepted' | 'refunded' | 'put-back') => ({
    n,
    seats: [`A-1-${n}`],
    reason: 'customer' as const,
    requestedAt: '2026-11-22T10:00:00.000Z',
    fee: 12_000,
    refund: 90_000,
    status,
  });
  const parts = [part(1, 'refunded'), part(2, 'put-back'), part(3, 'accepted')];
  const entry = entryOf(item({ status: 'completed', sale: three, payment: paid, parts }));
  expect(entry).toMatchObject({
    seats: ['A-1-2', 'A-1-3'],
    amount: 204_000,
    captured: 306_000,
    refunded: 90_000,
  });
});

test('of a performance that was moved twice it shows the time that is, and the one that was bought', () => {
  const at = (startsAt: string) => ({ startsAt, venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' } });
  const [bought, between] = [at('2026-12-22T10:30:00.000Z'), at('2026-12-23T10:30:00.000Z')];
  const moves = [
    { n: 1, from: bought, to: between },
    { n: 2, from: between, to: at(sale.startsAt) },
  ];
  const entry = entryOf(item({ status: 'completed', sale: { ...sale, moves }, payment: paid }));
  expect(entry).toMatchObject({ startsAt: sale.startsAt, movedFrom: bought });
  expect(entryOf(item({ status: 'completed', sale }))).not.toHaveProperty('movedFrom');
});

test('what was spent is what was captured and not refunded, by currency', () => {
  const other = entryOf(
    item({
      reservationId: 'r2',
      version: 3,
      status: 'completed',
      sale: { ...sale, currency: 'EUR', amount: 90 },
      payment: paid,
    }),
  );
  const entries = [fold(history), other].filter((entry) => entry !== undefined);
  expect(spentOf(entries)).toEqual({ KRW: 17_000, EUR: 90 });
});

test.each([
  ['is on its way back', undefined, 70_000],
  ['is back', '2026-11-21T10:02:00.000Z', 0],
])('a payment of which only 70,000 were there, when that %s', (_when, refundedAt, spent) => {
  const cancellation = { fee: 0, refund: 70_000, ...(refundedAt ? { refundedAt } : {}) };
  const unfit = entryOf(item({ status: 'cancelling', sale, payment: paid, cancellation }));
  expect(spentOf([unfit])).toEqual({ KRW: spent });
});
