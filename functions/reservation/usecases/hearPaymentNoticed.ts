import type { EventOf } from '../../../shared/messaging/envelope';
import { addAttributes } from '../../../shared/telemetry/trace';
import { noteUnsure } from '../commit/noteUnsure';
import type { paymentNoticed } from '../contract';
import { isInMotion } from '../domain/books.decide';
import type { RefundDeps } from '../payment/refund';
import { lookAtReservation } from './checkBooks';

/**
 * Somebody says that something happened to a payment of this order. Nothing of it is believed: the provider is asked, and
 * only when it says something new, or nothing, the reservation becomes due. An order that nobody knows is none of ours.
 */
export async function hearPaymentNoticed(
  deps: RefundDeps,
  { data: { orderId } }: EventOf<typeof paymentNoticed>,
): Promise<void> {
  const stored = await deps.reservations.read(orderId);
  if (stored === undefined) return;
  addAttributes({ reservationId: orderId });
  const look = isInMotion(stored.value) ? 'no answer' : await lookAtReservation(deps, stored.value);
  if (look === 'no answer') await noteUnsure(deps, orderId);
}
