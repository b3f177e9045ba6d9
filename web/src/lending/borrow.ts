import { type Api, answered } from '../api/client';
import type { Loan } from '../api/types';
import { carryOut, type TabStorage } from '../purchase/intent';

/** Seconds that the server may wait before it answers that it is still being decided. */
const WAIT_SECONDS = 5;

export type LoanRequest = { readonly itemId: string; readonly quantity: number };

/**
 * Borrows it. A double tap, a reload or a lost answer asks for the same loan again. Throws an `ApiProblem`:
 * `out-of-stock` and `overdue` say why nothing is lent.
 */
export const borrow = (api: Api, storage: TabStorage, request: LoanRequest): Promise<Loan> =>
  carryOut(
    storage,
    `borrow:${request.itemId}:${request.quantity}`,
    () => request,
    ({ key, body }) =>
      answered(
        api.POST('/loans', {
          params: { header: { 'Idempotency-Key': key, Prefer: `wait=${WAIT_SECONDS}` } },
          body,
        }),
      ),
  );
