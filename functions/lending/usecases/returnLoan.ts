import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import type { Rights } from '../../../shared/http/access';
import type { Caller } from '../../../shared/http/auth';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { problem } from '../../problems';
import type { LendingDeps } from '../deps';
import { takeBack } from '../domain/item.decide';
import { type Loan, returned, settled } from '../domain/loan';
import { changeLoan } from './changeLoan';
import { readLoan } from './readLoans';
import { orLeave, type TellDeps, tellReturned } from './tell';

export type ReturnDeps = TellDeps &
  Pick<LendingDeps, 'sleep' | 'random' | 'clock' | 'log' | 'items' | 'loans'>;

/**
 * What was lent is back. The loan says so first, then the stock, then everybody is told. What is left of that is done by
 * the sweep. A repeated call finds it returned. Throws `not-found`, `forbidden`, and `wrong-state` for what is not out.
 */
export async function returnLoan(
  deps: ReturnDeps,
  loanId: string,
  caller: Pick<Caller, 'customerId'> & Rights,
): Promise<Loan> {
  const found = await readLoan(deps, loanId, caller);
  const loan = await changeLoan(deps, found, (known) => {
    const next = returned(known, deps.clock.now());
    if (next === undefined) throw problem('wrong-state', `This loan is ${known.status}, so it is not out.`);
    return next;
  });
  await orLeave(deps, finishReturn(deps, loan));
  return loan;
}

/** Does what a return still owes. Done twice, it changes nothing. */
export async function finishReturn(deps: ReturnDeps, loan: Loan): Promise<void> {
  if (loan.dueAt === undefined) return;
  await putBack(deps, loan);
  await tellReturned(deps, loan);
  await changeLoan(deps, loan, settled);
}

const putBack = (deps: ReturnDeps, { itemId, loanId, returnedAt = '' }: Loan): Promise<unknown> =>
  untilCommitted(deps, `item ${itemId}`, async () => {
    const [item, slip] = await Promise.all([deps.items.read(itemId), deps.items.slip(itemId, loanId)]);
    if (item === undefined || slip === undefined)
      throw new StoreUnavailable(`the slip of loan ${loanId} is not seen yet`);
    const back = takeBack(item.value, slip.value, returnedAt);
    if (back === undefined) return 'unchanged';
    const outcome = await deps.items.writeSlip({ ...item, value: back.item }, { ...slip, value: back.slip });
    if (outcome === 'committed') recordMetric('marquee.loans', 1, { outcome: 'returned' });
    return outcome;
  });
