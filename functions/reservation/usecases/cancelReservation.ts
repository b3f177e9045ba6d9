import { changeReservation, type Which } from '../commit/changeReservation';
import { cancel, cancelSome, type SomeSeats } from '../domain/cancellation.decide';
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

/**
 * Cancels some of the seats at the fee of this moment, while the rest stays. Cancelling the last ones cancels the
 * reservation. Throws `cancellation-closed`, `wrong-state`, `idempotency-key-reused`.
 */
export async function cancelSeats(deps: RefundDeps, which: Which, command: SomeSeats): Promise<Reservation> {
  const { stored } = await changeReservation(deps, which, (r, now) => cancelSome(r, command, now));
  return (await refundIfOwed(deps, stored)).value;
}
