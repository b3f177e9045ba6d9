import type { EventEnvelope, EventOf } from '../../../shared/messaging/envelope';
import type {
  seatAlreadySold,
  seatsHeld as seatsHeldEvent,
  seatsRefused as seatsRefusedEvent,
  seatsReleased as seatsReleasedEvent,
  seatsRevoked as seatsRevokedEvent,
  seatsSold as seatsSoldEvent,
  seatsSoldOut,
} from '../../musical/contract';
import type { ReservationDeps } from '../deps';
import type { Rejection, Reservation } from '../domain/reservation';
import { seatsHeld, seatsRefused, seatsReleased, seatsRevoked, seatsSold } from '../domain/seats.decide';
import { changeReservation } from './changeReservation';
import { refund } from './refund';

/** What the reservation context does when it hears what became of the seats. */

export async function hearSeatsHeld(
  deps: ReservationDeps,
  event: EventOf<typeof seatsHeldEvent>,
): Promise<void> {
  const { reservationId, performanceId: _performance, ...sale } = event.data;
  await changeReservation(deps, reservationId, (r) => seatsHeld(r, sale), event);
}

export async function hearSeatAlreadySold(
  deps: ReservationDeps,
  event: EventOf<typeof seatAlreadySold>,
): Promise<void> {
  const { taken } = event.data;
  await refuse(deps, event, {
    reason: 'seat-taken',
    detail: `Taken by somebody else: ${taken.join(', ')}.`,
    taken,
  });
}

export async function hearSeatsSoldOut(
  deps: ReservationDeps,
  event: EventOf<typeof seatsSoldOut>,
): Promise<void> {
  const { sectionId, quantity } = event.data;
  await refuse(deps, event, {
    reason: 'sold-out',
    detail: `Section ${sectionId} has no ${quantity} seats left.`,
  });
}

export const hearSeatsRefused = (
  deps: ReservationDeps,
  event: EventOf<typeof seatsRefusedEvent>,
): Promise<void> => refuse(deps, event, { reason: event.data.reason, detail: event.data.detail });

async function refuse(
  deps: ReservationDeps,
  event: EventEnvelope<string, { readonly reservationId: string }>,
  refusal: Rejection,
): Promise<void> {
  const after = await changeReservation(
    deps,
    event.data.reservationId,
    (r, now) => seatsRefused(r, refusal, now),
    event,
  );
  await refundIfOwed(deps, after);
}

export async function hearSeatsSold(
  deps: ReservationDeps,
  event: EventOf<typeof seatsSoldEvent>,
): Promise<void> {
  await changeReservation(deps, event.data.reservationId, seatsSold, event);
}

export async function hearSeatsRevoked(
  deps: ReservationDeps,
  event: EventOf<typeof seatsRevokedEvent>,
): Promise<void> {
  const { reservationId, reason } = event.data;
  await refundIfOwed(
    deps,
    await changeReservation(deps, reservationId, (r, now) => seatsRevoked(r, reason, now), event),
  );
}

export async function hearSeatsReleased(
  deps: ReservationDeps,
  event: EventOf<typeof seatsReleasedEvent>,
): Promise<void> {
  await changeReservation(deps, event.data.reservationId, seatsReleased, event);
}

const refundIfOwed = async (deps: ReservationDeps, reservation: Reservation): Promise<void> => {
  if (reservation.status === 'cancelling') await refund(deps, reservation);
};
