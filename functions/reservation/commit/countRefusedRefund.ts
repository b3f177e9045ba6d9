import type { ReservationDeps } from '../deps';

/**
 * Counts a refund that the provider has refused. Status, timeline and attempts stay as they are. It is not counted when
 * somebody else has counted it or was faster, and then the next try under this key is refused as this one was.
 */
export async function countRefusedRefund(
  { reservations }: Pick<ReservationDeps, 'reservations'>,
  reservationId: string,
  before: number,
): Promise<void> {
  const stored = await reservations.read(reservationId);
  if (stored === undefined || (stored.value.refundsRefused ?? 0) !== before) return;
  await reservations.replace({ ...stored, value: { ...stored.value, refundsRefused: before + 1 } });
}
