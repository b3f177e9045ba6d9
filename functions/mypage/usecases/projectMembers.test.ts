import fc from 'fast-check';
import { openMypage } from '../../../tests/samples/mypage';
import type { KeptBill, KeptMembership } from '../../membership/contract';
import { memberCounts } from '../domain/memberEntry';
import { projectMembers } from './projectMembers';

const membership: KeptMembership = {
  membershipId: 'm1',
  customerId: 'kim',
  planId: 'friends',
  planName: 'Friends',
  monthlyFee: 9_000,
  currency: 'KRW',
  benefits: { presale: true },
  status: 'active',
  startedAt: '2026-12-24T10:00:00.000Z',
  updatedAt: '2026-12-24T10:00:00.000Z',
  nextMonth: '2027-01',
  version: 1,
};
const bill: KeptBill = {
  billId: 'm1-2026-12',
  membershipId: 'm1',
  customerId: 'kim',
  planName: 'Friends',
  month: '2026-12',
  amount: 9_000,
  currency: 'KRW',
  dueOn: '2026-12-24',
  status: 'unpaid',
  issuedAt: '2026-12-24T10:00:00.000Z',
  updatedAt: '2026-12-24T10:00:00.000Z',
  version: 1,
};
const payment = { orderId: 'm1-2026-12', startedAt: '2026-12-24T10:01:00.000Z', means: 'card' };
const life: readonly KeptBill[] = [
  bill,
  { ...bill, version: 2, status: 'paying', payment },
  { ...bill, version: 3, status: 'paid', payment: { ...payment, approvedAt: '2026-12-24T10:02:00.000Z' } },
];
const note = async (id: string, reason: string) => {
  throw new Error(`${id}: ${reason}`);
};
const changeOf = (state: KeptBill) => ({ kind: 'bill', attempts: 0, ...state });

test('the newest state of a bill is shown, in whatever order and however often the changes come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...life, ...life], { minLength: 1 }), async (states) => {
      const { deps } = openMypage();
      for (const state of states) await projectMembers(deps, [changeOf(state)], note);
      const newest = Math.max(...states.map(({ version }) => version));
      expect(await deps.members.bills.newestOf('kim', 10)).toEqual([life[newest - 1]]);
    }),
    { numRuns: 20 },
  );
});

test('a membership and its bills come by one feed, and the customer’s own document is passed over', async () => {
  const { deps } = openMypage();
  const customer = { kind: 'customer', customerId: 'kim', version: 2 };
  await projectMembers(deps, [customer, { kind: 'membership', ...membership }, changeOf(bill)], note);
  expect(await deps.members.memberships.newestOf('kim', 10)).toEqual([membership]);
  expect(memberCounts(await deps.members.standingOf('kim'))).toEqual({
    memberships: { membershipCount: 1 },
    bills: { billCount: 1, paidCount: 0, unpaidCount: 1, overdueCount: 0 },
  });
});

test('of a payment MyPage keeps no key', async () => {
  const { deps, container } = openMypage();
  const stored = { ...life[2], payment: { ...life[2]?.payment, paymentKey: 'card-1', idempotencyKey: 'k' } };
  await projectMembers(deps, [changeOf(stored as KeptBill)], note);
  const { resource } = await container('mypage-memberships').item('m1-2026-12', 'kim').read();
  expect(JSON.stringify(resource)).not.toMatch(/card-1|idempotencyKey/);
});

test('an overdue bill is to be paid as well', () => {
  const counts = memberCounts([
    { kind: 'bill', status: 'overdue' },
    { kind: 'bill', status: 'unpaid' },
    { kind: 'bill', status: 'paid' },
  ]);
  expect(counts.bills).toEqual({ billCount: 3, paidCount: 1, unpaidCount: 2, overdueCount: 1 });
});
