import type { Bill } from '../api/types';
import { historyOf } from './history';

const bill: Bill = {
  billId: 'm1-2026-12',
  membershipId: 'm1',
  planName: 'Friends',
  month: '2026-12',
  amount: 9_000,
  currency: 'KRW',
  dueOn: '2026-12-15',
  status: 'unpaid',
  issuedAt: '2026-12-01T00:00:00Z',
  orderId: 'm1-2026-12',
};
const started = { orderId: 'm1-2026-12', startedAt: '2026-12-02T00:00:00Z' };
const payment = { ...started, approvedAt: '2026-12-02T00:00:01Z' };
const paidBack = [{ ...payment, refund: 9_000, refundedAt: '2026-12-03T00:00:00Z' }];
const again = {
  orderId: 'm1-2026-12-2',
  startedAt: '2026-12-04T00:00:00Z',
  approvedAt: '2026-12-04T00:00:01Z',
};

test.each<[string, Partial<Bill>, string[]]>([
  ['nobody has paid', {}, ['issued']],
  ['is being paid', { status: 'paying', payment: started }, ['issued']],
  ['is paid', { status: 'paid', payment }, ['issued', 'paid']],
  [
    'is being refunded',
    { status: 'refunding', payment, refund: { amount: 9_000, requestedAt: '2026-12-03T00:00:00Z' } },
    ['issued', 'paid', 'refundAsked'],
  ],
  ['is to be paid again', { paidBack }, ['issued', 'paid', 'paidBack']],
  ['is paid again', { status: 'paid', payment: again, paidBack }, ['issued', 'paid', 'paidBack', 'paid']],
])('a bill that %s', (_, more, expected) => {
  const happened = historyOf({ ...bill, ...more });
  expect(happened.map(({ what }) => what)).toEqual(expected);
  const times = happened.map(({ at }) => at);
  expect([...times].sort()).toEqual(times);
});
