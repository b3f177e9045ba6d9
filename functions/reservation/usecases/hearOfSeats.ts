import type { EventEnvelope, EventOf } from '../../../shared/messaging/envelope';
import { reasonOf } from '../../../shared/telemetry/log';
import {
  keptMoveSchema,
  type performanceMoved as performanceMovedEvent,
  saleSchema,
  type seatAlreadySold,
  type seatsHeld as seatsHeldEvent,
  type seatsRefused as seatsRefusedEvent,
  type seatsReleased as seatsReleasedEvent,
  type seatsRevoked as seatsRevokedEvent,
  type seatsSold as seatsSoldEvent,
  type seatsSoldOut,
  soldOutText,
} from '../../musical/contract';
import { type ChangeDeps, changeReservation } from '../commit/changeReservation';
import type { ReservationDeps } from '../deps';
import { withRejection } from '../domain/customerRecord';
import type { Rejection, Reservation } from '../domain/reservation';
import {
  performanceMoved,
  seatsHeld,
  seatsRefused,
  seatsReleased,
  seatsRevoked,
  seatsSold,
} from '../domain/seats.decide';
import { type RefundDeps, refundIfOwed } from '../payment/refund';

/** What the reservation context does when it hears what became of the seats. */

export async function hearSeatsHeld(deps: ChangeDeps, event: EventOf<typeof seatsHeldEvent>): Promise<void> {
  const sale = saleSchema.parse(event.data);
  await changeReservation(deps, event.data.reservationId, (r, now) => seatsHeld(r, sale, now), event);
}

type NoSeatsDeps = RefundDeps & Pick<ReservationDeps, 'log' | 'customers'>;

export async function hearSeatAlreadySold(
  deps: NoSeatsDeps,
  event: EventOf<typeof seatAlreadySold>,
): Promise<void> {
  const { taken } = event.data;
  const detail = `Taken by somebody else: ${taken.join(', ')}.`;
  await hearNoSeats(deps, event, { reason: 'seat-taken', detail, taken });
}

export async function hearSeatsSoldOut(
  deps: NoSeatsDeps,
  event: EventOf<typeof seatsSoldOut>,
): Promise<void> {
  await hearNoSeats(deps, event, { reason: 'sold-out', detail: soldOutText(event.data) });
}

export const hearSeatsRefused = (
  deps: NoSeatsDeps,
  event: EventOf<typeof seatsRefusedEvent>,
): Promise<void> => {
  const { reason, detail, pointer } = event.data;
  return hearNoSeats(deps, event, { reason, detail, ...(pointer === undefined ? {} : { pointer }) });
};

async function hearNoSeats(
  deps: NoSeatsDeps,
  event: EventEnvelope<string, { readonly reservationId: string }>,
  rejection: Rejection,
): Promise<void> {
  const { kind, stored } = await changeReservation(
    deps,
    event.data.reservationId,
    (r, now) => seatsRefused(r, rejection, now),
    event,
  );
  if (kind === 'changed' && stored.value.status === 'rejected') await count(deps, stored.value);
  await refundIfOwed(deps, stored);
}

async function count(
  { log, clock, customers }: NoSeatsDeps,
  { customerId, reservationId }: Reservation,
): Promise<void> {
  try {
    await customers.change(customerId, (record) => withRejection(record, clock.now()));
  } catch (error) {
    log.warn('rejection not counted', { reservationId, reason: reasonOf(error) });
  }
}

export async function hearSeatsSold(deps: ChangeDeps, event: EventOf<typeof seatsSoldEvent>): Promise<void> {
  await changeReservation(deps, event.data.reservationId, seatsSold, event);
}

export async function hearSeatsRevoked(
  deps: RefundDeps,
  event: EventOf<typeof seatsRevokedEvent>,
): Promise<void> {
  const { reservationId, reason } = event.data;
  const { stored } = await changeReservation(
    deps,
    reservationId,
    (r, now) => seatsRevoked(r, reason, now),
    event,
  );
  await refundIfOwed(deps, stored);
}

export async function hearPerformanceMoved(
  deps: ChangeDeps,
  event: EventOf<typeof performanceMovedEvent>,
): Promise<void> {
  const move = keptMoveSchema.parse(event.data);
  await changeReservation(deps, event.data.reservationId, (r) => performanceMoved(r, move), event);
}

export async function hearSeatsReleased(
  deps: ChangeDeps,
  event: EventOf<typeof seatsReleasedEvent>,
): Promise<void> {
  const { reservationId, n } = event.data;
  await changeReservation(deps, reservationId, (r) => seatsReleased(r, n), event);
}
