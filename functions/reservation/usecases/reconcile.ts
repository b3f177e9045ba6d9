import { hasPayments } from '../../../shared/payment/books';
import { type ReconciliationDeps, reconcileAll } from '../../../shared/payment/reconcile';
import { reservationListKey } from '../commit/store';
import { booksOf, isInMotion } from '../domain/books.decide';
import type { RefundDeps } from '../payment/refund';
import { lookAtReservation } from './checkBooks';

/** Compares each reservation with money with what the provider says, in the order they were placed. */
export const reconcile = (deps: RefundDeps & ReconciliationDeps): Promise<void> =>
  reconcileAll(deps, {
    list: deps.reservations.placedAfter,
    keyOf: reservationListKey,
    // What the sweep is asking about already is its.
    hasMoney: (one) => !isInMotion(one) && hasPayments(booksOf(one)),
    look: (one) => lookAtReservation(deps, one),
  });
