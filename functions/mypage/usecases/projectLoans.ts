import { doOrPark, type NoteFailure, readChanges } from '../../../shared/cosmos/failures';
import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { loanFeedSchema } from '../../lending/contract';
import type { MypageDeps } from '../deps';
import { type LoanEntry, loanEntrySchema } from '../domain/loanEntry';

type ProjectionDeps = Pick<MypageDeps, 'sleep' | 'random' | 'log' | 'loans'>;

/** Writes changed loans, from the change feed, into their customers' lists. A later state is never overwritten. */
export async function projectLoans(
  deps: ProjectionDeps,
  changes: readonly unknown[],
  note: NoteFailure,
): Promise<void> {
  const { log } = deps;
  for (const item of await readChanges(changes, { kind: 'loan', schema: loanFeedSchema }, note, log)) {
    const trouble =
      'its entry in mypage-loans cannot be written, mend or delete that and save this one again';
    const { loanId, customerId } = item;
    const parked = { id: loanId, trouble, change: { loanId, customerId } };
    await doOrPark(parked, () => project(deps, loanEntrySchema.parse(item)), note, log);
  }
}

async function project(deps: ProjectionDeps, entry: LoanEntry): Promise<void> {
  await untilCommitted(deps, `entry of loan ${entry.loanId}`, async () => {
    const known = await deps.loans.read(entry.customerId, entry.loanId);
    const isNewer = known === undefined || entry.version > known.value.version;
    return isNewer ? deps.loans.write(entry, known) : 'unchanged';
  });
}
