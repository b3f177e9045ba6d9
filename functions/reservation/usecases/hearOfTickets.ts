import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import type { EventOf } from '../../../shared/messaging/envelope';
import { TooEarly } from '../../../shared/messaging/eventHandler';
import type {
  ticketsAdmitted as ticketsAdmittedEvent,
  ticketsIssued,
  ticketsVoided as ticketsVoidedEvent,
} from '../../admission/contract';
import { type ChangeDeps, changeReservation, entryOfEvent } from '../commit/changeReservation';
import { hasTickets } from '../domain/reservation';
import { scheduleSweep } from '../domain/schedule';
import { ticketsAdmitted, ticketsVoided } from '../domain/tickets.decide';
import { type RefundDeps, refundIfOwed } from '../payment/refund';

/**
 * Each seat has a ticket, so a completed reservation waits for nothing more. It is noted under the version that is there,
 * because nothing changes that a customer's list shows. So a sale costs one write for it and not two.
 */
export async function hearTicketsIssued(
  deps: ChangeDeps,
  event: EventOf<typeof ticketsIssued>,
): Promise<void> {
  const { reservationId, version } = event.data;
  await untilCommitted(deps, `reservation ${reservationId}`, async () => {
    const stored = await deps.reservations.read(reservationId);
    if (stored === undefined || stored.value.version < version)
      throw new TooEarly(`tickets of version ${version} of reservation ${reservationId}`);
    const { value } = stored;
    const isNoted = value.history.some(({ eventId }) => eventId === event.id);
    if (value.status !== 'completed' || isNoted || hasTickets(value)) return 'heard';
    const noted = { ...value, history: [...value.history, entryOfEvent(event, version)], attempts: 0 };
    return deps.reservations.replace({
      ...stored,
      value: scheduleSweep(noted, deps.clock.now(), deps.delays),
    });
  });
}

export async function hearTicketsVoided(
  deps: RefundDeps,
  event: EventOf<typeof ticketsVoidedEvent>,
): Promise<void> {
  const { reservationId, n } = event.data;
  const { stored } = await changeReservation(
    deps,
    reservationId,
    (r, now) => ticketsVoided(r, n, now),
    event,
  );
  await refundIfOwed(deps, stored);
}

/** What waited for this answer may be refunded then. */
export async function hearTicketsAdmitted(
  deps: RefundDeps,
  event: EventOf<typeof ticketsAdmittedEvent>,
): Promise<void> {
  const { reservationId, n } = event.data;
  const { stored } = await changeReservation(deps, reservationId, (r) => ticketsAdmitted(r, n), event);
  await refundIfOwed(deps, stored);
}
