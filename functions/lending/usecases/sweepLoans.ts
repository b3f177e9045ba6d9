import { isoTime } from '../../../shared/kernel/time';
import type { Versioned } from '../../../shared/kernel/versioned';
import { sweepDue } from '../../../shared/messaging/sweep';
import { reasonOf } from '../../../shared/telemetry/log';
import type { LendingDeps } from '../deps';
import { isOverdue, isUnsettled, type Loan, lookedAt, reminded } from '../domain/loan';
import type { LoanRef } from '../loanStore';
import { changeLoan } from './changeLoan';
import { type DecideDeps, decideLoan } from './decideLoan';
import { finishReturn } from './returnLoan';
import { tellOverdue } from './tell';

export type SweepDeps = DecideDeps & Pick<LendingDeps, 'log'>;

/** A loan that waits for the system for so long alerts somebody. */
const UNSETTLED_MS = 5 * 60 * 1000;

/** Looks at every loan that is due: what is `requested` is decided, what was returned is put back, what is overdue is told. */
export const sweepLoans = (deps: SweepDeps): Promise<void> =>
  sweepDue(deps.clock, {
    list: deps.loans.due,
    idOf: ({ customerId, loanId }: LoanRef) => `${customerId} ${loanId}`,
    look: (ref) => sweepSafely(deps, ref),
  });

async function sweepSafely(deps: SweepDeps, { customerId, loanId }: LoanRef): Promise<void> {
  try {
    const stored = await deps.loans.read(customerId, loanId);
    const now = isoTime(deps.clock.now());
    if (stored?.value.dueAt === undefined || stored.value.dueAt > now) return;
    await (isUnsettled(stored.value) ? goOn(deps, stored) : remind(deps, stored.value, now));
  } catch (error) {
    deps.log.warn('loan will be looked at again', { loanId, reason: reasonOf(error) });
  }
}

/** The look is counted before anything is done, so that what fails each time is looked at less and less often. */
async function goOn(deps: SweepDeps, stored: Versioned<Loan>): Promise<void> {
  const { loanId, status, updatedAt } = stored.value;
  const nowMs = deps.clock.now();
  const ageMs = nowMs - Date.parse(updatedAt);
  if (ageMs > UNSETTLED_MS) deps.log.warn('loan unsettled', { loanId, status, ageMs });
  const counted = await deps.loans.replace({ ...stored, value: lookedAt(stored.value, nowMs) });
  if (counted === 'conflict') return;
  await (status === 'requested' ? decideLoan(deps, counted.value) : finishReturn(deps, counted.value));
}

async function remind(deps: SweepDeps, loan: Loan, now: string): Promise<void> {
  if (!isOverdue(loan, now)) return;
  const n = loan.reminders + 1;
  await tellOverdue(deps, loan, n, now);
  await changeLoan(deps, loan, (known) => reminded(known, n, deps.clock.now()));
}
