import { isoTime } from '../../../shared/kernel/time';
import type { Versioned } from '../../../shared/kernel/versioned';
import { inSpan } from '../../../shared/telemetry/trace';
import { changeReservation } from '../commit/changeReservation';
import type { StoredIn } from '../commit/storedIn';
import { paymentApproved, paymentDeclined, paymentUnfit } from '../domain/payment.decide';
import { type Judgement, judgeConfirmation, type PaymentOutcome } from '../domain/paymentAnswer';
import type { In, Reservation } from '../domain/reservation';
import { closeAccountAtProvider, NOT_OFFERED, type RefundDeps, refundIfOwed } from './refund';

/** What is known of a payment, and the reservation as it is with that. */
export type Paid = { readonly outcome: PaymentOutcome; readonly stored: Versioned<Reservation> };

/** Asks the provider to capture, as long as there is time to pay, and stores what it answered. */
export async function confirmAtProvider(deps: RefundDeps, stored: StoredIn<'paying'>): Promise<Paid> {
  const { value: paying } = stored;
  const { reservationId, payment, sale, traceparent } = paying;
  const { paymentKey } = payment;
  if (isoTime(deps.clock.now()) >= sale.expiresAt) return { outcome: { kind: 'unknown' }, stored };
  // In the trace of the reservation, whichever request pays it: one trace from the click to the mail.
  return inSpan({ name: 'pay', traceparent, attributes: { reservationId } }, async () => {
    const answer = await deps.payments.confirm({ paymentKey, orderId: reservationId, amount: sale.amount });
    const outcome = await declineTransfer(deps, paying, judgeConfirmation(sale, answer));
    return { outcome, stored: await storeOutcome(deps, stored, outcome) };
  });
}

/**
 * Closes the account of a payment that awaits a deposit, and only then the payment counts as declined. Until it is closed
 * the reservation is `paying`, and so a crash in between leaves it to the sweep. Any other judgement stands.
 */
export async function declineTransfer(
  deps: RefundDeps,
  paying: In<'paying'>,
  judgement: Judgement,
): Promise<PaymentOutcome> {
  if (judgement.kind !== 'awaiting-deposit') return judgement;
  return (await closeAccountAtProvider(deps, paying, paying.payment.paymentKey))
    ? { kind: 'declined', reason: NOT_OFFERED }
    : { kind: 'unknown' };
}

/** Stores what is now known of the payment. What was cancelled in the meantime, or is not the price, is refunded at once. */
export async function storeOutcome(
  deps: RefundDeps,
  paying: StoredIn<'paying'>,
  outcome: PaymentOutcome,
): Promise<Versioned<Reservation>> {
  if (outcome.kind === 'unknown') return paying;
  const { paymentKey } = paying.value.payment;
  const { stored } = await changeReservation(deps, paying, (r, now) => {
    switch (outcome.kind) {
      case 'approved':
        return paymentApproved(r, paymentKey, now, outcome.means);
      case 'unfit':
        return paymentUnfit(r, paymentKey, outcome.amount, now, outcome.means);
      case 'declined':
        return paymentDeclined(r, paymentKey, now);
      default:
        return outcome satisfies never;
    }
  });
  return refundIfOwed(deps, stored);
}
