import { Problem } from '../../../shared/http/problem';
import { isoTime } from '../../../shared/kernel/clock';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { addAttributes, currentTraceparent } from '../../../shared/telemetry/trace';
import { problem, problems } from '../../problems';
import { entryOfFact } from '../commit/changeReservation';
import { publishedEvent } from '../commit/publishedEvent';
import type { ReservationDeps } from '../deps';
import type { In, PlacementRequest, Reservation } from '../domain/reservation';
import { scheduleSweep } from '../domain/schedule';

type PlaceDeps = Pick<ReservationDeps, 'clock' | 'delays' | 'reservations' | 'rejections'>;

export type PlaceCommand = {
  /** Chosen before the call, so that a repeated call is the same reservation. It is the hold's id when there is a hold. */
  readonly reservationId: string;
  readonly performanceId: string;
  readonly request: PlacementRequest;
  readonly customerId: string;
  readonly customer: Reservation['customer'];
};

/**
 * Accepts a reservation. It is stored as `placed` with its ReservationPlaced event, in one batch, and from then on it
 * settles by itself. A repeated command answers with the reservation as it is now. Throws `too-many-requests` when too
 * many of the customer were rejected of late.
 */
export async function placeReservation(
  { clock, delays, reservations, rejections }: PlaceDeps,
  command: PlaceCommand,
): Promise<Reservation> {
  const { reservationId, customerId } = command;
  addAttributes({ reservationId });
  const secondsToWait = await rejections.secondsToWait(customerId);
  if (secondsToWait !== undefined) {
    const known = await reservations.read(reservationId);
    if (known === undefined) throw tooMany(secondsToWait);
    return known.value;
  }
  const nowMs = clock.now();
  const placed = scheduleSweep(newReservation(command, isoTime(nowMs)), nowMs, delays);
  const outcome = await reservations.create(placed, [publishedEvent(placed, 'ReservationPlaced')]);
  if (outcome === 'committed') {
    recordMetric('marquee.outcomes', 1, { outcome: 'placed' });
    return placed;
  }
  const before = await reservations.read(reservationId);
  if (before === undefined) throw problem('unavailable', 'Please send the same request again.');
  return before.value;
}

function tooMany(secondsToWait: number): Problem {
  const detail =
    'Too many of your reservations got no seats within this hour. See on the seat map what is free.';
  return new Problem('too-many-requests', problems['too-many-requests'], detail, {}, secondsToWait);
}

function newReservation(command: PlaceCommand, now: string): In<'placed'> {
  const traceparent = currentTraceparent();
  return {
    ...command,
    status: 'placed',
    placedAt: now,
    updatedAt: now,
    version: 1,
    history: [entryOfFact(command.reservationId, { type: 'ReservationPlaced' }, now)],
    attempts: 0,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}
