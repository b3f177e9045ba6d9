import { isoTime } from '../../../shared/kernel/time';
import type { PendingItem } from '../../../shared/pending/pending';
import { writeProgress } from '../../../shared/pending/progress';
import {
  type PendingDeps,
  type PendingKind,
  type Trouble,
  tendPending,
} from '../../../shared/pending/tendPending';
import type { LendingDeps } from '../deps';
import { isUnsettled, type Loan } from '../domain/loan';
import { changeLoan } from './changeLoan';

const OWNER = 'lending';

/** What waits for the system is pending after so long. */
const PENDING_AFTER_MS = 60_000;
/** More than so many are not counted. */
const MAX_COUNTED = 1_000;

type Deps = PendingDeps &
  Pick<LendingDeps, 'sleep' | 'random' | 'clock' | 'loans'> & { readonly everySeconds: number };

/** Shows which loans are unsettled, does what people have asked for about them, and writes how far this context is. */
export async function tendLoans(deps: Deps): Promise<void> {
  const unsettledLoans = await tendPending(deps, kindOf(deps));
  await writeProgress(deps, OWNER, deps.everySeconds, { figures: { unsettledLoans } });
}

/** Nobody gives up a loan here, for each settles. So there is no `discard`. */
const kindOf = (deps: Deps): PendingKind => ({
  kind: 'loan',
  owner: OWNER,
  list: async () => {
    const until = isoTime(deps.clock.now() - PENDING_AFTER_MS);
    return (await deps.loans.unsettledSince(until, MAX_COUNTED)).map(troubleOf);
  },
  retry: (item) => checkNow(deps, item),
});

const troubleOf = ({ loanId, customerId, itemId, status, updatedAt, attempts, dueAt }: Loan): Trouble => ({
  id: loanId,
  since: updatedAt,
  reason:
    status === 'requested'
      ? 'It is not decided whether it is lent.'
      : 'Its return is not in the stock yet, or not told.',
  attempts,
  ...(dueAt === undefined ? {} : { nextAttemptAt: dueAt }),
  body: { status, itemId, customerId },
});

/** The next run of the sweep looks at it, as if it were due. */
async function checkNow(deps: Deps, { id, body }: PendingItem): Promise<void> {
  const ref = { loanId: id, customerId: String(body?.customerId) };
  const now = isoTime(deps.clock.now());
  await changeLoan(deps, ref, (loan) =>
    isUnsettled(loan) && (loan.dueAt ?? now) > now ? { ...loan, dueAt: now } : loan,
  );
}
