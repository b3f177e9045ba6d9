import { digest } from '../../../shared/kernel/ids';
import { reasonOf } from '../../../shared/telemetry/log';
import type { ReservationDeps } from '../deps';
import { refundMade } from '../domain/cancellation.decide';
import { unchanged } from '../domain/decision';
import type { In, Reservation } from '../domain/reservation';
import type { PaymentProvider } from '../payments';
import { changeReservation } from './changeReservation';

/**
 * Gives back what a cancelling reservation is owed, and stores that it was. The intent is in the state already, so a
 * crash anywhere here leaves it to the sweep; `find` first, and a key of its own, so it is given back once.
 * Never throws: what failed is tried again by the sweep.
 */
export async function refund(deps: ReservationDeps, cancelling: In<'cancelling'>): Promise<Reservation> {
  const { reservationId, payment, cancellation } = cancelling;
  try {
    const given = await giveBackOnce(deps, cancelling, {
      paymentKey: payment.paymentKey,
      amount: cancellation.refund,
      reason: cancellation.reason,
    });
    if (!given) return cancelling;
    return await changeReservation(deps, reservationId, (r, now) =>
      r.status === 'cancelling' ? refundMade(r, now) : unchanged,
    );
  } catch (error) {
    deps.log.warn('refund will be tried again', { reservationId, reason: reasonOf(error) });
    return cancelling;
  }
}

/** True when the provider says that `amount` was given back, now or before. */
export async function giveBackOnce(
  deps: ReservationDeps,
  reservation: Reservation,
  { paymentKey, amount, reason }: Owed,
): Promise<boolean> {
  const found = await deps.payments.find(paymentKey);
  if (found.kind !== 'captured') return false;
  if (found.refunded >= amount) return true;
  const part = { amount: amount - found.refunded, refundable: found.amount - found.refunded };
  return cancelPayment(deps, reservation, { paymentKey, part, reason });
}

type Owed = { readonly paymentKey: string; readonly amount: number; readonly reason: string };

/** Closes an account that waits for a transfer. True when the provider says that nobody can pay into it any more. */
export const closeAccount = (
  deps: ReservationDeps,
  reservation: Reservation,
  paymentKey: string,
): Promise<boolean> => cancelPayment(deps, reservation, { paymentKey, reason: NOT_OFFERED });

export const NOT_OFFERED = 'this way of paying is not offered';

/**
 * The key of a try follows from what is stored: without an answer, or after a crash, it is the same again; only a refusal
 * that was stored makes it another one.
 */
async function cancelPayment(
  deps: ReservationDeps,
  { reservationId, refundsRefused = 0 }: Reservation,
  cancellation: Omit<Parameters<PaymentProvider['cancel']>[0], 'idempotencyKey'>,
): Promise<boolean> {
  const { paymentKey } = cancellation;
  const idempotencyKey = digest(['refund', reservationId, paymentKey, String(refundsRefused)], 32);
  const answer = await deps.payments.cancel({ ...cancellation, idempotencyKey });
  if (answer === 'refused') await countRefusal(deps, reservationId, refundsRefused);
  return answer === 'refunded';
}

/**
 * Only the counter is written; status, timeline and attempts stay. Not counted when somebody else has counted it or was faster:
 * then the next try under this key is refused as this one was.
 */
async function countRefusal(deps: ReservationDeps, reservationId: string, before: number): Promise<void> {
  const stored = await deps.reservations.read(reservationId);
  if (stored === undefined || (stored.value.refundsRefused ?? 0) !== before) return;
  const value = { ...stored.value, refundsRefused: before + 1 };
  await deps.reservations.replace({ value, etag: stored.etag }, []);
}
