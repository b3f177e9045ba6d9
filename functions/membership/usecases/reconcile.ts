import { hasPayments } from '../../../shared/payment/books';
import { type ReconciliationDeps, reconcileAll } from '../../../shared/payment/reconcile';
import { billListKey, isUnsettled } from '../domain/bill';
import { booksOf } from '../domain/books.decide';
import type { BillDeps } from './changeBill';
import { lookAtBillBooks } from './checkBillBooks';

/** Compares each bill with money with what the provider says, in the order they were issued. */
export const reconcile = (deps: BillDeps & ReconciliationDeps): Promise<void> =>
  reconcileAll(deps, {
    list: deps.members.issuedAfter,
    keyOf: billListKey,
    // What the sweep is asking about already is its.
    hasMoney: (bill) => !isUnsettled(bill) && hasPayments(booksOf(bill)),
    look: (bill) => lookAtBillBooks(deps, bill),
  });
