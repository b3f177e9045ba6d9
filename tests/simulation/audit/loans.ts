import type { Item, Slip } from '../../../functions/lending/domain/item';
import type { Loan } from '../../../functions/lending/domain/loan';
import type { StoredDocument } from '../database';
import { check } from '../violation';

/** A request is decided on what its handler has read so long ago at most (a pause, a replica behind, a few tries). */
const DECISION_AGE_MS = 60_000;

/** Looks at each item, slip and loan the moment it is stored. */
export class LoansAudit {
  readonly items = new Map<string, Item>();
  readonly slips = new Map<string, Slip>();
  readonly all = new Map<string, Loan>();
  /** Since when a loan is stored as lent. */
  private readonly lentSince = new Map<string, number>();

  itemsCommitted(documents: readonly StoredDocument[], now: number): void {
    for (const document of documents) {
      if (document.kind === 'item') this.items.set(document.id, document as unknown as Item);
      else this.slipStored(document as unknown as Slip, now);
    }
    for (const item of this.items.values()) this.checkStock(item);
  }

  loansCommitted(documents: readonly StoredDocument[], now: number): void {
    for (const document of documents) {
      const loan = document as unknown as Loan;
      const before = this.all.get(loan.loanId);
      if (loan.status === 'lent' && before?.status !== 'lent') this.lentSince.set(loan.loanId, now);
      this.all.set(loan.loanId, loan);
      if (loan.status === 'requested') continue;
      const slip = this.slips.get(loan.loanId);
      const fits = slip !== undefined && (loan.status === 'cancelled') === (slip.status === 'refused');
      check(fits, 'loan', loan.loanId, () => `it is ${loan.status}, and its slip says ${slip?.status}`);
    }
  }

  /** What is out is what the slips say, and there are as many. */
  private checkStock({ itemId, stock, lent }: Item): void {
    const out = [...this.slips.values()]
      .filter((slip) => slip.itemId === itemId && slip.status === 'lent')
      .reduce((sum, { quantity }) => sum + quantity, 0);
    check(lent === out, 'stock', itemId, () => `${lent} are lent, and the slips say ${out}`);
    check(lent >= 0 && lent <= stock, 'stock', itemId, () => `${lent} of ${stock} are lent`);
  }

  private slipStored(slip: Slip, now: number): void {
    const before = this.slips.get(slip.loanId)?.status;
    const isNext =
      before === undefined ? slip.status !== 'returned' : before === 'lent' && slip.status === 'returned';
    check(isNext, 'slip', slip.loanId, () => `it was ${before}, and then ${slip.status}`);
    this.slips.set(slip.loanId, slip);
    if (slip.status === 'lent') this.checkNothingOverdue(slip, now);
  }

  private checkNothingOverdue({ loanId, customerId }: Slip, now: number): void {
    const overdue = [...this.all.values()].find(
      (loan) =>
        loan.customerId === customerId &&
        loan.status === 'lent' &&
        Date.parse(loan.returnBy ?? '') <= now - DECISION_AGE_MS &&
        (this.lentSince.get(loan.loanId) ?? now) <= now - DECISION_AGE_MS,
    );
    check(overdue === undefined, 'overdue', loanId, () => `lent while ${overdue?.loanId} is overdue`);
  }

  /** Whether a loan waits for the system. What is overdue waits for its customer. */
  isUnsettled(): boolean {
    return [...this.all.values()].some(
      ({ status, dueAt }) => status === 'requested' || (status === 'returned' && dueAt !== undefined),
    );
  }

  /** At rest each loan is decided, and nothing is on its way back. */
  checkSettled(): void {
    for (const { loanId, status } of this.all.values()) {
      check(status !== 'requested', 'unsettled', loanId, () => 'a loan is still requested');
      const slip = this.slips.get(loanId)?.status;
      const isBack = status !== 'returned' || slip === 'returned';
      check(isBack, 'unsettled', loanId, () => `it was returned, and its slip says ${slip}`);
    }
  }
}
