import { changeReservation, type Which } from '../commit/changeReservation';
import { type CustomerCancellation, cancel } from '../domain/cancellation.decide';
import type { Reservation } from '../domain/reservation';
import { type RefundDeps, refundIfOwed } from '../payment/refund';

/**
 * Cancels at the fee of this moment and refunds the rest: these seats, or all that are left. While a payment is under way it
 * is noted, and done when the payment is known. A repeated command changes nothing. Throws `cancellation-closed`,
 * `wrong-state`.
 */
export async function cancelReservation(
  deps: RefundDeps,
  which: Which,
  command: CustomerCancellation = {},
): Promise<Reservation> {
  const { stored } = await changeReservation(deps, which, (r, now) => cancel(r, now, command));
  return (await refundIfOwed(deps, stored)).value;
}
