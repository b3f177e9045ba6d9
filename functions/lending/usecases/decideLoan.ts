import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../shared/kernel/time';
import type { EventOf } from '../../../shared/messaging/envelope';
import { TooEarly } from '../../../shared/messaging/eventHandler';
import { recordMetric } from '../../../shared/telemetry/metrics';
import type { loanRequested } from '../contract';
import type { LendingDeps } from '../deps';
import type { Slip } from '../domain/item';
import { lend } from '../domain/item.decide';
import { decided, isOverdue, type Loan } from '../domain/loan';
import type { LoanRef } from '../loanStore';
import { changeLoan } from './changeLoan';
import { type TellDeps, tellDecided } from './tell';

export type DecideDeps = TellDeps & Pick<LendingDeps, 'sleep' | 'random' | 'clock' | 'items' | 'loans'>;

/** The shortest time that anything is lent for, so what was asked for since cannot be overdue. */
const SHORTEST_LOAN_MS = 60 * 60 * 1000;

/**
 * Lends what was asked for, or refuses it. The slip beside the stock decides, once and for ever. Then that is told, and the
 * loan follows last. As long as it is `requested` the sweep does the same again.
 */
export async function decideLoan(deps: DecideDeps, { customerId, loanId }: LoanRef): Promise<void> {
  const stored = await deps.loans.read(customerId, loanId);
  if (stored === undefined) throw new TooEarly(`no loan ${loanId} yet`);
  const loan = stored.value;
  const slip = await slipOf(deps, loan);
  if (loan.status !== 'requested') return;
  await tellDecided(deps, loan, slip);
  await changeLoan(deps, loan, (known) => decided(known, slip, deps.clock.now()));
}

const slipOf = (deps: DecideDeps, loan: Loan): Promise<Slip> =>
  untilCommitted(deps, `item ${loan.itemId}`, async () => {
    const known = await deps.items.slip(loan.itemId, loan.loanId);
    if (known !== undefined) return known.value;
    const stored = await deps.items.read(loan.itemId);
    if (stored === undefined) throw new TooEarly(`no item ${loan.itemId} yet`);
    const hasOverdue = await hasSomethingOverdue(deps, loan);
    const { item, slip } = lend(stored.value, loan, hasOverdue, deps.clock.now());
    const outcome = await deps.items.writeSlip({ ...stored, value: item }, { value: slip, etag: undefined });
    if (outcome === 'conflict') return outcome;
    recordMetric('marquee.loans', 1, { outcome: slip.reason ?? slip.status });
    return slip;
  });

/** A loan that is still `requested` may be lent already, and for so long that it is overdue. Its slip knows. */
async function hasSomethingOverdue({ loans, items, clock }: DecideDeps, asked: Loan): Promise<boolean> {
  const others = (await loans.openOf(asked.customerId)).filter(({ loanId }) => loanId !== asked.loanId);
  const since = isoTime(clock.now() - SHORTEST_LOAN_MS);
  const undecided = others.filter(
    ({ status, requestedAt }) => status === 'requested' && requestedAt <= since,
  );
  const slips = await Promise.all(undecided.map(({ itemId, loanId }) => items.slip(itemId, loanId)));
  const out = [...others, ...slips.flatMap((slip) => (slip?.value.status === 'lent' ? [slip.value] : []))];
  const now = isoTime(clock.now());
  return out.some(({ status, returnBy }) => status === 'lent' && isOverdue({ status, returnBy }, now));
}

export const hearLoanRequested = (deps: DecideDeps, { data }: EventOf<typeof loanRequested>): Promise<void> =>
  decideLoan(deps, data);
