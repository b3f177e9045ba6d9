import type { ReservationDeps } from '../deps';
import { cancel } from '../domain/cancellation.decide';
import type { Reservation } from '../domain/reservation';
import { changeReservation } from './changeReservation';
import { refund } from './refund';

/**
 * Cancels at the fee of this moment and refunds the rest; while a payment is under way it is noted and done when the
 * payment is known. A repeated command changes nothing. Throws `cancellation-closed`, `wrong-state`.
 */
export async function cancelReservation(deps: ReservationDeps, reservationId: string): Promise<Reservation> {
  const cancelled = await changeReservation(deps, reservationId, cancel);
  return cancelled.status === 'cancelling' ? refund(deps, cancelled) : cancelled;
}
