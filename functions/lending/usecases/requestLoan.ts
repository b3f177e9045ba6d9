import { type Backoff, backoffMs } from '../../../shared/kernel/backoff';
import { addAttributes } from '../../../shared/telemetry/trace';
import { problem } from '../../problems';
import type { LendingDeps } from '../deps';
import { type Loan, newLoan } from '../domain/loan';
import { readItem } from './editItem';
import { orLeave, type TellDeps, tellRequested } from './tell';

type RequestDeps = TellDeps & Pick<LendingDeps, 'clock' | 'log' | 'items' | 'loans' | 'marks'>;

/** `loanId` is chosen before the call, so that a repeated call is the same loan. */
export type LoanCommand = Pick<Loan, 'loanId' | 'customerId' | 'itemId' | 'quantity'>;

/**
 * Accepts that somebody asks to borrow something. Once it is stored as `requested` it settles by itself. A repeated command answers with the loan
 * as it is then. Throws `not-found` when there is no such item, and `erasure-under-way`.
 */
export async function requestLoan(deps: RequestDeps, command: LoanCommand): Promise<Loan> {
  const { loanId, customerId, itemId } = command;
  addAttributes({ loanId });
  const known = await deps.loans.read(customerId, loanId);
  const loan = known?.value ?? (await create(deps, command, itemId));
  // Whoever repeats it may do so because the process died before it had told anybody.
  if (loan.status === 'requested') await orLeave(deps, tellRequested(deps, loan));
  return loan;
}

async function create(deps: RequestDeps, command: LoanCommand, itemId: string): Promise<Loan> {
  const { loanId, customerId } = command;
  if (await deps.marks.isMarked(customerId))
    throw problem(
      'erasure-under-way',
      'You have asked us to erase your data. Nothing is lent until that is done.',
    );
  const { value: item } = await readItem(deps, itemId);
  const outcome = await deps.loans.create(newLoan(command, item, deps.clock.now()));
  const stored = outcome === 'conflict' ? await deps.loans.read(customerId, loanId) : outcome;
  if (stored === undefined) throw problem('unavailable', 'Please send the same request again.');
  return stored.value;
}

/** Each look costs a read. */
const BETWEEN_LOOKS: Backoff = { firstMs: 20, longestMs: 1_000 };

/** Waits, for at most `waitMs`, until it is decided, and returns the loan as it then is. */
export async function waitUntilDecided(
  { clock, sleep, loans }: Pick<LendingDeps, 'clock' | 'sleep' | 'loans'>,
  asked: Loan,
  waitMs: number,
): Promise<Loan> {
  const until = clock.now() + waitMs;
  let latest = asked;
  for (let looks = 0; latest.status === 'requested' && clock.now() < until; looks++) {
    await sleep(Math.min(backoffMs(looks, BETWEEN_LOOKS), until - clock.now()));
    latest = (await loans.read(asked.customerId, asked.loanId))?.value ?? latest;
  }
  return latest;
}
