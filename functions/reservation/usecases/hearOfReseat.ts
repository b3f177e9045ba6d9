import type { EventOf } from '../../../shared/messaging/envelope';
import { reseatRefusalSchema, type reseatRefused, type seatsReseated } from '../../musical/contract';
import { type ChangeDeps, changeReservation } from '../commit/changeReservation';
import * as decide from '../domain/reseat.decide';

/** What the reservation context does when it hears what became of a reseat. */

export async function hearSeatsReseated(
  deps: ChangeDeps,
  event: EventOf<typeof seatsReseated>,
): Promise<void> {
  const { reservationId, n, to } = event.data;
  await changeReservation(deps, reservationId, (r) => decide.seatsReseated(r, n, to), event);
}

export async function hearReseatRefused(
  deps: ChangeDeps,
  event: EventOf<typeof reseatRefused>,
): Promise<void> {
  const { reservationId, n } = event.data;
  const refusal = reseatRefusalSchema.parse(event.data);
  await changeReservation(deps, reservationId, (r) => decide.reseatRefused(r, n, refusal), event);
}
