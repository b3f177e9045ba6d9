import { Problem } from '../../../shared/http/problem';
import type { PaymentProvider } from '../../../shared/payment/provider';
import { problem, problems } from '../../problems';
import { changeReservation, type Which } from '../commit/changeReservation';
import { isStoredIn } from '../commit/storedIn';
import { type PayWith, startPayment } from '../domain/payment.decide';
import type { Reservation } from '../domain/reservation';
import { confirmAtProvider } from '../payment/confirmPayment';
import type { RefundDeps } from '../payment/refund';

/**
 * Pays a held reservation. `paying` is stored first, then the provider is asked. Whatever happens in between, the sweep
 * finds the reservation and asks the provider what became of the payment. Without an answer in time it stays `paying`.
 * Throws `payment-declined`, `hold-expired`, `wrong-state`, `amount-mismatch`, `idempotency-key-reused`, `not-found`,
 * `unavailable` (circuit open, nothing was begun).
 */
export async function payReservation(deps: RefundDeps, which: Which, payment: PayWith): Promise<Reservation> {
  refuseWhileClosed(deps.payments);
  const { kind, stored: started } = await changeReservation(deps, which, (r, now) =>
    startPayment(r, payment, now),
  );
  if (kind === 'unchanged' || !isStoredIn(started, 'paying')) return started.value;
  const { outcome, stored } = await confirmAtProvider(deps, started);
  switch (outcome.kind) {
    case 'declined':
      throw problem('payment-declined', `The payment was declined (${outcome.reason}). Try another card.`);
    case 'unfit':
      throw problem('wrong-state', notThePrice(started.value.sale.currency));
    case 'approved':
    case 'unknown':
      return stored.value;
    default:
      return outcome satisfies never;
  }
}

function refuseWhileClosed(payments: PaymentProvider): void {
  const closedFor = payments.closedForSeconds();
  if (closedFor === undefined) return;
  const detail = 'Payments do not work for a moment. Your seats stay held; try again then.';
  throw new Problem('unavailable', problems.unavailable, detail, {}, closedFor);
}

const notThePrice = (currency: string): string =>
  `The payment is not the whole price in ${currency}. It is refunded, and the reservation is cancelled. Reserve again, and pay in ${currency}.`;
