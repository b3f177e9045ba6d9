import { lendingDepsOver } from '../../functions/lending/deps';
import type { ItemFields } from '../../functions/lending/domain/item';
import type { Loan } from '../../functions/lending/domain/loan';
import { decideLoan } from '../../functions/lending/usecases/decideLoan';
import { createItem } from '../../functions/lending/usecases/editItem';
import { requestLoan } from '../../functions/lending/usecases/requestLoan';
import { returnLoan } from '../../functions/lending/usecases/returnLoan';
import { sweepLoans } from '../../functions/lending/usecases/sweepLoans';
import { openContainers } from './containers';
import { openTopic } from './topic';

const GLASSES: ItemFields = { name: 'Opera glasses', stock: 4, loanHours: 6 };

/** Items and loans on their real stores and the real client, in memory, at the time a test sets. */
export function openLending(now = '2026-12-24T10:00:00.000Z') {
  const { clock, faults, container, database } = openContainers(Date.parse(now));
  const topic = openTopic();
  const warnings: string[] = [];
  const deps = lendingDepsOver(
    {
      items: container('items'),
      loans: container('loans'),
      idempotency: container('idempotency'),
      erasures: container('lending-erasures'),
    },
    {
      clock: { now: () => clock.nowMs },
      sleep: async (ms) => {
        clock.nowMs += ms;
      },
      random: () => 0,
      log: { info: () => {}, warn: (line) => void warnings.push(line), error: () => {} },
      authenticate: () => Promise.reject(new Error('nobody calls by HTTP')),
      publisher: topic.publisher,
    },
  );
  const offer = (fields: Partial<ItemFields> = {}, itemId = 'glasses') =>
    createItem(deps, async () => itemId, { ...GLASSES, ...fields });
  const request = (loanId: string, quantity = 1, customerId = 'kim', itemId = 'glasses') =>
    requestLoan(deps, { loanId, customerId, itemId, quantity });
  const loanOf = async (loanId: string, customerId = 'kim'): Promise<Loan> => {
    const stored = await deps.loans.read(customerId, loanId);
    if (stored === undefined) throw new Error(`no loan ${loanId}`);
    return stored.value;
  };
  /** What was asked for, when it is decided. */
  const borrow = async (...asked: Parameters<typeof request>): Promise<Loan> => {
    const { loanId, customerId } = await request(...asked);
    await decideLoan(deps, { loanId, customerId });
    return loanOf(loanId, customerId);
  };
  const bringBack = (loanId: string, customerId = 'kim') =>
    returnLoan(deps, loanId, { customerId, isAdmin: false });
  const lent = async (itemId = 'glasses') => (await deps.items.read(itemId))?.value.lent;
  const hoursLater = (hours: number) => {
    clock.nowMs += hours * 60 * 60 * 1000;
  };
  const sweep = () => sweepLoans(deps);
  const said = () => topic.published().map(({ type }) => type);
  const all = { deps, clock, faults, container, database, topic, warnings };
  return { ...all, offer, request, borrow, bringBack, loanOf, lent, hoursLater, sweep, said };
}
