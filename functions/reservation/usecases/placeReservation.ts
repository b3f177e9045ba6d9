import { isoTime } from '../../../shared/kernel/clock';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { addAttributes, currentTraceparent } from '../../../shared/telemetry/trace';
import { problem } from '../../problems';
import type { ReservationDeps } from '../deps';
import type { PlacementRequest, Reservation } from '../domain/reservation';
import { entryOf, scheduled } from './changeReservation';
import { publishedEvent } from './publishedEvent';

export type PlaceCommand = {
  /** Chosen before the call, so that a repeated call is the same reservation; the hold's id when there is a hold. */
  readonly reservationId: string;
  readonly performanceId: string;
  readonly request: PlacementRequest;
  readonly customerId: string;
  readonly customer: Reservation['customer'];
};

/**
 * Accepts a reservation: it is stored as `placed` with its ReservationPlaced event, in one batch. From then on it
 * settles by itself. A repeated command answers with the reservation as it is now.
 */
export async function placeReservation(deps: ReservationDeps, command: PlaceCommand): Promise<Reservation> {
  addAttributes({ reservationId: command.reservationId });
  const now = isoTime(deps.clock.now());
  const traceparent = currentTraceparent();
  const placed = scheduled(deps, {
    ...command,
    status: 'placed',
    placedAt: now,
    updatedAt: now,
    version: 1,
    history: [entryOf(command.reservationId, { type: 'ReservationPlaced' }, now)],
    attempts: 0,
    ...(traceparent === undefined ? {} : { traceparent }),
  });
  if (
    (await deps.reservations.create(placed, [publishedEvent(placed, 'ReservationPlaced')])) === 'committed'
  ) {
    recordMetric('marquee.outcomes', 1, { outcome: 'placed' });
    return placed;
  }
  const before = await deps.reservations.read(command.reservationId);
  if (before === undefined) throw problem('unavailable', 'Please send the same request again.');
  return before.value;
}
