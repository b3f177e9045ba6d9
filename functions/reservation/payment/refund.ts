import { digest } from '../../../shared/kernel/ids';
import type { Versioned } from '../../../shared/kernel/versioned';
import { reasonOf } from '../../../shared/telemetry/log';
import { type ChangeDeps, changeReservation } from '../commit/changeReservation';
import { countRefusedRefund } from '../commit/countRefusedRefund';
import { isStoredIn, type StoredIn } from '../commit/storedIn';
import type { ReservationDeps } from '../deps';
import { refundMade } from '../domain/cancellation.decide';
import { unchanged } from '../domain/decision';
import { awaitsDoor, type Reservation } from '../domain/reservation';
import { settlementFound } from '../domain/settlement.decide';
import type { PaymentCancellation } from './provider';

export type RefundDeps = ChangeDeps & Pick<ReservationDeps, 'payments'>;

/**
 * Refunds what a cancelling reservation is owed, and stores that it was. The intent is in the state already, so a crash
 * anywhere here leaves it to the sweep. Never throws, for what failed is tried again by the sweep.
 */
export async function refund(
  deps: RefundDeps,
  cancelling: StoredIn<'cancelling'>,
): Promise<Versioned<Reservation>> {
  const { reservationId, payment, cancellation } = cancelling.value;
  const owed = {
    paymentKey: payment.paymentKey,
    amount: cancellation.refund,
    reason: cancellation.reason,
  };
  try {
    if (cancellation.settling !== undefined) return await settleOtherwise(deps, cancelling);
    if (!(await refundAtProvider(deps, cancelling.value, owed))) return cancelling;
    const { stored } = await changeReservation(deps, cancelling, (r, now) =>
      r.status === 'cancelling' ? refundMade(r, now) : unchanged,
    );
    return stored;
  } catch (error) {
    deps.log.warn('refund will be tried again', { reservationId, reason: reasonOf(error) });
    return cancelling;
  }
}

/** Asks for no refund. What the provider has not refunded when none can be under way any more is settled otherwise. */
async function settleOtherwise(
  deps: RefundDeps,
  cancelling: StoredIn<'cancelling'>,
): Promise<Versioned<Reservation>> {
  const found = await deps.payments.find(cancelling.value.payment.paymentKey);
  const { stored } = await changeReservation(deps, cancelling, (r, now) => settlementFound(r, found, now));
  return stored;
}

/** Refunds at once if the reservation is owed a refund. Returns the reservation as it then is. */
export const refundIfOwed = async (
  deps: RefundDeps,
  stored: Versioned<Reservation>,
): Promise<Versioned<Reservation>> =>
  isStoredIn(stored, 'cancelling') && !awaitsDoor(stored.value) ? refund(deps, stored) : stored;

type Owed = { readonly paymentKey: string; readonly amount: number; readonly reason: string };

/** True when the provider says that `amount` was refunded, now or before. It is asked first, so nothing is refunded twice. */
export async function refundAtProvider(
  deps: RefundDeps,
  reservation: Reservation,
  { paymentKey, amount, reason }: Owed,
): Promise<boolean> {
  const found = await deps.payments.find(paymentKey);
  if (found.kind !== 'captured') return false;
  if (found.refunded >= amount) return true;
  const part = { amount: amount - found.refunded, refundable: found.amount - found.refunded };
  return cancelAtProvider(deps, reservation, { paymentKey, part, reason });
}

export const NOT_OFFERED = 'this way of paying is not offered';

/** Closes an account that waits for a transfer. True when the provider says that nobody can pay into it any more. */
export const closeAccountAtProvider = (
  deps: RefundDeps,
  reservation: Reservation,
  paymentKey: string,
): Promise<boolean> => cancelAtProvider(deps, reservation, { paymentKey, reason: NOT_OFFERED });

/**
 * The key of a try follows from what is stored. Without an answer, or after a crash, it is the same again, and only a
 * refusal that was stored makes it another one.
 */
async function cancelAtProvider(
  deps: RefundDeps,
  { reservationId, refundsRefused = 0 }: Reservation,
  cancellation: Omit<PaymentCancellation, 'idempotencyKey'>,
): Promise<boolean> {
  const { paymentKey } = cancellation;
  const idempotencyKey = digest(['refund', reservationId, paymentKey, String(refundsRefused)], 32);
  const answer = await deps.payments.cancel({ ...cancellation, idempotencyKey });
  if (answer === 'refused') await countRefusedRefund(deps, reservationId, refundsRefused);
  return answer === 'refunded';
}
