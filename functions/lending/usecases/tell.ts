import { newEvent } from '../../../shared/messaging/envelope';
import { publish, Unpublished } from '../../../shared/messaging/publish';
import { itemLent, loanOverdue, loanRequested, loanReturned, outOfStock } from '../contract';
import type { LendingDeps } from '../deps';
import type { Slip } from '../domain/item';
import type { Loan } from '../domain/loan';

export type TellDeps = Pick<LendingDeps, 'publisher'>;

const requestOf = ({ loanId, customerId, itemId, quantity }: Loan) => ({
  loanId,
  customerId,
  itemId,
  quantity,
});
const toldOf = (loan: Loan) => ({ ...requestOf(loan), itemName: loan.itemName });
const about = ({ loanId }: Loan, time: string) => ({ causeId: loanId, subject: loanId, time });

export const tellRequested = ({ publisher }: TellDeps, loan: Loan): Promise<void> =>
  publish(publisher, [newEvent(loanRequested, { ...about(loan, loan.requestedAt), data: requestOf(loan) })]);

/** A refusal because something is overdue is told by its answer alone, for that was told before. */
export async function tellDecided({ publisher }: TellDeps, loan: Loan, slip: Slip): Promise<void> {
  const { status, reason, decidedAt, returnBy = '' } = slip;
  const at = about(loan, decidedAt);
  if (status === 'lent')
    await publish(publisher, [newEvent(itemLent, { ...at, data: { ...toldOf(loan), returnBy } })]);
  if (reason === 'out-of-stock')
    await publish(publisher, [newEvent(outOfStock, { ...at, data: toldOf(loan) })]);
}

export const tellReturned = ({ publisher }: TellDeps, loan: Loan): Promise<void> =>
  publish(publisher, [
    newEvent(loanReturned, { ...about(loan, loan.returnedAt ?? loan.updatedAt), data: toldOf(loan) }),
  ]);

export function tellOverdue({ publisher }: TellDeps, loan: Loan, n: number, now: string): Promise<void> {
  const { returnBy = '' } = loan;
  const cause = { ...about(loan, now), causeId: `${loan.loanId}/${n}` };
  return publish(publisher, [newEvent(loanOverdue, { ...cause, data: { ...toldOf(loan), returnBy, n } })]);
}

/** What the topic does not take is told by the sweep, for the loan is due as long as that is owed. */
export async function orLeave({ log }: Pick<LendingDeps, 'log'>, telling: Promise<void>): Promise<boolean> {
  try {
    await telling;
    return true;
  } catch (error) {
    if (!(error instanceof Unpublished)) throw error;
    log.warn('loan will be looked at again', { reason: error.message });
    return false;
  }
}
