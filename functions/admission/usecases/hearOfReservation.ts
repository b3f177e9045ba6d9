import { isoTime } from '../../../shared/kernel/time';
import { type EventContract, type EventOf, newEvent } from '../../../shared/messaging/envelope';
import { publish } from '../../../shared/messaging/publish';
import { STANDARD_PRICE } from '../../musical/contract';
import type {
  cancellationAccepted,
  reservationCancelled,
  reservationCompleted,
  reservationReduced,
  reservationReseated,
} from '../../reservation/contract';
import { ticketsAdmitted, ticketsIssued, ticketsVoided } from '../contract';
import type { AdmissionDeps } from '../deps';
import type { Answer, Tickets } from '../domain/tickets';
import {
  answerTo,
  type Line,
  type Present,
  withAnswer,
  withEnd,
  withPresent,
} from '../domain/tickets.decide';
import { type ChangeDeps, changeTickets } from './changeTickets';

/** What this context does when it hears what became of a reservation. A copy of an event changes nothing and is answered again. */

type HearDeps = ChangeDeps & Pick<AdmissionDeps, 'publisher' | 'codes'>;

/** Hears ReservationCompleted and ReservationReseated. */
export async function hearCompleted(
  deps: HearDeps,
  { data, time }: EventOf<typeof reservationCompleted> | EventOf<typeof reservationReseated>,
): Promise<void> {
  const tickets = await changeTickets(deps, data, (t) => withPresent(t, presentOf(data)));
  if (tickets.endedAt === undefined) await publish(deps.publisher, [issuedEvent(deps, tickets, time)]);
}

export async function hearCancellationAccepted(
  deps: HearDeps,
  { data }: EventOf<typeof cancellationAccepted>,
): Promise<void> {
  const now = isoTime(deps.clock.now());
  const tickets = await changeTickets(deps, data, (t) =>
    withAnswer(withPresent(t, presentOf(data)), data, now),
  );
  const answer = answerTo(tickets, data.n);
  if (answer !== undefined) await publish(deps.publisher, [answerEvent(tickets, answer)]);
}

/** Seats went back, so their tickets are void, whatever was answered before. Which are left is told. */
export async function hearReduced(
  deps: HearDeps,
  { data, time }: EventOf<typeof reservationReduced>,
): Promise<void> {
  const tickets = await changeTickets(deps, data, (t) => withPresent(t, presentOf({ ...data, seats: [] })));
  if (tickets.endedAt === undefined) await publish(deps.publisher, [issuedEvent(deps, tickets, time)]);
}

/**
 * All of it is void. Of a reservation that was never paid for there is nothing, and nothing is written. Of any other it
 * is written although no ticket has been issued, so that a completion which comes later issues none.
 */
export async function hearCancelled(
  deps: ChangeDeps,
  { data }: EventOf<typeof reservationCancelled>,
): Promise<void> {
  const wasPaid = data.fee + data.refund > 0 || (data.amount === 0 && data.seats.length > 0);
  const now = isoTime(deps.clock.now());
  await changeTickets(deps, data, (t) => (t.version === 0 && !wasPaid ? t : withEnd(t, now)));
}

type Told = {
  readonly version?: number | undefined;
  readonly seats: readonly string[];
  readonly lines?: readonly Line[] | undefined;
};

/** Events of the version before name the seats alone. Whatever else is known is newer. */
const presentOf = ({ version = 1, seats, lines }: Told): Present => ({
  version,
  lines: lines ?? seats.map((seatId) => ({ seatId, priceTypeId: STANDARD_PRICE })),
});

function issuedEvent({ codes }: Pick<AdmissionDeps, 'codes'>, of: Tickets, time: string) {
  const { reservationId, performanceId, customerId, version } = of;
  const tickets = of.tickets
    .filter(({ status }) => status !== 'void')
    .map(({ ticketId, seatId, reseat = 0 }) => {
      const code = codes.codeOf(ticketId, performanceId);
      return { ticketId, seatId, reseat, code };
    });
  const data = { reservationId, performanceId, customerId, version, tickets };
  return eventOf(ticketsIssued, `${reservationId}/${version}`, time, data);
}

const answerEvent = ({ reservationId, performanceId }: Tickets, { n, kind, seats, answeredAt }: Answer) =>
  kind === 'voided'
    ? eventOf(ticketsVoided, `${reservationId}/${n}`, answeredAt, { reservationId, performanceId, n })
    : eventOf(ticketsAdmitted, `${reservationId}/${n}`, answeredAt, {
        reservationId,
        performanceId,
        n,
        seats: [...seats],
      });

const eventOf = <Type extends string, Data extends { readonly reservationId: string }>(
  contract: EventContract<Type, Data>,
  causeId: string,
  time: string,
  data: Data,
) => newEvent(contract, { causeId, subject: data.reservationId, time, data });
