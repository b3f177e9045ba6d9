import { Problem } from '../../../shared/http/problem';
import { problem, problems } from '../../problems';
import { changeReservation } from '../commit/changeReservation';
import { type PayWith, startPayment } from '../domain/payment.decide';
import type { Reservation } from '../domain/reservation';
import { confirmAtProvider } from '../payment/confirmPayment';
import type { PaymentProvider } from '../payment/provider';
import type { RefundDeps } from '../payment/refund';

export type PayCommand = PayWith & { readonly reservationId: string };

/**
 * Pays a held reservation. `paying` is stored first, then the provider is asked. Whatever happens in between, the sweep
 * finds the reservation and asks the provider what became of the payment. Without an answer in time it stays `paying`.
 * Throws `payment-declined`, `hold-expired`, `wrong-state`, `amount-mismatch`, `idempotency-key-reused`, `not-found`,
 * `unavailable` (circuit open, nothing was begun).
 */
export async function payReservation(deps: RefundDeps, command: PayCommand): Promise<Reservation> {
  refuseWhileClosed(deps.payments);
  const { kind, reservation: paying } = await changeReservation(deps, command.reservationId, (r, now) =>
    startPayment(r, command, now),
  );
  if (kind === 'unchanged' || paying.status !== 'paying') return paying;
  const { outcome, reservation } = await confirmAtProvider(deps, paying);
  switch (outcome.kind) {
    case 'declined':
      throw problem('payment-declined', `The payment was declined (${outcome.reason}). Try another card.`);
    case 'unfit':
      throw problem('wrong-state', notThePrice(paying.sale.currency));
    case 'approved':
    case 'unknown':
      return reservation;
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
