import { changeReservation, type Which } from '../commit/changeReservation';
import { cancel } from '../domain/cancellation.decide';
import type { Reservation } from '../domain/reservation';
import { type RefundDeps, refundIfOwed } from '../payment/refund';

/**
 * Cancels at the fee of this moment and refunds the rest. While a payment is under way it is noted, and done when the
 * payment is known. A repeated command changes nothing. Throws `cancellation-closed`, `wrong-state`.
 */
export async function cancelReservation(deps: RefundDeps, which: Which): Promise<Reservation> {
  const { stored } = await changeReservation(deps, which, cancel);
  return (await refundIfOwed(deps, stored)).value;
}
