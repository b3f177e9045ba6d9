import { digest } from '../../../shared/ids';
import { reasonOf } from '../../../shared/log';
import type { ReservationDeps } from '../deps';
import { refundMade } from '../domain/cancellation.decide';
import { type In, type Reservation, unchanged } from '../domain/reservation';
import { changeReservation } from './changeReservation';

/**
 * Gives back what a cancelling reservation is owed, and stores that it was. The intent is in the state already, so a
 * crash anywhere here leaves it to the sweep; `find` first, and a key of its own, so it is given back once.
 * Never throws: what failed is tried again by the sweep.
 */
export async function refund(deps: ReservationDeps, cancelling: In<'cancelling'>): Promise<Reservation> {
  const { reservationId, payment, cancellation } = cancelling;
  try {
    const given = await giveBackOnce(deps, {
      paymentKey: payment.paymentKey,
      reservationId,
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

/** True when the provider says that at least `amount` was given back, now or before. */
export async function giveBackOnce(
  deps: ReservationDeps,
  owed: {
    readonly paymentKey: string;
    readonly reservationId: string;
    readonly amount: number;
    readonly reason: string;
  },
): Promise<boolean> {
  const found = await deps.payments.find(owed.paymentKey);
  if (found.kind !== 'captured') return false;
  if (found.refunded >= owed.amount) return true;
  const { paymentKey, amount, reason } = owed;
  const idempotencyKey = digest(['refund', owed.reservationId, paymentKey], 32);
  return (await deps.payments.cancel({ paymentKey, amount, reason, idempotencyKey })) === 'refunded';
}
