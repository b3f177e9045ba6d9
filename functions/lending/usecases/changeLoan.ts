import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { TooEarly } from '../../../shared/messaging/eventHandler';
import type { LendingDeps } from '../deps';
import type { Loan } from '../domain/loan';
import type { LoanRef } from '../loanStore';

export type ChangeDeps = Pick<LendingDeps, 'sleep' | 'random' | 'loans'>;

/** Reads, decides and writes a loan. What is decided to stay as it is costs no write. Returns it as it is stored then. */
export const changeLoan = (
  deps: ChangeDeps,
  { customerId, loanId }: LoanRef,
  decide: (loan: Loan) => Loan,
): Promise<Loan> =>
  untilCommitted(deps, `loan ${loanId}`, async () => {
    const stored = await deps.loans.read(customerId, loanId);
    if (stored === undefined) throw new TooEarly(`no loan ${loanId} yet`);
    const value = decide(stored.value);
    if (value === stored.value) return value;
    const outcome = await deps.loans.replace({ ...stored, value });
    return outcome === 'conflict' ? outcome : outcome.value;
  });
