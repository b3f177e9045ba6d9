import fc from 'fast-check';
import { openMypage } from '../../../tests/samples/mypage';
import type { KeptLoan } from '../../lending/contract';
import { loanCounts } from '../domain/loanEntry';
import { projectLoans } from './projectLoans';

const loan = {
  loanId: 'l1',
  customerId: 'kim',
  itemId: 'glasses',
  itemName: 'Opera glasses',
  quantity: 2,
  requestedAt: '2026-12-24T10:00:00.000Z',
  updatedAt: '2026-12-24T10:00:00.000Z',
} as const;
const life: readonly KeptLoan[] = [
  { ...loan, version: 1, status: 'requested' },
  { ...loan, version: 2, status: 'lent', returnBy: '2026-12-24T16:00:00.000Z' },
  { ...loan, version: 3, status: 'returned', returnedAt: '2026-12-24T12:00:00.000Z' },
];
const note = async (id: string, reason: string) => {
  throw new Error(`${id}: ${reason}`);
};
const changeOf = (state: KeptLoan) => ({ kind: 'loan', ...state, reminders: 0, attempts: 0 });

test('the newest state is shown, in whatever order and however often the changes come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...life, ...life], { minLength: 1 }), async (states) => {
      const { deps } = openMypage();
      for (const state of states) await projectLoans(deps, [changeOf(state)], note);
      const newest = Math.max(...states.map(({ version }) => version));
      expect(await deps.loans.newestOf('kim', 10)).toEqual([life[newest - 1]]);
    }),
    { numRuns: 20 },
  );
});

test('an older host keeps what a later one has added to a loan', async () => {
  const { deps, container } = openMypage();
  const [requested, lent] = life;
  const id = loan.loanId;
  await container('mypage-loans').items.create({ id, listKey: 'x', ...requested, addedLater: 'red' });
  await projectLoans(deps, [changeOf(lent as KeptLoan)], note);
  const { resource } = await container('mypage-loans').item(id, 'kim').read();
  expect(resource).toMatchObject({ status: 'lent', addedLater: 'red' });
});

test('what is out and what is overdue is counted, at the moment it should be back', () => {
  const at = '2026-12-24T16:00:00.000Z';
  expect(loanCounts(life, at)).toEqual({ loanCount: 3, outCount: 1, overdueCount: 1 });
  expect(loanCounts(life, '2026-12-24T15:59:59.000Z').overdueCount).toBe(0);
});
