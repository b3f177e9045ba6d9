import { type Rights, servesOthers } from '../../../shared/http/access';
import type { Caller } from '../../../shared/http/auth';
import { problem } from '../../problems';
import type { LendingDeps } from '../deps';
import type { Loan } from '../domain/loan';

/** One's own, and for who serves others anybody's. Throws `not-found`, or `forbidden` when it is somebody else's. */
export async function readLoan(
  { loans }: Pick<LendingDeps, 'loans'>,
  loanId: string,
  caller: Pick<Caller, 'customerId'> & Rights,
): Promise<Loan> {
  const own = await loans.read(caller.customerId, loanId);
  if (own !== undefined) return own.value;
  const ref = await loans.find(loanId);
  const found = ref && (await loans.read(ref.customerId, ref.loanId));
  if (found === undefined) throw problem('not-found', `There is no loan ${loanId}.`);
  if (!servesOthers(caller)) throw problem('forbidden', 'This loan is somebody else’s.');
  return found.value;
}
