import { sampleEvent } from '../../../tests/samples/events';
import {
  billOverdue,
  billPaid,
  billPaymentCancelled,
  membershipEnded,
  membershipStarted,
} from '../../membership/contract';
import { type MemberEvent, memberNotice } from './memberNotice';

const kim = { email: 'kim@example.com', locale: 'en' };
const standing = { status: 'active', benefits: {}, overdue: 0 } as const;
const member = { customerId: 'kim', standing, membershipId: 'm1', planName: 'Friends' };
const bill = {
  ...member,
  version: 7,
  billId: 'm1-2026-12',
  month: '2026-12',
  amount: 9_000,
  currency: 'KRW',
  dueOn: '2026-12-24',
};
const noticeOf = (event: MemberEvent, customer: Parameters<typeof memberNotice>[1] = kim) =>
  memberNotice(event, customer, '2026-12-24T10:00:00.000Z', '2026-12-24T10:00:30.000Z');

test('a bill that is overdue says what to pay and by when it was due, in both languages', () => {
  const event = sampleEvent(billOverdue, 'm1', bill);
  expect(noticeOf(event)).toMatchObject({
    noticeId: 'm1-2026-12:bill-overdue:7',
    kind: 'bill-overdue',
    subject: 'Please pay: Friends',
    mail: 'pending',
    locale: 'en',
  });
  expect(noticeOf(event).body).toContain('Amount: ₩9,000\nPay by: 2026-12-24');
  expect(noticeOf(event, { ...kim, locale: 'ko' }).body).toContain('납부 기한: 2026-12-24');
});

test('what a bill can be more than once is told each time, and a copy of it is not', () => {
  const ids = [7, 9, 9].map(
    (version) => noticeOf(sampleEvent(billPaid, 'm1', { ...bill, version })).noticeId,
  );
  expect(ids).toEqual(['m1-2026-12:bill-paid:7', 'm1-2026-12:bill-paid:9', 'm1-2026-12:bill-paid:9']);
});

test('a payment that has gone back says how much', () => {
  const event = sampleEvent(billPaymentCancelled, 'm1', { ...bill, refund: 9_000 });
  expect(noticeOf(event).body).toContain('Refunded: ₩9,000');
});

test('the end of a membership is one notice, when it is decided and when it has come', () => {
  const ended = [3, 5].map((version) =>
    noticeOf(sampleEvent(membershipEnded, 'm1', { ...member, version, endsOn: '2026-12-31' })),
  );
  expect(new Set(ended.map(({ noticeId }) => noticeId))).toEqual(new Set(['m1:left']));
  expect(ended[0]?.body).toContain('Last day: 2026-12-31');
});

test('who has no address reads it in the app', () => {
  const event = sampleEvent(membershipStarted, 'm1', {
    ...member,
    version: 1,
    monthlyFee: 9_000,
    currency: 'KRW',
  });
  expect(noticeOf(event, {})).toMatchObject({ noticeId: 'm1:joined', mail: 'none', locale: 'ko' });
});
